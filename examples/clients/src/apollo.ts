// Apollo Client 4: a normalised cache, a list that grows page by page, documents sent once and then named by their hash with GET.
import { createHash } from 'node:crypto';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { type Meetings, MEETINGS, PAGE, say } from './question';

export async function apollo(endpoint: string): Promise<void> {
  const methods: string[] = [];
  const cache = new InMemoryCache({
    possibleTypes: { Speaker: ['Participant', 'Party'] },
    typePolicies: { Query: { fields: { meetings: relayStylePagination(['filter', 'orderBy']) } } },
  });
  const link = new PersistedQueryLink({
    sha256: (query) => createHash('sha256').update(query).digest('hex'),
    useGETForHashedQueries: true,
  }).concat(
    new HttpLink({
      uri: endpoint,
      fetch: (address, options) => {
        methods.push(options?.method ?? 'GET');
        return fetch(address, options);
      },
    }),
  );
  const client = new ApolloClient({ cache, link });
  const query = gql(MEETINGS);
  const first = await client.query<Meetings>({ query, variables: { first: PAGE } });
  const after = first.data?.meetings?.pageInfo.endCursor;
  await client.query<Meetings>({ query, variables: { first: PAGE, after }, fetchPolicy: 'network-only' });
  const both = cache.readQuery<Meetings>({ query, variables: { first: PAGE } });
  say('Apollo Client', both?.meetings?.edges.map((edge) => edge.node));
  const things = Object.keys(cache.extract()).filter((id) => id !== 'ROOT_QUERY' && id !== '__META');
  console.log(`  ${things.length} things in its cache, each once; the second page asked for with ${methods.at(-1)}`);
}
