// What relay-compiler reads; nothing of this file is run.
import { graphql } from 'relay-runtime';

graphql`
  query relayDocumentsQuery($first: Int!, $after: String) {
    meetings(first: $first, after: $after) @connection(key: "relayDocuments_meetings") {
      edges {
        node {
          id
          title
          participations {
            id
            participant {
              id
              name
            }
          }
          statements(first: 1) {
            edges {
              node {
                id
                speakers {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`;
