/** Tests of documents and of the record's own rules. */
@org.jspecify.annotations.NullMarked
package org.chancery.document;
