package org.chancery.statement;

import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.FilterFields;
import org.chancery.graphql.filter.KeyFilter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.filter.TimeRange;
import org.chancery.meeting.AccountFilter;
import org.chancery.meeting.MeetingFilter;
import org.chancery.topic.Topic;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which statements. Everything that it says has to be true together. */
@Input("StatementFilter")
@Description("Which statements. Everything that it says has to be true together.")
public record StatementFilter(
    @Description("Said at such a meeting.") @Nullable MeetingFilter meeting,
    @Description("Reported by such an account.") @Nullable AccountFilter account,
    @Description("About the topics with these keys.") @Nullable KeyFilter topics,
    @Description("Said by such speakers.") @Nullable SpeakerFilter speaker,
    @Description("Said to such addressees.") @Nullable SpeakerFilter addressee,
    @Description("Coded as one of these acts.") @Nullable StatementActFilter act,
    @Description("Reported in one of these ways.") @Nullable ReportingModeFilter mode,
    @Description("Whether words in it are given as spoken.") @Nullable Boolean hasQuotation,
    @Description("Whether it is known only because another statement reports it.")
        @Nullable Boolean nested,
    @Description("Linked so to a statement of another account.") @Nullable LinkKindFilter links,
    @Description(FilterFields.TEXT + "Looks in the text, quotations included.")
        @Nullable String text,
    @Description(FilterFields.CREATED_AT) @Nullable TimeRange createdAt,
    @Description(FilterFields.UPDATED_AT) @Nullable TimeRange updatedAt)
    implements Filter {

  @Override
  public void narrow(PredicateBuilder where, String alias) {
    String held = where.alias("m");
    where.exists(
        meeting, "Meeting %1$s where %1$s.id = %2$s.meetingId".formatted(held, alias), held);
    String reporting = where.alias("a");
    where.exists(
        account,
        "Account %1$s where %1$s.id = %2$s.accountId".formatted(reporting, alias),
        reporting);
    where.linked(
        "topics",
        Topic.class,
        topics,
        "StatementTopic l where l.statementId = %s.id".formatted(alias),
        "l.topicId");
    if (speaker != null) {
      speaker.narrow(where, "StatementSpeaker", alias);
    }
    if (addressee != null) {
      addressee.narrow(where, "Addressee", alias);
    }
    where.choice(alias + ".act", act);
    where.choice(alias + ".mode", mode);
    if (hasQuotation != null) {
      where.require(
          (hasQuotation ? "" : "not ")
              + "exists (select 1 from Quotation q where q.statementId = %s.id)".formatted(alias));
    }
    if (nested != null) {
      where.require(alias + ".reportedInId is " + (nested ? "not null" : "null"));
    }
    if (links != null) {
      links.narrow(where, alias);
    }
    where.text(search(), alias);
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }
}
