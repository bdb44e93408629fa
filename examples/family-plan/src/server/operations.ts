/** What the app asks the server: stated in operations.graphql, from which the documents and their types are generated. */
export {
  HubsDocument as hubsQuery,
  MeDocument as meQuery,
  SearchCaseloadDocument as searchQuery,
} from '../generated/graphql.ts';
