/** The schema: what is put right of the generated one, and how it is told as text. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.schema;
