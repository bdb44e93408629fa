import { graphql } from '../generated/gql.ts';

/** All hubs of the authority. */
export const hubsQuery = graphql(`
  query Hubs {
    hubs {
      id
      name
    }
  }
`);

/** Who the server takes one for. */
export const meQuery = graphql(`
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
`);

/** The families of one's caseload whose names, or whose people's names, begin with some words. */
export const searchQuery = graphql(`
  query SearchCaseload($search: String!) {
    caseload(search: $search, first: 50) {
      totalCount
      nodes {
        id
      }
    }
  }
`);
