package org.chancery.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Where a statement stands in its account's text: a TextQuoteSelector and a TextPositionSelector of
 * the W3C Web Annotation Data Model in one.
 */
@Description(
    "Where a statement stands in its account's text, as the TextQuoteSelector and the TextPositionSelector of the W3C Web"
        + " Annotation Data Model have it.")
public record TextAnchor(
    @NonNull @Description("The text there.") String exact,
    @NonNull
        @Description("What stands right before it: 32 characters, or fewer at the text's start.")
        String prefix,
    @NonNull @Description("What stands right after it: 32 characters, or fewer at the text's end.")
        String suffix,
    @NonNull @Description("Where it starts in the text, in Unicode code points from 0 on.")
        Integer start,
    @NonNull
        @Description(
            "Where it ends in the text, in Unicode code points: the offset after the last one.")
        Integer end) {

  private static final int CONTEXT = 32;

  static TextAnchor in(String text, int start, int end) {
    int length = text.codePointCount(0, text.length());
    return new TextAnchor(
        Quotation.cutFrom(text, start, end),
        Quotation.cutFrom(text, Math.max(0, start - CONTEXT), start),
        Quotation.cutFrom(text, end, Math.min(length, end + CONTEXT)),
        start,
        end);
  }
}
