package org.chancery.graphql.viewer;

import java.util.Set;
import java.util.function.Supplier;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param name null for somebody who has not signed in
 * @param roles what they may do, beside reading
 */
public record Viewer(@Nullable String name, Set<String> roles) {

  /** May record, amend and withdraw. */
  public static final String EDITOR = "editor";

  /** May do what reaches beyond single things as well. */
  public static final String CURATOR = "curator";

  /** Who writes the documents that are given on the command line. */
  public static final String IMPORT = "import";

  /** Who writes the sample record. */
  public static final String SAMPLE = "sample";

  private static final Set<String> NOBODY = Set.of(IMPORT, SAMPLE);

  /** Somebody who has not signed in. */
  public static final Viewer ANONYMOUS = new Viewer(null, Set.of());

  /** Of the request that this thread runs. */
  private static final ThreadLocal<Viewer> CURRENT = ThreadLocal.withInitial(() -> ANONYMOUS);

  public Viewer {
    roles = Set.copyOf(roles);
  }

  /** Whether somebody can be called so: a revision by the command line is by nobody else. */
  public static boolean canBeCalled(String name) {
    return !NOBODY.contains(name);
  }

  /** Who sends the request that this thread runs. */
  public static Viewer current() {
    return CURRENT.get();
  }

  /** Runs a request of this viewer. */
  public <T> T running(Supplier<T> request) {
    CURRENT.set(this);
    try {
      return request.get();
    } finally {
      CURRENT.remove();
    }
  }

  /** Whether they may record, amend and withdraw. */
  public boolean mayEdit() {
    return roles.contains(EDITOR) || isCurator();
  }

  /** Whether they may do what reaches beyond single things. */
  public boolean isCurator() {
    return roles.contains(CURATOR);
  }

  /**
   * The name of somebody who may do what reaches beyond single things.
   *
   * @throws RequestException where the viewer may not
   */
  public String curator() {
    String editor = editor();
    if (!isCurator()) {
      throw RequestException.forbidden(editor, CURATOR);
    }
    return editor;
  }

  /**
   * The name of somebody who may edit.
   *
   * @throws RequestException where the viewer may not
   */
  public String editor() {
    if (name == null) {
      throw RequestException.unauthenticated();
    }
    if (!mayEdit()) {
      throw RequestException.forbidden(name, EDITOR);
    }
    return name;
  }
}
