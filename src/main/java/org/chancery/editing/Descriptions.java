package org.chancery.editing;

/** What several mutations and payloads say of themselves. */
final class Descriptions {

  static final String THING =
      "As it is now, with all of this operation's changes so far; null where there are userErrors.";

  static final String REVISION =
      "The revision that this is in, one for the whole operation; null where nothing was changed, or where there are"
          + " userErrors.";

  static final String USER_ERRORS =
      "All that is wrong with the input, at once. Where one mutation of an operation has any, nothing of the whole operation is"
          + " kept.";

  static final String INPUT =
      "What the record shall say; what is left out, it does not say. Ids and keys may be left out.";

  static final String CHANGES =
      "What the record shall say: what is left out stays as it is, and null takes back what the record said.";

  static final String KEY = "Its key.";

  static final String EXPECTED_VERSION =
      "The version of it that the editor saw: where another has changed it since, this is refused with CONFLICT.";

  static final String REASON = "Why; up to 2,000 characters.";

  static final String VALIDATE_ONLY =
      "Whether to try only: the payload shows what would be, and nothing is kept.";

  private Descriptions() {}
}
