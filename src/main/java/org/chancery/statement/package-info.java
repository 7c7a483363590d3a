/**
 * What an account says that a speaker said, with its quotations and its links to other accounts.
 */
@org.jspecify.annotations.NullMarked
package org.chancery.statement;
