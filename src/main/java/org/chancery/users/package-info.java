/** Who may sign in, and what they may do: a file of users for a single box. */
@org.jspecify.annotations.NullMarked
package org.chancery.users;
