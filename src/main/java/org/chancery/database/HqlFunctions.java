package org.chancery.database;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.type.BasicTypeReference;
import org.hibernate.type.StandardBasicTypes;

/**
 * Adds HQL functions, for what HQL has no words for, or each database its own.
 *
 * <p>{@code one_of(values, path)}: whether a value is one of an array. A list after {@code in}
 * would make another statement for each length, translated and planned anew; so would a parameter
 * in the last argument, or anywhere within it, which may be a list.
 *
 * <p>{@code has_word(word, id, searchWords)}: whether the word is among a thing's words, by the
 * index that the database has. On PostgreSQL that is a GIN index over its text search, whose
 * expression stands here as the migration has it; on H2 the table {@code search_word}, and there
 * {@code has_rare_word} starts from the few things that have the word. {@code has_prefix} and
 * {@code has_rare_prefix} ask the same for a word that begins so. Of the past H2 gathers the few
 * again for each thing, so that they are not to be asked for there.
 *
 * <p>{@code relevance(rest, searchWords)}: the share of the words that are missing in the rest of
 * them, as {@code Relevance} has it.
 *
 * <p>{@code beginning(searchWords)}: the first six hundred characters, as {@code Words.beginning}
 * has them. A thing can have very many names, and a cursor is part of an address.
 */
public final class HqlFunctions implements FunctionContributor {

  /** The word, with what says that it is the beginning of one. */
  private static final String IN_TEXT_SEARCH =
      "(array_to_tsvector(string_to_array(btrim(?3), ' ')) @@ cast(quote_literal(cast(?1 as text))%s as tsquery))";

  /** Row by row: H2 gathers the result of an {@code in} first, however few rows need it. */
  private static final String IN_TABLE =
      "(exists (select 1 from search_word w where %s and w.thing = ?2))";

  private static final String FROM_TABLE = "(?2 in (select w.thing from search_word w where %s))";

  /** That a row {@code w} of the table is of the first parameter. */
  static final String IS_IT = "w.word = ?1";

  /** The same of its beginning: no letter that a word may have comes after the last of 16 bits. */
  static final String BEGINS_SO = "w.word between ?1 and ?1 || char(65535)";

  @Override
  public void contributeFunctions(FunctionContributions functions) {
    register(functions, "one_of", 2, "(?2 = any(?1))");
    // H2 counts units of UTF-16 otherwise, of which a character can have two.
    register(
        functions,
        "beginning",
        1,
        functions.getDialect() instanceof PostgreSQLDialect
            ? "left(?1, 600)"
            : "regexp_substr(?1, '.{0,600}')",
        StandardBasicTypes.STRING);
    // PostgreSQL counts the characters of a text one by one, and knows its bytes.
    register(
        functions,
        "relevance",
        2,
        "(1000 * (octet_length(?2) - octet_length(?1)) / greatest(1, octet_length(?2)))",
        StandardBasicTypes.INTEGER);
    if (functions.getDialect() instanceof PostgreSQLDialect) {
      register(functions, "has_word", 3, IN_TEXT_SEARCH.formatted(""));
      register(functions, "has_prefix", 3, IN_TEXT_SEARCH.formatted(" || ':*'"));
    } else {
      register(functions, "has_word", 3, IN_TABLE.formatted(IS_IT));
      register(functions, "has_rare_word", 3, FROM_TABLE.formatted(IS_IT));
      register(functions, "has_prefix", 3, IN_TABLE.formatted(BEGINS_SO));
      register(functions, "has_rare_prefix", 3, FROM_TABLE.formatted(BEGINS_SO));
    }
  }

  private static void register(
      FunctionContributions functions, String name, int arguments, String pattern) {
    register(functions, name, arguments, pattern, StandardBasicTypes.BOOLEAN);
  }

  private static void register(
      FunctionContributions functions,
      String name,
      int arguments,
      String pattern,
      BasicTypeReference<?> type) {
    functions
        .getFunctionRegistry()
        .patternDescriptorBuilder(name, pattern)
        .setExactArgumentCount(arguments)
        .setInvariantType(functions.getTypeConfiguration().getBasicTypeRegistry().resolve(type))
        .register();
  }
}
