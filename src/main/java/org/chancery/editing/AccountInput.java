package org.chancery.editing;

import java.util.List;
import org.chancery.graphql.execution.GivenInput;
import org.chancery.meeting.AccountKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An account, to be recorded or amended, with what it carries: a list that is given takes the place
 * of the one before.
 */
@Input("AccountInput")
@Description(
    "An account, to be recorded or amended, with what it carries: a list that is given takes the place of the one before.")
public final class AccountInput extends GivenInput {

  @Description(
      "A UUID version 7 (RFC 9562), in lower case: made when the thing is first recorded, and never changed. Where it is left out, the thing is found by its key, or is new.")
  public @Nullable String id;

  @Description(
      "A short readable name, unique among accounts and permanent; proposed from its names and dates where it is left out.")
  public @Nullable String key;

  @Description("The same thing elsewhere, such as in Wikidata.")
  public @Nullable List<@NonNull String> sameAs;

  @Description("What sort of text it is. Needed when it is recorded.")
  public @Nullable AccountKind kind;

  @Description("Who published it; left out where that is not known.")
  public @Nullable String publisher;

  @Description(
      "The key of the party that published it, or whose state press did; left out where it is neither side's.")
  public @Nullable String side;

  @Description("Its headline.")
  public @Nullable String title;

  @Description("Where it can be read.")
  public @Nullable String url;

  @Description("The place that its dateline names.")
  public @Nullable String dateline;

  @Description("The language of the text, as a BCP 47 tag.")
  public @Nullable String language;

  @Description("The day on which it was published, such as 2021-09-02.")
  public @Nullable String publishedOn;

  @Description("The licence under which the text is kept here, as an SPDX identifier or in words.")
  public @Nullable String licence;

  @Description("The whole text; left out where the record does not keep it.")
  public @Nullable String text;

  @Description("What it reports, in its own order.")
  public @Nullable List<@NonNull StatementInput> statements;
}
