package org.chancery.graphql.node;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * The global id of a node, written {@code type_uuid}. The type says where to look, so that one id
 * costs one lookup; to clients the text is opaque.
 *
 * @param type the node's type in lower case, such as {@code meeting}
 * @param uuid the id that the thing carries in its document
 */
public record NodeId(String type, UUID uuid) {

  private static final Pattern FORM =
      Pattern.compile("([a-z]+)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:@(\\d{1,10}))?");

  /**
   * Reads an id that a client sent.
   *
   * @param asOf the revision as of which it is asked for; null for the present
   * @throws RequestException where the text has not the form of an id, or is of another revision
   */
  static NodeId parse(String text, @Nullable Integer asOf) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw RequestException.badInput(
          "\"%s\" is not an id. Send an id as the API gave it in a field \"id\"; to find something by its key, use"
              + " the field of its type, such as meeting(key: …).",
          text);
    }
    String revision = matcher.group(3);
    if (revision != null && !revision.equals(String.valueOf(asOf))) {
      throw RequestException.badInput(
          "\"%s\" is of the record as of revision %s: ask for it below asOf(revision: %s).",
          text, revision, revision);
    }
    return new NodeId(matcher.group(1), UUID.fromString(matcher.group(2)));
  }

  @Override
  public String toString() {
    return type + "_" + uuid;
  }
}
