package org.chancery.users;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Whose tokens are taken (OpenID Connect). */
@ConfigMapping(prefix = "chancery.oidc")
public interface TokenSettings {

  /**
   * The provider, by the address that its tokens have as {@code iss}; without it no tokens are
   * taken.
   */
  Optional<String> issuer();

  /** What tokens for this service have as {@code aud}. */
  @WithDefault("chancery")
  String audience();

  /**
   * The claim with the user's roles: a list, or one text with spaces between them. Where it is
   * inside of others, they have dots between them, such as {@code realm_access.roles}.
   */
  @WithDefault("roles")
  String rolesClaim();

  /** The claim with the name that revisions carry; without it the name is {@code sub}. */
  @WithDefault("preferred_username")
  String nameClaim();
}
