/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How a pupil attended over some time, in sessions: mornings and afternoons. */
export type Attendance = {
  /** At how many of them the pupil was. */
  attended: number;
  /** The first day. */
  from: string;
  /** What the school has to say about it. */
  note?: string | null | undefined;
  /** How many sessions there were. */
  possible: number;
  /** The last day. */
  to: string;
};

/** Why something was not decided: a code of any decision, or of one of them. */
export type DecisionCode =
  /** It is so already. There is nothing more to do. */
  | 'ALREADY'
  /** This person cannot be in this team. Choose somebody else, or ask the manager. */
  | 'CANNOT_JOIN'
  /** A mistake in this app keeps it from being decided. Nothing was changed. Tell whoever runs the app. */
  | 'FAILED'
  /** An id that was made for the new record is in use. Begin it again. */
  | 'ID_TAKEN'
  /** The lead practitioner stays in the team until somebody else leads. Hand the lead over first. */
  | 'IS_LEAD'
  /** The server does not understand this decision. Load the app again, and decide again. */
  | 'MALFORMED'
  /** The server is older than this app and does not know this decision yet. Try again later. */
  | 'NEWER'
  /** There is no such record, or you may not decide this about it. Ask somebody who decides about it. */
  | 'NOT_ALLOWED'
  /** There is no such hub. Choose another. */
  | 'NO_SUCH_HUB'
  /** It names somebody or something that there is none of. Look them up, and decide again. */
  | 'NO_SUCH_ID'
  /** There is nobody of that name who signs in. Look them up. */
  | 'NO_SUCH_PERSON'
  /** Something else was decided meanwhile. Look at what stands now and, if it is still needed, decide again. */
  | 'OVERTAKEN'
  /** The day on which it should end has passed. Choose a later one. */
  | 'PAST';

/** Why a subscription came to its end. */
export type EndedWhy =
  /** What you may see has changed, or the server starts anew: subscribe again, and read. */
  | 'BEGIN_AGAIN'
  /** There is nothing there that you may read, or no longer. */
  | 'NOTHING_TO_FOLLOW'
  /** The access token has run out, or is worth nothing any more. */
  | 'SIGN_IN_AGAIN'
  /** You follow too much at once, or too many follow: end another subscription, or wait. */
  | 'TOO_MANY';

/** A code of the list “family-role”. */
export type FamilyRole =
  /** Adult. */
  | 'ADULT'
  /** Child. */
  | 'CHILD';

export type MyCaseloadQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyCaseloadQuery = { asOf: string, caseload: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string | null, nextReviewOn: string | null, hub: { name: string } | null, lead: { name: string } | null, planInBrief: { openNeeds: number | null, openActions: number | null, nextDueOn: string | null } | null }> } };

export type WholeFamilyQueryVariables = Exact<{
  id: string | number;
}>;


export type WholeFamilyQuery = { asOf: string, family: { name: string | null, people: Array<{ role: { code: FamilyRole | null, words: string } | null, person: { id: string, name: string | null, identity: { dateOfBirth: string | null } | null } }>, team: Array<{ id: string, name: string, agency: { name: string } | null }>, plan: { needs: { nodes: Array<{ title: string | null, level: { words: string } | null, status: { words: string } | null }> }, actions: { nodes: Array<{ id: string, what: string | null, dueOn: string | null, owners: Array<{ practitioner: { name: string } | null }>, written: Array<{ field: string, writtenAt: string | null, author: { name: string } | null }> }> } } | null, chronology: { events: { nodes: Array<{ occurredOn: string | null, text: string | null, about: Array<{ name: string | null }>, author: { name: string, agency: string | null } | null }> } } | null } | null };

export type OpenQuestionsQueryVariables = Exact<{
  id: string | number;
}>;


export type OpenQuestionsQuery = { asOf: string, family: { plan: { questions: Array<{ id: string, section: string, label: string, row: string | null, standing: string, because: string, claims: Array<{ id: string, words: string, isStanding: boolean, author: { name: string } | null }> }> } | null } | null };

export type SettleMutationVariables = Exact<{
  key: string | number;
  family: string | number;
  question: string | number;
  claim: string | number;
  reason?: string | null | undefined;
}>;


