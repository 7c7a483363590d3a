package org.chancery.search;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.type.StandardBasicTypes;

/**
 * Teaches HQL {@code has_word(word, id, searchWords)}: whether the word is among a thing's words,
 * by the index that the database has. On PostgreSQL that is a GIN index over its text search, whose
 * expression stands here as the migration has it; on H2 the table that {@link WordIndex} keeps, and
 * {@code has_rare_word} starts from the few things that have the word.
 */
public final class WordFunction implements FunctionContributor {

  private static final String POSTGRESQL =
      "(array_to_tsvector(string_to_array(btrim(?3), ' ')) @@ cast(quote_literal(cast(?1 as text)) as tsquery))";

  /** Row by row: H2 gathers the result of an {@code in} first, however few rows need it. */
  private static final String H2 =
      "(exists (select 1 from search_word w where w.word = ?1 and w.thing = ?2))";

  private static final String H2_RARE =
      "(?2 in (select w.thing from search_word w where w.word = ?1))";

  @Override
  public void contributeFunctions(FunctionContributions functions) {
    boolean onPostgresql = functions.getDialect() instanceof PostgreSQLDialect;
    register(functions, "has_word", onPostgresql ? POSTGRESQL : H2);
    register(functions, "has_rare_word", onPostgresql ? POSTGRESQL : H2_RARE);
  }

  private static void register(FunctionContributions functions, String name, String pattern) {
    functions
        .getFunctionRegistry()
        .patternDescriptorBuilder(name, pattern)
        .setExactArgumentCount(3)
        .setInvariantType(
            functions
                .getTypeConfiguration()
                .getBasicTypeRegistry()
                .resolve(StandardBasicTypes.BOOLEAN))
        .register();
  }
}
