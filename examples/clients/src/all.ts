// Asks with each client in turn:
//   npm start -- http://localhost:8080/graphql
import { apollo } from './apollo';
import { genql } from './genql';
import { relay } from './relay';
import { graphqlRequest } from './request';
import { tada } from './tada';
import { urql } from './urql';

const [endpoint = 'http://localhost:8080/graphql'] = process.argv.slice(2);

await apollo(endpoint);
await urql(endpoint, '../../schema.graphql');
await relay(endpoint);
await graphqlRequest(endpoint);
await tada(endpoint);
await genql(endpoint);
