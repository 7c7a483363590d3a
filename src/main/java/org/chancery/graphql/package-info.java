/**
 * What every API class shares: node ids, paging, fetching, errors and the HTTP endpoint. Knows no
 * concept of the record.
 */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql;
