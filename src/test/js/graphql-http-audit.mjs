// Audits an endpoint against the GraphQL-over-HTTP specification, and fails where an audit is not passed.
// Usage: node graphql-http-audit.mjs URL, with graphql-http installed where it is run.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const fromHere = createRequire(pathToFileURL(`${process.cwd()}/`));
const { auditServer } = fromHere('graphql-http');

const results = await auditServer({ url: process.argv[2], fetchFn: fetch });
const failed = results.filter((result) => result.status !== 'ok');
for (const { status, id, name, reason } of failed) {
  console.log(`${status} ${id} ${name}: ${reason}`);
}
console.log(`graphql-http: ${results.length - failed.length} of ${results.length} audits passed`);
process.exitCode = failed.length > 0 || results.length === 0 ? 1 : 0;
