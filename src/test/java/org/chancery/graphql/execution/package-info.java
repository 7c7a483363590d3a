/** Whether answers are what GraphQL says, and of one moment. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.execution;
