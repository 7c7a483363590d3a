package org.chancery.graphql.paging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What every connection has, whatever its edges tell beside their nodes. */
@RegisterForReflection // the getters are looked up on the subclasses, and found here
public abstract class PagedList<E> {

  /** The field with how many there are. */
  public static final String TOTAL_COUNT = "totalCount";

  /** The fields with cursors. */
  static final String EDGES = "edges";

  static final String PAGE_INFO = "pageInfo";

  private final Page<E> page;
  private final Supplier<CompletionStage<Integer>> total;

  PagedList(Page<E> page, Supplier<CompletionStage<Integer>> total) {
    this.page = page;
    this.total = total;
  }

  /** The same page. */
  protected PagedList(PagedList<E> other) {
    this(other.page, other.total);
  }

  @NonNull
  @Description("Where this page stands in its list.")
  public PageInfo getPageInfo() {
    return page.info();
  }

  @NonNull
  @Description("The page's items, for those who need no cursors between them.")
  public List<@NonNull E> getNodes() {
    return page.items();
  }

  protected Page<E> page() {
    return page;
  }

  @NonNull
  @Description("How many the whole list has, whatever the page. Counted only when asked for.")
  public CompletionStage<Integer> getTotalCount() {
    return total.get();
  }
}