export type SettleMutation = { settleQuestion:
    | { __typename: 'Edited', version: string }
    | { __typename: 'Held' }
    | { __typename: 'KeyReused' }
    | { __typename: 'NotAllowed', words: string }
    | { __typename: 'Refused', refusals: Array<{ path: string, rule: string, remedy: string }> }
   };

export type RecordAttendanceMutationVariables = Exact<{
  key: string | number;
  family: string | number;
  pupil: string | number;
  attendance: Attendance;
}>;


export type RecordAttendanceMutation = { recordAttendance:
    | { __typename: 'Edited', version: string, row: string | null }
    | { __typename: 'Held', words: string }
    | { __typename: 'KeyReused', words: string }
    | { __typename: 'NotAllowed', words: string }
    | { __typename: 'Refused', refusals: Array<{ path: string, rule: string, remedy: string }> }
   };

export type ReadBackQueryVariables = Exact<{
  version: string;
  family: string | number;
}>;


export type ReadBackQuery = { atLeast:
    | { __typename: 'Behind', asOf: string }
    | { __typename: 'Reached', query: { asOf: string, family: { chronology: { events: { nodes: Array<{ id: string, occurredOn: string | null, text: string | null, author: { name: string } | null }> } } | null } | null } }
   };

export type JoinTeamMutationVariables = Exact<{
  key: string | number;
  family: string | number;
  practitioner: string | number;
  reason?: string | null | undefined;
  seen?: string | null | undefined;
}>;


export type JoinTeamMutation = { joinTeam:
    | { __typename: 'Decided', version: string, family: { team: Array<{ id: string, name: string }> } | null }
    | { __typename: 'KeyReused', words: string }
    | { __typename: 'NotAllowed', words: string }
    | { __typename: 'NotDecided', code: DecisionCode, words: string, stands: string | null }
   };

export type FollowFamilySubscriptionVariables = Exact<{
  family: string | number;
}>;


