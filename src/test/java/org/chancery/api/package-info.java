/** Tests of the API as a client sees it. */
@org.jspecify.annotations.NullMarked
package org.chancery.api;
