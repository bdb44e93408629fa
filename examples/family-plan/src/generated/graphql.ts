/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type HubsQueryVariables = Exact<{ [key: string]: never; }>;


export type HubsQuery = { hubs: Array<{ id: string, name: string }> };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, name: string, roles: Array<{ code: string, words: string }>, agency: { id: string, name: string, kind: { code: string } } | null, hub: { id: string, name: string } | null } | null };

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