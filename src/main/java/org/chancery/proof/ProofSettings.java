package org.chancery.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How the record's heads are signed. */
@ConfigMapping(prefix = "chancery.proof")
public interface ProofSettings {

  /**
   * The file with the private key, Ed25519 in PEM (PKCS #8). One is made there where there is none.
   */
  @WithDefault("${chancery.data}/proof-key.pem")
  Path key();

  /** What the record is called in its heads; the host of its public address is a good name. */
  Optional<String> name();
}
