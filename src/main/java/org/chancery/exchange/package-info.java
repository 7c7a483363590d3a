/** Documents over HTTP: the whole record goes out, and what editors bring comes in. */
@org.jspecify.annotations.NullMarked
package org.chancery.exchange;