export type FollowFamilySubscription = { familyChanged:
    | { __typename: 'Ended', why: EndedWhy }
    | { __typename: 'FamilyChanged', asOf: string, sections: Array<{ name: string }>, family: { name: string | null, plan: { needs: { totalCount: number } } | null } }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const MyCaseloadDocument = new TypedDocumentString(`
    query MyCaseload($after: String) {
  asOf
  caseload(first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
      nextReviewOn
      hub {
        name
      }
      lead {
        name
      }
      planInBrief {
        openNeeds
        openActions
        nextDueOn
      }
    }
  }
}
    `, {"hash":"sha256:2e6ecc2aea46b6d8c99ab237f92774fec2f347fa8d53bf334e5c8306b67fc489"}) as unknown as TypedDocumentString<MyCaseloadQuery, MyCaseloadQueryVariables>;
export const WholeFamilyDocument = new TypedDocumentString(`
    query WholeFamily($id: ID!) {
  asOf
  family(id: $id) {
    name
    people {
      role {
        code
        words
      }
      person {
        id
        name
        identity {
          dateOfBirth
        }
      }
    }
    team {
      id
      name
      agency {
        name
      }
    }
    plan {
      needs(first: 20) {
        nodes {
          title
          level {
            words
          }
          status {
            words
          }
        }
      }
      actions(first: 20, filter: {status: [AGREED, IN_PROGRESS]}) {
        nodes {
          id
          what
          dueOn
          owners {
            practitioner {
              name
            }
          }
          written {
            field
            author {
              name
            }
            writtenAt
          }
        }
      }
    }
    chronology {
      events(first: 20) {
        nodes {
          occurredOn
          text
          about {
            name
          }
          author {
            name
            agency
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:727077ae4c1fa832acbdacf620069f5d17f8482739cfefedb4619379500ed689"}) as unknown as TypedDocumentString<WholeFamilyQuery, WholeFamilyQueryVariables>;
export const OpenQuestionsDocument = new TypedDocumentString(`
    query OpenQuestions($id: ID!) {
  asOf
  family(id: $id) {
    plan {
      questions {
        id
        section
        label
        row
        standing
        because
        claims {
          id
          words
          author {
            name
          }
          isStanding
        }
      }
    }
  }
}
    `, {"hash":"sha256:8426fe4045f61cec89e0e72c22fc9ceddcab046d7b99b65448fe476345f9c73c"}) as unknown as TypedDocumentString<OpenQuestionsQuery, OpenQuestionsQueryVariables>;
export const SettleDocument = new TypedDocumentString(`
    mutation Settle($key: ID!, $family: ID!, $question: ID!, $claim: ID!, $reason: String) {
  settleQuestion(
    key: $key
    record: $family
    section: "plan.shared"
    question: $question
    by: {claim: $claim}
    reason: $reason
  ) {
    __typename
    ... on Edited {
      version
    }
    ... on Refused {
      refusals {
        path
        rule
        remedy
      }
    }
    ... on NotAllowed {
      words
    }
  }
}
    `, {"hash":"sha256:00e69c84682d896ab0ba0a31bb1ceeb6b0ffc8c943c5e503a9bf2c678c6b1944"}) as unknown as TypedDocumentString<SettleMutation, SettleMutationVariables>;
export const RecordAttendanceDocument = new TypedDocumentString(`
    mutation RecordAttendance($key: ID!, $family: ID!, $pupil: ID!, $attendance: Attendance!) {
  recordAttendance(
    key: $key
    family: $family
    person: $pupil
    attendance: $attendance
  ) {
    __typename
    ... on Edited {
      version
      row
    }
    ... on Refused {
      refusals {
        path
        rule
        remedy
      }
    }
    ... on NotAllowed {
      words
    }
    ... on Held {
      words
    }
    ... on KeyReused {
      words
    }
  }
}
    `, {"hash":"sha256:641fe1bdf137265b79f8280fc84d2ca106ea4d435edb1a4c515d627121b9194a"}) as unknown as TypedDocumentString<RecordAttendanceMutation, RecordAttendanceMutationVariables>;
export const ReadBackDocument = new TypedDocumentString(`
    query ReadBack($version: Version!, $family: ID!) {
  atLeast(version: $version) {
    __typename
    ... on Reached {
      query {
        asOf
        family(id: $family) {
          chronology {
            events(first: 50) {
              nodes {
                id
                occurredOn
                text
                author {
                  name
                }
              }
            }
          }
        }
      }
    }
    ... on Behind {
      asOf
    }
  }
}
    `, {"hash":"sha256:423911f9941f2c0df919e5872c3b44d1ae46982b68ceadf9c0987fe5bba1b93c"}) as unknown as TypedDocumentString<ReadBackQuery, ReadBackQueryVariables>;
export const JoinTeamDocument = new TypedDocumentString(`
    mutation JoinTeam($key: ID!, $family: ID!, $practitioner: ID!, $reason: String, $seen: Version) {
  joinTeam(
    key: $key
    family: $family
    principal: $practitioner
    reason: $reason
    seen: $seen
  ) {
    __typename
    ... on Decided {
      version
      family {
        team {
          id
          name
        }
      }
    }
    ... on NotDecided {
      code
      words
      stands
    }
    ... on NotAllowed {
      words
    }
    ... on KeyReused {
      words
    }
  }
}
    `, {"hash":"sha256:ae6f36be6ff583894ecf20c01640f1a15dd96e27c4fe3829c41126a0a868d1a2"}) as unknown as TypedDocumentString<JoinTeamMutation, JoinTeamMutationVariables>;
export const FollowFamilyDocument = new TypedDocumentString(`
    subscription FollowFamily($family: ID!) {
  familyChanged(family: $family) {
    __typename
    ... on FamilyChanged {
      asOf
      sections {
        name
      }
      family {
        name
        plan {
          needs(first: 5) {
            totalCount
          }
        }
      }
    }
    ... on Ended {
      why
    }
  }
}
    `, {"hash":"sha256:078293d11d5302ce34afe07ce9e6233dd8103b9dbb66b1eba6ce4fe45639055e"}) as unknown as TypedDocumentString<FollowFamilySubscription, FollowFamilySubscriptionVariables>;