// gql.tada: the types of an answer are read from the document by TypeScript itself.
import { request } from 'graphql-request';
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './generated/graphql-env';
import { PAGE, say } from './question';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string };
}>();

const query = graphql(`
  query Meetings($first: Int!, $after: String) {
    meetings(first: $first, after: $after) {
      nodes {
        title
        participations {
          participant {
            name
          }
        }
        statements(first: 1) {
          edges {
            node {
              speakers {
                name
              }
            }
          }
        }
      }
      pageInfo {
        endCursor
      }
    }
  }
`);

export async function tada(endpoint: string): Promise<void> {
  const first = await request(endpoint, query, { first: PAGE });
  const second = await request(endpoint, query, { first: PAGE, after: first.meetings?.pageInfo.endCursor });
  say('gql.tada', [first, second].flatMap((page) => page.meetings?.nodes ?? []));
}
