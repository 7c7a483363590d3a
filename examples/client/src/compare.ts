// Prints what the accounts of a meeting share and what each leaves out:
//   npm start -- http://localhost:8080/graphql 2021-09-02-han-kerry
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { graphql } from './generated';

const Comparison = graphql(`
  query Comparison($key: String!) {
    meeting(key: $key) {
      title
      date {
        edtf
      }
      comparison {
        accounts {
          key
          publisher
        }
        points {
          agreement
          statements {
            account {
              key
            }
            speakers {
              name
            }
            text
          }
          omittedBy {
            key
          }
        }
        silences {
          account {
            key
          }
          participants {
            name
          }
        }
      }
    }
  }
`);

/** Sends a document with its variables and gives its data, both of the types that the schema declares. */
async function ask<Data, Variables>(endpoint: string, document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (answer.errors || !answer.data) {
    throw new Error(answer.errors?.map((error) => error.message).join('\n') ?? `HTTP ${response.status}`);
  }
  return answer.data;
}

async function main([endpoint = 'http://localhost:8080/graphql', key = '2021-09-02-han-kerry']: string[]) {
  const { meeting } = await ask(endpoint, Comparison, { key });
  if (!meeting) {
    throw new Error(`The record has no meeting with the key "${key}".`);
  }
  console.log(`${meeting.title}, ${meeting.date.edtf}`);
  for (const point of meeting.comparison.points) {
    const omitting = point.omittedBy.map((account) => account.key).join(', ');
    console.log(`\n${point.agreement}${omitting ? `, left out by ${omitting}` : ''}`);
    for (const statement of point.statements) {
      console.log(`  ${statement.account.key}: ${statement.speakers.map((speaker) => speaker.name).join(' and ')}: ${statement.text}`);
    }
  }
  for (const silence of meeting.comparison.silences) {
    for (const participant of silence.participants) {
      console.log(`\n${silence.account.key} gives no word of ${participant.name}.`);
    }
  }
}

main(process.argv.slice(2)).catch((failure: Error) => {
  console.error(failure.message);
  process.exitCode = 1;
});
