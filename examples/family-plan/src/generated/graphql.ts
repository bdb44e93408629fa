/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A code of the list “agency-kind”. */
export type AgencyKind =
  /** Adult mental health. */
  | 'ADULT_MENTAL_HEALTH'
  /** Adult social care. */
  | 'ADULT_SOCIAL_CARE'
  /** Child and adolescent mental health. */
  | 'CAMHS'
  /** Domestic abuse service. */
  | 'DOMESTIC_ABUSE'
  /** Jobcentre. */
  | 'DWP'
  /** Nursery or early years. */
  | 'EARLY_YEARS'
  /** Family hub. */
  | 'FAMILY_HUB'
  /** Fire and rescue. */
  | 'FIRE'
  /** GP practice. */
  | 'GP'
  /** Health visiting. */
  | 'HEALTH_VISITING'
  /** Housing. */
  | 'HOUSING'
  /** Council early help. */
  | 'LA_EARLY_HELP'
  /** Council children's social care. */
  | 'LA_SOCIAL_CARE'
  /** Midwifery. */
  | 'MIDWIFERY'
  /** Other agency. */
  | 'OTHER'
  /** Police. */
  | 'POLICE'
  /** Probation. */
  | 'PROBATION'
  /** School. */
  | 'SCHOOL'
  /** School nursing. */
  | 'SCHOOL_NURSING'
  /** Drug and alcohol service. */
  | 'SUBSTANCE_MISUSE'
  /** Voluntary organisation. */
  | 'VOLUNTARY'
  /** Youth justice. */
  | 'YOUTH_JUSTICE';

/** A code of the list “role”. */
export type Role =
  /** Administrator. */
  | 'ADMIN'
  /** Advocate. */
  | 'ADVOCATE'
  /** Child or young person. */
  | 'CHILD_YP'
  /** Deputy lead practitioner. */
  | 'DEPUTY_LEAD'
  /** Adult of the family. */
  | 'FAMILY_ADULT'
  /** Family network. */
  | 'FAMILY_NETWORK'
  /** Hub coordinator. */
  | 'HUB_COORDINATOR'
  /** Information governance. */
  | 'INFO_GOVERNANCE'
  /** Lead practitioner. */
  | 'LEAD'
  /** Manager. */
  | 'MANAGER'
  /** Service development. */
  | 'SERVICE_DEVELOPMENT'
  /** Social worker. */
  | 'SOCIAL_WORKER'
  /** Member of the team around the family. */
  | 'TAF_PRACTITIONER'
  /** Triage worker. */
  | 'TRIAGE';

export type HubsQueryVariables = Exact<{ [key: string]: never; }>;


export type HubsQuery = { hubs: Array<{ id: string, name: string }> };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, name: string, roles: Array<{ code: Role | null, words: string }>, agency: { id: string, name: string, kind: { code: AgencyKind | null } | null } | null, hub: { id: string, name: string } | null } | null };

export type SearchCaseloadQueryVariables = Exact<{
  search: string;
}>;


export type SearchCaseloadQuery = { caseload: { totalCount: number, nodes: Array<{ id: string }> } };

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

export const HubsDocument = new TypedDocumentString(`
    query Hubs {
  hubs {
    id
    name
  }
}
    `, {"hash":"sha256:db027b986ff88e7e09baf8541174e8fd47a6dc45df9184876cbaebfefecf2013"}) as unknown as TypedDocumentString<HubsQuery, HubsQueryVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    name
    roles {
      code
      words
    }
    agency {
      id
      name
      kind {
        code
      }
    }
    hub {
      id
      name
    }
  }
}
    `, {"hash":"sha256:eee186951e52e77941f41604e20cb67f6df2c721ae116ef1d8fdf2aafc208004"}) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SearchCaseloadDocument = new TypedDocumentString(`
    query SearchCaseload($search: String!) {
  caseload(search: $search, first: 50) {
    totalCount
    nodes {
      id
    }
  }
}
    `, {"hash":"sha256:c7b717d02750fadefe09dba1bb1ba6db13a77d8ea264f0c879f9b6b0a2525ccd"}) as unknown as TypedDocumentString<SearchCaseloadQuery, SearchCaseloadQueryVariables>;