// Relay's runtime with what its compiler made of the documents: a store of records by id, and a connection that grows.
import relayRuntime from 'relay-runtime';
import query, { type relayDocumentsQuery } from './generated/relay/relayDocumentsQuery.graphql';
import { PAGE, say } from './question';

const { createOperationDescriptor, Environment, fetchQuery, getRequest, Network, RecordSource, Store } = relayRuntime;

export async function relay(endpoint: string): Promise<void> {
  const environment = new Environment({
    store: new Store(new RecordSource()),
    network: Network.create(async (request, variables) => {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query: request.text, variables }),
      });
      return response.json();
    }),
  });
  const ask = async (variables: relayDocumentsQuery['variables']) =>
    fetchQuery<relayDocumentsQuery>(environment, query, variables).toPromise();
  const operation = createOperationDescriptor(getRequest(query), { first: PAGE });
  environment.retain(operation);
  const first = await ask({ first: PAGE });
  const after = (first?.meetings as { pageInfo?: { endCursor?: string } } | undefined)?.pageInfo?.endCursor ?? endCursor();
  environment.retain(createOperationDescriptor(getRequest(query), { first: PAGE, after }));
  await ask({ first: PAGE, after });
  const both = environment.lookup(operation.fragment).data as unknown as relayDocumentsQuery['response'];
  say('Relay', both.meetings?.edges.map((edge) => edge.node));

  /** The compiler asks for it itself, and keeps it in the connection. */
  function endCursor(): string | undefined {
    const source = environment.getStore().getSource();
    for (const id of source.getRecordIDs()) {
      const record = source.get(id) as { endCursor?: string } | undefined;
      if (record?.endCursor) {
        return record.endCursor;
      }
    }
    return undefined;
  }
}
