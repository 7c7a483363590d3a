package org.chancery.graphql.paging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * What every connection has. Each has a named class of its own beside the type it lists, because
 * SmallRye GraphQL names a generic one {@code Connection_Meeting}.
 */
@RegisterForReflection // the getter is looked up on the subclasses, and found here
public abstract class Connection<E> {

  private final Page<E> page;

  protected Connection(Page<E> page) {
    this.page = page;
  }

  @NonNull
  @Description("Where this page stands in its list.")
  public PageInfo getPageInfo() {
    return page.info();
  }

  /** The page that is shown; {@link Pages#total} counts the list it is part of. */
  public Page<E> page() {
    return page;
  }
}
