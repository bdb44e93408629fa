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

/** Why something was not decided. */
export type DecisionCode =
  /** It is so already. */
  | 'ALREADY'
  /** Whom it names cannot be in this team. */
  | 'CANNOT_JOIN'
  /** An id that was made for something new is in use. */
  | 'ID_TAKEN'
  /** The lead practitioner cannot leave before somebody else leads. */
  | 'IS_LEAD'
  /** What was asked for does not fit together. */
  | 'MALFORMED'
  /** There is no such record, or it is not yours to decide; told as `NotAllowed`. */
  | 'NOT_ALLOWED'
  /** There is no such hub. */
  | 'NO_SUCH_HUB'
  /** Something was decided meanwhile that its author did not know of. */
  | 'OVERTAKEN'
  /** The end that it gives lies in the past. */
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

/** What somebody is in a family. */
export type FamilyRole =
  /** An adult. */
  | 'ADULT'
  /** A child or young person. */
  | 'CHILD';

export type MyCaseloadQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyCaseloadQuery = { asOf: string, caseload: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string | null, nextReviewOn: string | null, hub: { name: string } | null, lead: { name: string } | null, summary: { openNeeds: number, openActions: number, nextDueOn: string | null } | null }> } };

export type WholeFamilyQueryVariables = Exact<{
  id: string | number;
}>;


export type WholeFamilyQuery = { asOf: string, family: { name: string | null, people: Array<{ role: FamilyRole, person: { id: string, name: string | null, identity: { dateOfBirth: string | null } | null } }>, team: Array<{ id: string, name: string, agency: { name: string } | null }>, plan: { needs: { nodes: Array<{ title: string | null, level: { words: string } | null, status: { words: string } | null }> }, actions: { nodes: Array<{ id: string, what: string | null, dueOn: string | null, owners: Array<{ practitioner: { name: string } | null }>, written: Array<{ field: string, writtenAt: string | null, author: { name: string } | null }> }> } } | null, chronology: { nodes: Array<{ occurredOn: string | null, text: string | null, about: Array<{ name: string | null }>, author: { name: string, agency: string | null } | null }> } | null } | null };

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
    | { __typename: 'Reached', query: { asOf: string, family: { chronology: { nodes: Array<{ id: string, occurredOn: string | null, text: string | null, author: { name: string } | null }> } | null } | null } }
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
      summary {
        openNeeds
        openActions
        nextDueOn
      }
    }
  }
}
    `, {"hash":"sha256:218ee1711c09871a3b61ccf91d67cefe4ad7cbac52d0223c6b5a69f513660325"}) as unknown as TypedDocumentString<MyCaseloadQuery, MyCaseloadQueryVariables>;
export const WholeFamilyDocument = new TypedDocumentString(`
    query WholeFamily($id: ID!) {
  asOf
  family(id: $id) {
    name
    people {
      role
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
    chronology(first: 20) {
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
    `, {"hash":"sha256:b020708cc0d81c70e052812ab8733cc21feed3e51566a0cba28f8d5132d9931d"}) as unknown as TypedDocumentString<WholeFamilyQuery, WholeFamilyQueryVariables>;
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
          chronology(first: 50) {
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
    ... on Behind {
      asOf
    }
  }
}
    `, {"hash":"sha256:054b44d30d6fe942e707143c67e7a3c0dab968e33e484c647c9a6893c0acadb7"}) as unknown as TypedDocumentString<ReadBackQuery, ReadBackQueryVariables>;
export const JoinTeamDocument = new TypedDocumentString(`
    mutation JoinTeam($key: ID!, $family: ID!, $practitioner: ID!, $reason: String, $seen: Version) {
  joinTeam(
    key: $key
    family: $family
    practitioner: $practitioner
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
    `, {"hash":"sha256:ce727c6d59c57b55cc4e701f0e15b09f2c50961df5d3b0cb59a669e281ce55e0"}) as unknown as TypedDocumentString<JoinTeamMutation, JoinTeamMutationVariables>;
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