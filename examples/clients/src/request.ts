// graphql-request: no cache, one function.
import { request } from 'graphql-request';
import { type Meetings, MEETINGS, PAGE, say } from './question';

export async function graphqlRequest(endpoint: string): Promise<void> {
  const first = await request<Meetings>(endpoint, MEETINGS, { first: PAGE });
  const second = await request<Meetings>(endpoint, MEETINGS, { first: PAGE, after: first.meetings?.pageInfo.endCursor });
  say('graphql-request', [first, second].flatMap((page) => page.meetings?.edges.map((edge) => edge.node) ?? []));
}
