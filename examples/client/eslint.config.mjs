// The schema against @graphql-eslint's rules for schemas, and those of Relay. Both sets are whole; what is set beside them:
import graphql from '@graphql-eslint/eslint-plugin';

export default [
  {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: './schema.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // A Count is a key, its label and the count.
      '@graphql-eslint/no-typename-prefix': 'off',
      '@graphql-eslint/relay-edge-types': [
        'error',
        {
          withEdgeSuffix: true,
          // Connections have "nodes" beside "edges", and a statement's few topics need no pages.
          listTypeCanWrapOnlyEdgeType: false,
          // An encounter is reckoned from the record and not in it; it cannot be fetched again by an id.
          shouldImplementNode: false,
        },
      ],
      '@graphql-eslint/strict-id-in-types': [
        'error',
        {
          exceptions: {
            suffixes: ['Connection', 'Edge', 'Payload'],
            // Parts of other things, which have no identity of their own.
            types: [
              'Change', 'ChangeProof', 'Comparison', 'Count', 'Difference', 'ErasedDigest', 'LikelyDuplicate', 'WordChange', 'Encounter', 'Excerpt', 'OtherName', 'PageInfo', 'Passage', 'Point', 'PublisherAttribution',
              'RecordDate', 'RevisionProof', 'SearchResult', 'Silence', 'StatementAttribution', 'StatementLink', 'TextAnchor', 'UserError', 'Viewer',
            ],
          },
        },
      ],
    },
  },
];
