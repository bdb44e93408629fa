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
    `) as unknown as TypedDocumentString<HubsQuery, HubsQueryVariables>;
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
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SearchCaseloadDocument = new TypedDocumentString(`
    query SearchCaseload($search: String!) {
  caseload(search: $search, first: 50) {
    totalCount
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SearchCaseloadQuery, SearchCaseloadQueryVariables>;