package org.chancery.event;

import jakarta.persistence.Basic;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.record.Identity;
import org.chancery.record.RecordDate;
import org.chancery.record.RecordEntity;
import org.chancery.search.Searched;
import org.chancery.search.Words;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What several meetings belong to: a visit, talks, a summit. */
@Entity
@Description("What several meetings belong to: a visit, talks, a summit.")
public class Event extends RecordEntity implements Node, Searched {

  static final String NODE_TYPE = "event";

  private String title;

  @Embedded private RecordDate date;

  private @Nullable String place;

  private @Nullable UUID hostId;

  /** What it is found by: as large as the text, and not read with it. */
  @Basic(fetch = FetchType.LAZY)
  private String searchWords;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Event() {}

  public Event(
      Identity identity,
      String title,
      RecordDate date,
      @Nullable String place,
      @Nullable UUID hostId) {
    super(identity);
    this.title = title;
    this.date = date;
    this.place = place;
    this.hostId = hostId;
    this.searchWords = Words.of(Arrays.asList(title, place));
  }

  @Override
  @Id
  @NonNull
  @Description("Global, opaque and permanent.")
  public String getId() {
    return new NodeId(NODE_TYPE, id).toString();
  }

  @NonNull
  @Description("What it is called.")
  public String getTitle() {
    return title;
  }

  @NonNull
  @Description("When it was, as exactly as it is known.")
  public RecordDate getDate() {
    return date;
  }

  @Description("Where it was; null where the record does not say.")
  public @Nullable String getPlace() {
    return place;
  }

  @Nullable UUID hostId() {
    return hostId;
  }

  long order() {
    return date.order();
  }

  @Override
  public List<@Nullable String> texts() {
    return Arrays.asList(title, place);
  }
}
