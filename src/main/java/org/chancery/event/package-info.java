/** What several meetings belong to: a visit, talks, a summit. */
@org.jspecify.annotations.NullMarked
package org.chancery.event;
