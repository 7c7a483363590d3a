package org.chancery.editing;

import java.util.List;
import org.chancery.graphql.execution.GivenInput;
import org.chancery.statement.ReportingMode;
import org.chancery.statement.StatementAct;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A statement, to be recorded or amended, with what it carries: a list that is given takes the
 * place of the one before.
 */
@Input("StatementInput")
@Description(
    "A statement, to be recorded or amended, with what it carries: a list that is given takes the place of the one before.")
public final class StatementInput extends GivenInput {

  @Description(
      "A UUID version 7 (RFC 9562), in lower case: made when the thing is first recorded, and never changed. Where it is left out, the thing is found by its key, or is new.")
  public @Nullable String id;

  @Description(
      "A short readable name, unique among statements and permanent; proposed from its names and dates where it is left out.")
  public @Nullable String key;

  @Description("The same thing elsewhere, such as in Wikidata.")
  public @Nullable List<@NonNull String> sameAs;

  @Description(
      "Who said it, as the account has it: one, or several together, in the order in which it names them. Needed when it is recorded.")
  public @Nullable List<@NonNull SpeakerInput> speakers;

  @Description(
      "Who said it in the account's own words (the US side, the Minister); left out where the sentence does not name them.")
  public @Nullable String source;

  @Description("To whom it was said; left out where the account does not say.")
  public @Nullable List<@NonNull SpeakerInput> addressees;

  @Description("The verb as printed; left out where the account prints none.")
  public @Nullable String cue;

  @Description(
      "What was done by saying it, in PLOVER's terms, as an editor coded it. Needed when it is recorded.")
  public @Nullable StatementAct act;

  @Description(
      "DIRECT where all of the text is quoted, INDIRECT where nothing is, MIXED where parts are. Needed when it is recorded.")
  public @Nullable ReportingMode mode;

  @Description("What the account says was said. Needed when it is recorded.")
  public @Nullable String text;

  @Description(
      "Where the statement stands in its account's text, as a TextQuoteSelector and a TextPositionSelector of the W3C Web Annotation Data Model; left out where nobody said.")
  public @Nullable AnchorInput anchor;

  @Description("The words that the account gives as spoken, in their order; they do not overlap.")
  public @Nullable List<@NonNull QuotationInput> quotations;

  @Description("What it is about: keys of topics, in the order of their weight.")
  public @Nullable List<@NonNull String> topics;

  @Description(
      "The key of the statement, standing before this one in the same account, through which alone this one is known.")
  public @Nullable String reportedIn;
}
