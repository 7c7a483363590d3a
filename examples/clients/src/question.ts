// What all of them ask: meetings in pages, with lists inside.

export const PAGE = 2;

export const MEETINGS = /* GraphQL */ `
  query Meetings($first: Int!, $after: String) {
    meetings(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          title
          date {
            edtf
          }
          participations {
            id
            offices
            participant {
              id
              name
            }
          }
          statements(first: 1) {
            edges {
              node {
                id
                text
                speakers {
                  id
                  name
                }
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export interface Meeting {
  title: string;
  participations: readonly { participant: { name: string } }[];
  statements: { edges: readonly { node: { speakers: readonly { name: string }[] } }[] };
}

export interface Meetings {
  meetings?: {
    edges: { node: Meeting }[];
    pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  } | null;
}

/** Prints what a client has of the meetings, the same for all clients. */
export function say(client: string, meetings: readonly Meeting[] | undefined): void {
  console.log(`${client}:`);
  for (const meeting of meetings ?? []) {
    const people = meeting.participations.map((one) => one.participant.name).join(', ');
    const speakers = meeting.statements.edges.flatMap((edge) => edge.node.speakers.map((one) => one.name));
    console.log(`  ${meeting.title} (${people}); first to speak: ${speakers.join(', ') || 'nobody'}`);
  }
}
