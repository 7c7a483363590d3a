package org.chancery.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The names of something.
 *
 * @param name as the record uses it
 * @param others its other names
 * @param languages of the other names, each at the place of its name; empty where the record does
 *     not say
 */
public record Names(String name, List<String> others, List<String> languages) {

  /** A buffer for a tag has so many characters at the least (RFC 5646, 4.4.1). */
  private static final int LONGEST_LANGUAGE = 35;

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  public static Names of(String name, List<OtherName> others) {
    return new Names(
        name,
        others.stream().map(OtherName::name).toList(),
        others.stream().map(other -> other.language() == null ? "" : other.language()).toList());
  }

  /** Whether a text can be a BCP 47 tag. */
  static boolean isLanguage(String text) {
    // Its length first: a pattern takes stack for each part, and so does a name for each range.
    return text.length() <= LONGEST_LANGUAGE && LANGUAGE.matcher(text).matches();
  }

  /** The other names, as the schema shows them. */
  public List<OtherName> otherNames() {
    return IntStream.range(0, others.size())
        .mapToObj(
            at ->
                new OtherName(
                    others.get(at), languages.get(at).isEmpty() ? null : languages.get(at)))
        .toList();
  }

  /**
   * The name to show in a language: the other name in it, else in a regional form of it; else the
   * same for the language without its last subtag, and so on (RFC 4647, lookup); else the name as
   * the record uses it.
   *
   * @param language a BCP 47 tag; null for the name as the record uses it
   */
  public String in(@Nullable String language) {
    if (language == null) {
      return name;
    }
    String wanted = language.toLowerCase(Locale.ROOT);
    for (String range = wanted; !range.isEmpty(); range = withoutLastSubtag(range)) {
      String exact = range;
      int found = firstLanguage(exact::equals);
      if (found < 0 && range.equals(wanted)) {
        // Of a shorter range it could be another script.
        found = firstLanguage(tag -> tag.startsWith(exact + "-"));
      }
      if (found >= 0) {
        return others.get(found);
      }
    }
    return name;
  }

  private int firstLanguage(Predicate<String> wanted) {
    return IntStream.range(0, languages.size())
        .filter(at -> wanted.test(languages.get(at).toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(-1);
  }

  private static String withoutLastSubtag(String range) {
    return range.substring(0, Math.max(0, range.lastIndexOf('-')));
  }

  /**
   * All of these names.
   *
   * @param sortName stands first, where there is one: things are ordered by the words of these as
   *     well
   */
  List<@Nullable String> texts(@Nullable String sortName) {
    List<@Nullable String> texts = new ArrayList<>();
    texts.add(sortName);
    texts.add(name);
    texts.addAll(others);
    return texts;
  }
}
