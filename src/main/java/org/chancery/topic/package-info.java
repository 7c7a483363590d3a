/** What meetings and statements are about. */
@org.jspecify.annotations.NullMarked
package org.chancery.topic;
