// What a frontend built on Relay asks: a list that is paged through, of things that are fetched again by their id.
import { graphql } from 'relay-runtime';

export const meetingsQuery = graphql`
  query meetingsQuery($text: String, $count: Int!, $cursor: String) {
    ...meetingsList @arguments(text: $text, count: $count, cursor: $cursor)
  }
`;

export const meetingsList = graphql`
  fragment meetingsList on Query
  @refetchable(queryName: "meetingsListPaginationQuery")
  @argumentDefinitions(text: { type: "String" }, count: { type: "Int!" }, cursor: { type: "String" }) {
    meetings(filter: { text: $text }, first: $count, after: $cursor) @connection(key: "meetingsList_meetings") {
      edges {
        node {
          id
          ...meetingsRow
        }
      }
    }
  }
`;

export const meetingsRow = graphql`
  fragment meetingsRow on Meeting @refetchable(queryName: "meetingsRowRefetchQuery") {
    id
    title
    date {
      edtf
    }
  }
`;
