package org.chancery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes long, and finds what shorter tests find but seldom: runs where {@code
 * -Dchancery.trials=all} asks for it, as {@code .ci/run} does.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@EnabledIfSystemProperty(named = "chancery.trials", matches = "all")
public @interface LongTrial {

  /** Whether a test is asked for all that it can try, and not for a part of it. */
  final class Asked {

    private Asked() {}

    public static boolean forAll() {
      return System.getProperty("chancery.trials", "").equals("all");
    }
  }
}
