/** The record as a document: one JSON object a line, checked and loaded all or nothing. */
@org.jspecify.annotations.NullMarked
package org.chancery.document;
