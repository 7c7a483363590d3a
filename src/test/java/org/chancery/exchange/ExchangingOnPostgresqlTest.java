package org.chancery.exchange;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.chancery.SampleToEditOnPostgresql;

@QuarkusTest
@TestProfile(ExchangingOnPostgresqlTest.SmallDocuments.class)
class ExchangingOnPostgresqlTest extends Exchanging {

  public static class SmallDocuments extends SampleToEditOnPostgresql {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("chancery.limits.document", "12M");
      return settings;
    }
  }
}
