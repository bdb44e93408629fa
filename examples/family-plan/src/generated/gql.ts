/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Hubs {\n    hubs {\n      id\n      name\n    }\n  }\n": typeof types.HubsDocument,
    "\n  query Me {\n    me {\n      id\n      name\n      roles {\n        code\n        words\n      }\n      agency {\n        id\n        name\n        kind {\n          code\n        }\n      }\n      hub {\n        id\n        name\n      }\n    }\n  }\n": typeof types.MeDocument,
    "\n  query SearchCaseload($search: String!) {\n    caseload(search: $search, first: 50) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.SearchCaseloadDocument,
};
const documents: Documents = {
    "\n  query Hubs {\n    hubs {\n      id\n      name\n    }\n  }\n": types.HubsDocument,
    "\n  query Me {\n    me {\n      id\n      name\n      roles {\n        code\n        words\n      }\n      agency {\n        id\n        name\n        kind {\n          code\n        }\n      }\n      hub {\n        id\n        name\n      }\n    }\n  }\n": types.MeDocument,
    "\n  query SearchCaseload($search: String!) {\n    caseload(search: $search, first: 50) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n  }\n": types.SearchCaseloadDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Hubs {\n    hubs {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql.ts').HubsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Me {\n    me {\n      id\n      name\n      roles {\n        code\n        words\n      }\n      agency {\n        id\n        name\n        kind {\n          code\n        }\n      }\n      hub {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchCaseload($search: String!) {\n    caseload(search: $search, first: 50) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SearchCaseloadDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
