package org.chancery.account;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.meeting.AccountKind;
import org.chancery.record.Identity;
import org.chancery.record.RecordEntity;
import org.chancery.search.Searched;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.LazyGroup;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One text that reports a meeting. */
@Entity
@Description(
    "One text that reports a meeting: an official readout, a press report, a joint statement, a transcript, a memorandum, a"
        + " dispatch, a memoir.")
public class Account extends RecordEntity implements Node, Searched {

  static final String NODE_TYPE = "account";

  private UUID meetingId;

  /** Orders the meeting's accounts in queries. */
  @Column private int position;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private AccountKind kind;

  private @Nullable String publisher;

  private @Nullable UUID sideId;

  private @Nullable String title;

  @Column(name = "url")
  private @Nullable String sourceUrl;

  private @Nullable String dateline;

  private @Nullable String language;

  private @Nullable LocalDate publishedOn;

  private @Nullable String licence;

  /** It can be as long as a book. */
  @Basic(fetch = FetchType.LAZY)
  @LazyGroup(WHOLE_TEXT)
  private @Nullable String text;

  /** In Unicode code points, for the database to hold anchors inside the text; null without one. */
  private @Nullable Integer textLength;

  /** What it is found by: as large as the text, and not read with it. */
  @Basic(fetch = FetchType.LAZY)
  private String searchWords;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Account() {}

  /** The {@code position}-th account of the meeting, from 1 on. */
  public Account(Identity identity, UUID meetingId, int position, AccountKind kind) {
    super(identity);
    this.meetingId = meetingId;
    this.position = position;
    this.kind = kind;
    this.searchWords = "";
  }

  /** Who published it and in which language; each null where it is not known. */
  public Account publishedBy(@Nullable String publisher, @Nullable String language) {
    this.publisher = publisher;
    this.language = language;
    return this;
  }

  /** The party that published it or whose press did; null where it is neither's. */
  public Account onTheSideOf(@Nullable UUID partyId) {
    this.sideId = partyId;
    return this;
  }

  /** Where and when it appeared; each null where it is not known. */
  public Account appeared(
      @Nullable String title,
      @Nullable String sourceUrl,
      @Nullable String dateline,
      @Nullable LocalDate publishedOn) {
    this.title = title;
    this.sourceUrl = sourceUrl;
    this.dateline = dateline;
    this.publishedOn = publishedOn;
    this.searchWords = searchWords();
    return this;
  }

  /** The text itself, and the licence under which it is kept here; null where it is not kept. */
  public Account withText(@Nullable String text, @Nullable String licence) {
    this.text = text;
    this.textLength = text == null ? null : text.codePointCount(0, text.length());
    this.licence = licence;
    this.searchWords = searchWords();
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
  @Description("What sort of text it is.")
  public AccountKind getKind() {
    return kind;
  }

  @Description("Who published it, as the record names them; null where it does not say.")
  public @Nullable String getPublisher() {
    return publisher;
  }

  @Description("Its headline; null where it has none, or the record does not have it.")
  public @Nullable String getTitle() {
    return title;
  }

  @Description("Where it can be read; null where the record does not say.")
  public @Nullable String getSourceUrl() {
    return sourceUrl;
  }

  @Description("The place that its dateline names; null where it has none.")
  public @Nullable String getDateline() {
    return dateline;
  }

  @Description("The language of the text, as a BCP 47 tag; null where the record does not say.")
  public @Nullable String getLanguage() {
    return language;
  }

  @Description("The day on which it was published; null where that is not known.")
  public @Nullable LocalDate getPublishedOn() {
    return publishedOn;
  }

  @Description(
      "The licence under which the text is kept here, as an SPDX identifier or in words; null where the record does not say.")
  public @Nullable String getLicence() {
    return licence;
  }

  @Description("The whole text; null where the record does not keep it.")
  public @Nullable String getText() {
    return text;
  }

  public UUID meetingId() {
    return meetingId;
  }

  public @Nullable Integer textLength() {
    return textLength;
  }

  @Nullable UUID sideId() {
    return sideId;
  }

  @Override
  public List<@Nullable String> texts() {
    return Arrays.asList(title, text);
  }
}
