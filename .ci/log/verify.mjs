// Has somebody else's verifier look at the record's log: @sigstore/verify checks the signature of a head, and of each revision that it is
// in the tree. The package tells these two functions to nobody but itself; they are what it checks Sigstore's own logs with.
import { createPublicKey } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint.js');
const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle.js');
const { crypto } = require('@sigstore/core');

const endpoint = process.argv[2];
const record = endpoint.replace(/graphql$/, 'record');
const REVISIONS = 20;

const ask = async (query) => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: 'Basic ' + btoa('editor:editor') },
    body: JSON.stringify({ query }),
  });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
};
const get = async (path) => {
  const response = await fetch(`${record}/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
};

for (let i = 0; i < REVISIONS; i++) {
  await ask(`mutation { recordTopic(input: {name: "Logged ${i}"}, reason: "To be proven") { userErrors { message } } }`);
}

const envelope = (await get('head')).toString();
const key = (await get('key')).toString();
const [name, hint] = key.split('\n')[0].split('+');
const log = { logID: Buffer.from(hint, 'hex'), baseURL: name, publicKey: createPublicKey(key.slice(key.indexOf('-----'))) };
const entry = (index, body, hashes) => ({ canonicalizedBody: body, inclusionProof: { logIndex: `${index}`, hashes, checkpoint: { envelope } } });
const head = verifyCheckpoint(entry(0, Buffer.alloc(0), []), [log]);
const size = Number(head.logSize);
if (size !== REVISIONS + 1) throw new Error(`${size} revisions`);

const tile = await get(`tile/0/000.p/${size}`);
const leaves = Array.from({ length: size }, (_, i) => tile.subarray(32 * i, 32 * (i + 1)));
const root = (from, to) => {
  if (to - from === 1) return leaves[from];
  const middle = from + 2 ** Math.floor(Math.log2(to - from - 1));
  return crypto.digest('sha256', Buffer.from([1]), root(from, middle), root(middle, to));
};
const path = (index, from, to) => {
  if (to - from === 1) return [];
  const middle = from + 2 ** Math.floor(Math.log2(to - from - 1));
  return index < middle ? [...path(index, from, middle), root(middle, to)] : [...path(index, middle, to), root(from, middle)];
};
for (let index = 0; index < size; index++) {
  const { revision } = await ask(`{ revision(number: ${index + 1}) { proof { leaf } } }`);
  const body = Buffer.from(revision.proof.leaf);
  verifyMerkleInclusion(entry(index, body, path(index, 0, size)), head);
  body[body.length - 2] ^= 1;
  let isRefused = false;
  try {
    verifyMerkleInclusion(entry(index, body, path(index, 0, size)), head);
  } catch {
    isRefused = true;
  }
  if (!isRefused) throw new Error(`a changed leaf ${index} passed`);
}
console.log(`@sigstore/verify: the head is signed, ${size} revisions are in its tree, and none with another byte`);
