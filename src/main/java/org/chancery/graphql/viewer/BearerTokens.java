package org.chancery.graphql.viewer;

/** Who may sign in with a token that somebody else has issued (RFC 6750). */
public interface BearerTokens {

  /** Whether any are taken. */
  boolean areTaken();

  /**
   * Whose token it is. May wait for its issuer.
   *
   * @throws RefusedTokenException where it is not to be taken
   * @throws IllegalStateException where its issuer cannot be asked
   */
  Viewer viewer(String token) throws RefusedTokenException;

  /** A token that is not taken; the message says why, in a sentence for whoever sent it. */
  final class RefusedTokenException extends Exception {

    public RefusedTokenException(String why) {
      super(why);
    }
  }
}
