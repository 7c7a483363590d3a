package org.chancery.meeting;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.search.Searched;
import org.chancery.search.Words;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One participant in one meeting, for one party. */
@Entity
@Description(
    "One participant in one meeting: for which party, in which offices, and how they were there.")
public class Participation implements Node, Searched {

  static final String NODE_TYPE = "participation";

  @Id private UUID id;

  private UUID meetingId;

  /** Where the meeting's date stands among others; a foreign key keeps it the same. */
  private long meetingOrder;

  private UUID participantId;

  private UUID partyId;

  private @Nullable UUID onBehalfOfId;

  @Column private int position;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> offices;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private @Nullable ParticipationRole role;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private @Nullable Attendance attendance;

  private @Nullable String joinedFrom;

  /** What it is found by: as large as the text, and not read with it. */
  @Basic(fetch = FetchType.LAZY)
  private String searchWords;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Participation() {}

  /** The {@code position}-th in the meeting, from 1 on. */
  public Participation(
      UUID id,
      Meeting meeting,
      int position,
      UUID participantId,
      UUID partyId,
      @Nullable UUID onBehalfOfId,
      List<String> offices) {
    this.id = id;
    this.meetingId = meeting.uuid();
    this.meetingOrder = meeting.order();
    this.position = position;
    this.participantId = participantId;
    this.partyId = partyId;
    this.onBehalfOfId = onBehalfOfId;
    this.offices = List.copyOf(offices);
    this.searchWords = Words.of(List.copyOf(offices));
  }

  /** What they did there and how they were there; each null where nobody said. */
  public Participation attended(
      @Nullable ParticipationRole role,
      @Nullable Attendance attendance,
      @Nullable String joinedFrom) {
    this.role = role;
    this.attendance = attendance;
    this.joinedFrom = joinedFrom;
    return this;
  }

  @Override
  @org.eclipse.microprofile.graphql.Id
  @NonNull
  @Description("Global, opaque and permanent.")
  public String getId() {
    return new NodeId(NODE_TYPE, id).toString();
  }

  @NonNull
  @Description("The offices that they held then, as the accounts name them; empty where none does.")
  public List<@NonNull String> getOffices() {
    return offices;
  }

  @Description("What they did there; null where the record does not say.")
  public @Nullable ParticipationRole getRole() {
    return role;
  }

  @Description("Whether and how they were there; null where the record does not say.")
  public @Nullable Attendance getAttendance() {
    return attendance;
  }

  @Description("From where they joined; null where the record does not say.")
  public @Nullable String getJoinedFrom() {
    return joinedFrom;
  }

  @Override
  public UUID uuid() {
    return id;
  }

  UUID meetingId() {
    return meetingId;
  }

  long meetingOrder() {
    return meetingOrder;
  }

  public UUID participantId() {
    return participantId;
  }

  public UUID partyId() {
    return partyId;
  }

  @Nullable UUID onBehalfOfId() {
    return onBehalfOfId;
  }

  @Override
  public List<@Nullable String> texts() {
    return List.copyOf(offices);
  }
}
