package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Where an operator wants no pages, or has others, addresses lead on. */
@EnabledIfSystemProperty(
    named = "chancery.database",
    matches = "h2",
    disabledReason = "the same on any database")
class PagesOffIT {

  private static final String ADDRESS = "/meetings/2021-09-01-wang-kerry";

  @TempDir Path folder;

  @Test
  void addressesLeadToGraphiql() throws Exception {
    try (RunningService service =
        start(Map.of("CHANCERY_PAGES", "false", "CHANCERY_API_GRAPHIQL", "true"))) {
      HttpResponse<String> answer = service.page(ADDRESS);
      assertEquals(303, answer.statusCode());
      assertTrue(location(answer).startsWith("../q/graphql-ui/?query="), location(answer));
      assertTrue(location(service.page(ADDRESS + "/")).startsWith("../../q/graphql-ui/?query="));
      assertEquals(404, service.page("/meetings").statusCode());
      String first = service.page("/").body();
      assertTrue(first.contains("graphql-ui"));
      assertFalse(first.contains("href=\"meetings\""), first);
    }
  }

  @Test
  void addressesLeadToThePagesOfTheOperator() throws Exception {
    try (RunningService service =
        start(Map.of("CHANCERY_ADDRESS_PAGE_URL", "https://archive.example/{kind}/{key}"))) {
      HttpResponse<String> answer = service.page(ADDRESS);
      assertEquals(303, answer.statusCode());
      assertEquals("https://archive.example" + ADDRESS, location(answer));
      assertEquals(200, service.page("/meetings").statusCode());
    }
  }

  private RunningService start(Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("CHANCERY_DATA", folder.toString());
    all.put("CHANCERY_SAMPLE", "true");
    RunningService service = RunningService.start(all);
    service.data("{ __typename }");
    return service;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
