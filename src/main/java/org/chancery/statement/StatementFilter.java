package org.chancery.statement;

import java.util.List;
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
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which statements. Everything that it says has to be true together. */
@Input("StatementFilter")
@Description("Which statements. Everything that it says has to be true together.")
public record StatementFilter(
    @Description("Said at such a meeting.") @Nullable MeetingFilter meeting,
    @Description("Reported by such an account.") @Nullable AccountFilter account,
    @Description("About the topics with these keys.") @Nullable KeyFilter topics,
    @Description("Said by one of these.") @Nullable SpeakerFilter speaker,
    @Description("Said to one of these.") @Nullable SpeakerFilter addressee,
    @Description("Coded as one of these acts.") @Nullable List<@NonNull StatementAct> act,
    @Description("Reported in one of these ways.") @Nullable List<@NonNull ReportingMode> mode,
    @Description("Whether words in it are given as spoken.") @Nullable Boolean hasQuotation,
    @Description("Whether it is known only because another statement reports it.")
        @Nullable Boolean nested,
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
    requireSpeaker(where, alias);
    requireAddressee(where, alias);
    where.in(alias + ".act", act);
    where.in(alias + ".mode", mode);
    if (hasQuotation != null) {
      where.require(
          (hasQuotation ? "" : "not ")
              + "exists (select 1 from Quotation q where q.statementId = %s.id)".formatted(alias));
    }
    if (nested != null) {
      where.require(alias + ".reportedInId is " + (nested ? "not null" : "null"));
    }
    where.text(search(), alias);
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }

  private void requireSpeaker(PredicateBuilder where, String alias) {
    String condition = speaker == null ? null : speaker.condition(where, alias + ".speaker", alias);
    if (condition != null) {
      where.require(condition);
    }
  }

  private void requireAddressee(PredicateBuilder where, String alias) {
    String condition = addressee == null ? null : addressee.condition(where, "a.speaker", alias);
    if (condition != null) {
      where.require(
          "exists (select 1 from Addressee a where a.statementId = %s.id and %s)"
              .formatted(alias, condition));
    }
  }
}
