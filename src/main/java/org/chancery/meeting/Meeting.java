package org.chancery.meeting;

import jakarta.persistence.Basic;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** People met, or spoke by video, telephone or letter. */
@Entity
@Description("People met, or spoke by video, telephone or letter.")
public class Meeting extends RecordEntity implements Node, Searched {

  static final String NODE_TYPE = "meeting";

  private String title;

  @Embedded private RecordDate date;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private MeetingStatus status;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private MeetingFormat format;

  private @Nullable String place;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private @Nullable Initiative initiative;

  private @Nullable UUID initiatorId;

  private @Nullable UUID eventId;

  /** What it is found by: as large as the text, and not read with it. */
  @Basic(fetch = FetchType.LAZY)
  private String searchWords;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Meeting() {}

  public Meeting(
      Identity identity,
      String title,
      RecordDate date,
      MeetingStatus status,
      MeetingFormat format) {
    super(identity);
    this.title = title;
    this.date = date;
    this.status = status;
    this.format = format;
    this.searchWords = Words.of(List.of(title));
  }

  /** Where it was held; null where nobody said. */
  public Meeting heldAt(@Nullable String place) {
    this.place = place;
    this.searchWords = searchWords();
    return this;
  }

  /** How it came about, and through whom; each null where nobody said. */
  public Meeting cameAbout(@Nullable Initiative initiative, @Nullable UUID initiatorId) {
    this.initiative = initiative;
    this.initiatorId = initiatorId;
    return this;
  }

  /** What it belongs to; null where it stands alone. */
  public Meeting partOf(@Nullable UUID eventId) {
    this.eventId = eventId;
    return this;
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

  @NonNull
  @Description("Whether it took place.")
  public MeetingStatus getStatus() {
    return status;
  }

  @NonNull
  @Description("How those who met reached each other.")
  public MeetingFormat getFormat() {
    return format;
  }

  @Description("Where it was; null where the record does not say, or there was no one place.")
  public @Nullable String getPlace() {
    return place;
  }

  @Description("How it came about; null where no account says.")
  public @Nullable Initiative getInitiative() {
    return initiative;
  }

  @Nullable UUID initiatorId() {
    return initiatorId;
  }

  @Nullable UUID eventId() {
    return eventId;
  }

  long order() {
    return date.order();
  }

  @Override
  public List<@Nullable String> texts() {
    return Arrays.asList(title, place);
  }
}
