package org.chancery.database;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Teaches HQL {@code one_of(values, path)}: whether a value is one of an array. A list after {@code
 * in} would make another statement for each length of it, to be translated and planned anew; so
 * would a parameter that comes last, which may be many.
 */
public final class OneOf implements FunctionContributor {

  @Override
  public void contributeFunctions(FunctionContributions functions) {
    functions
        .getFunctionRegistry()
        .patternDescriptorBuilder("one_of", "(?2 = any(?1))")
        .setExactArgumentCount(2)
        .setInvariantType(
            functions
                .getTypeConfiguration()
                .getBasicTypeRegistry()
                .resolve(StandardBasicTypes.BOOLEAN))
        .register();
  }
}
