/** How a field of the schema is answered: gathered into batches, one SQL statement a batch. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.execution;
