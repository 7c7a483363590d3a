package org.chancery.exchange;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.chancery.SampleToEditOnH2;

@QuarkusTest
@TestProfile(ExchangingOnH2Test.SmallDocuments.class)
class ExchangingOnH2Test extends Exchanging {

  public static class SmallDocuments extends SampleToEditOnH2 {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("chancery.test.database", "exchange");
      settings.put("chancery.limits.document", "12M");
      return settings;
    }
  }
}
