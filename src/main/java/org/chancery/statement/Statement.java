package org.chancery.statement;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import java.util.List;
import java.util.UUID;
import org.chancery.account.Account;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.meeting.Meeting;
import org.chancery.record.Identity;
import org.chancery.record.RecordEntity;
import org.chancery.search.Searched;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One thing that one account says that somebody said, or several together. */
@Entity
@Description("One thing that one account says that somebody said, or several together.")
public class Statement extends RecordEntity implements Node, Searched {

  static final String NODE_TYPE = "statement";

  private UUID meetingId;

  /** Where the meeting's date stands among others; a foreign key keeps it the same. */
  private long meetingOrder;

  private UUID accountId;

  /** Where it stands among all statements of its meeting, account by account. */
  private int sequence;

  private int position;

  private @Nullable String source;

  private @Nullable String cue;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private StatementAct act;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private ReportingMode mode;

  private String text;

  /** In Unicode code points, for the database to hold quotations inside the text; never read. */
  @Basic(fetch = FetchType.LAZY)
  private int textLength;

  private @Nullable UUID reportedInId;

  /** Lets the database hold that it stands before this one; never read. */
  @Column
  @Basic(fetch = FetchType.LAZY)
  private @Nullable Integer reportedInPosition;

  /** What it is found by: as large as the text, and not read with it. */
  @Basic(fetch = FetchType.LAZY)
  private String searchWords;

  private @Nullable Integer anchorStart;

  private @Nullable Integer anchorEnd;

  /**
   * The length of the account's text; a foreign key keeps it the same, and the anchor within. Never
   * read.
   */
  @Column
  @Basic(fetch = FetchType.LAZY)
  private @Nullable Integer anchorTextLength;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Statement() {}

  /**
   * The {@code position}-th of its account and the {@code sequence}-th of its meeting, from 1 on.
   * It is whole once {@link #saidWith} and {@link #saying} have told what was said, and there is a
   * {@link StatementSpeaker}.
   */
  @SuppressWarnings("NullAway.Init")
  public Statement(
      Identity identity, Meeting meeting, Account account, int position, int sequence) {
    super(identity);
    this.meetingId = meeting.uuid();
    this.meetingOrder = meeting.getDate().order();
    this.accountId = account.uuid();
    this.position = position;
    this.sequence = sequence;
  }

  /** How the account names who said it, with which verb it was said, and to what end. */
  public Statement saidWith(
      @Nullable String source, @Nullable String cue, StatementAct act, ReportingMode mode) {
    this.source = source;
    this.cue = cue;
    this.act = act;
    this.mode = mode;
    return this;
  }

  /** What the account says was said. */
  public Statement saying(String text) {
    this.text = text;
    this.searchWords = searchWords();
    this.textLength = text.codePointCount(0, text.length());
    return this;
  }

  /**
   * The statement of the same account, standing before this one, that reports it; null where none
   * does.
   */
  public Statement reportedIn(@Nullable Statement reporting) {
    this.reportedInId = reporting == null ? null : reporting.id;
    this.reportedInPosition = reporting == null ? null : reporting.position;
    return this;
  }

  /** Where it stands in the text of its account, which has one; in Unicode code points. */
  public Statement anchoredIn(Account account, int start, int end) {
    this.anchorStart = start;
    this.anchorEnd = end;
    this.anchorTextLength = account.textLength();
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
  @Description("Where it stands in its account, from 1 on.")
  public Integer getPosition() {
    return position;
  }

  @Description(
      "Who said it in the account's own words (\"the US side\", \"the Minister\"); null where the sentence does not name"
          + " them, or the record does not say.")
  public @Nullable String getSource() {
    return source;
  }

  @Description(
      "The verb as printed (\"urged\", \"pointed out\"); null where the account prints none.")
  public @Nullable String getCue() {
    return cue;
  }

  @NonNull
  @Description("What was done by saying it, as an editor coded it.")
  public StatementAct getAct() {
    return act;
  }

  @NonNull
  @Description("Whether the account gives the words or their sense.")
  public ReportingMode getMode() {
    return mode;
  }

  @NonNull
  @Description(
      "What the account says was said. It is the account's report, and not the truth about what was said.")
  public String getText() {
    return text;
  }

  UUID meetingId() {
    return meetingId;
  }

  long meetingOrder() {
    return meetingOrder;
  }

  int sequence() {
    return sequence;
  }

  public UUID accountId() {
    return accountId;
  }

  int textLength() {
    return textLength;
  }

  /** Where it stands in the text of its account; null where nobody said. */
  @Nullable TextAnchor anchorIn(@Nullable String accountText) {
    return accountText == null || anchorStart == null || anchorEnd == null
        ? null
        : TextAnchor.in(accountText, anchorStart, anchorEnd);
  }

  boolean isAnchored() {
    return anchorStart != null;
  }

  @Nullable UUID reportedInId() {
    return reportedInId;
  }

  @Override
  public List<@Nullable String> texts() {
    return List.of(text);
  }
}
