package org.chancery.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** RFC 8785, as another library writes it too. */
class CanonicalJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Object> LEAVES =
      List.of(
          "",
          "\u0000\u001f\u007f\u0080\u2028\"\\/\b\f\n\r\t",
          "\ud83d\udd4a \u4e2d\u6587 \u0627",
          0,
          -1,
          Integer.MAX_VALUE,
          9_007_199_254_740_991L,
          true,
          false,
          List.of(),
          Map.of());

  @Test
  void anythingIsWrittenAsAnotherLibraryWritesIt() throws IOException {
    Random chance = new Random(1);
    for (int i = 0; i < 500; i++) {
      Map<String, Object> value = new LinkedHashMap<>();
      for (int member = chance.nextInt(8); member >= 0; member--) {
        value.put(name(chance), value(chance, 3));
      }
      assertEquals(
          new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedString(),
          CanonicalJson.of(value));
    }
  }

  /** Whose order as code units is another than as code points. */
  private static String name(Random chance) {
    String letters = "aZ\u00e9\u4e2d\ue000\ufffd\"";
    return chance.nextInt(4) == 0
        ? "\ud83d\udd4a" + chance.nextInt(9)
        : letters.substring(chance.nextInt(letters.length()));
  }

  private static Object value(Random chance, int depth) {
    int kind = chance.nextInt(depth == 0 ? 1 : 3);
    if (kind == 0) {
      return LEAVES.get(chance.nextInt(LEAVES.size()));
    }
    List<Object> items = new ArrayList<>();
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = chance.nextInt(4); i > 0; i--) {
      items.add(value(chance, depth - 1));
      members.put(name(chance), value(chance, depth - 1));
    }
    return kind == 1 ? items : members;
  }

  @Test
  void whatTheRecordHasNotIsRefused() throws JsonProcessingException {
    assertEquals("null", CanonicalJson.of(null));
    Object fraction = JSON.readValue("{\"a\":1.5}", Map.class);
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(fraction));
  }
}
