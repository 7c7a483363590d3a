/** The schema: corrections to the generated one, and its text in SDL. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.schema;
