/** What whoever runs the service deals with: its settings, its start and its health. */
@org.jspecify.annotations.NullMarked
package org.chancery.operation;
