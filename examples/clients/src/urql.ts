// urql with graphcache: a normalised cache that knows the schema. Types without an id are part of what has one: it is told so.
import { readFile } from 'node:fs/promises';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { type Meetings, MEETINGS, PAGE, say } from './question';

export async function urql(endpoint: string, schemaFile: string): Promise<void> {
  const schema = buildSchema(await readFile(schemaFile, 'utf8'));
  const { __schema } = introspectionFromSchema(schema);
  const keys = Object.fromEntries(
    __schema.types
      .filter((type) => type.kind === 'OBJECT' && !type.fields.some((field) => field.name === 'id'))
      .map((type) => [type.name, () => null]),
  );
  const warnings: string[] = [];
  const client = new Client({
    url: endpoint,
    preferGetMethod: false,
    exchanges: [
      cacheExchange({
        schema: { __schema } as never,
        keys,
        resolvers: { Query: { meetings: relayPagination() } },
        logger: (_severity, message) => warnings.push(message),
      }),
      fetchExchange,
    ],
  });
  const first = await client.query<Meetings>(MEETINGS, { first: PAGE }).toPromise();
  const after = first.data?.meetings?.pageInfo.endCursor;
  const both = await client.query<Meetings>(MEETINGS, { first: PAGE, after }).toPromise();
  if (both.error) {
    throw both.error;
  }
  say('urql', both.data?.meetings?.edges.map((edge) => edge.node));
  console.log(`  ${warnings.length} warnings of its cache${warnings.map((warning) => `\n${warning}`).join('')}`);
}
