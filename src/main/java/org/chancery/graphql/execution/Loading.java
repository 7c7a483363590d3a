package org.chancery.graphql.execution;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chancery.database.LazyAttributes;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.observability.RequestTrace;
import org.jspecify.annotations.Nullable;

/**
 * The pending loads of one request. Those of one level that differ only in their keys are one
 * batch. Confined to the thread that runs the request.
 */
final class Loading implements AutoCloseable {

  private static final ThreadLocal<@Nullable Loading> CURRENT = new ThreadLocal<>();

  /** More are asked for in several statements. */
  private static final int MOST_KEYS_IN_A_STATEMENT = 10_000;

  private final Snapshot snapshot;
  private final Deadline deadline;
  private final Tracer tracer;
  private final RequestTrace trace;
  private final boolean atOnce;
  private Map<LoadKey<?>, Load<?, ?, ?>> waiting = new LinkedHashMap<>();
  private String field = "";
  private @Nullable SelectedField selected;
  private @Nullable Integer revision;

  /**
   * Of a request that runs until this is closed.
   *
   * @param atOnce whether each key is loaded at once, by itself
   */
  Loading(Snapshot snapshot, Deadline deadline, Tracer tracer, RequestTrace trace, boolean atOnce) {
    this.snapshot = snapshot;
    this.deadline = deadline;
    this.tracer = tracer;
    this.trace = trace;
    this.atOnce = atOnce;
  }

  /** Makes this {@link #current} during the work. */
  <T> T running(Supplier<T> work) {
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      CURRENT.remove();
    }
  }

  /** Of the request that this thread runs. */
  static Loading current() {
    Loading loading = CURRENT.get();
    if (loading == null) {
      throw new IllegalStateException("Only a method that answers a field can load for it.");
    }
    return loading;
  }

  /** From here on the request writes, and loads what it has written. */
  void beginWriting() {
    snapshot.beginWriting();
  }

  /** Keeps what was written. */
  void commit() {
    snapshot.commit();
  }

  /**
   * Sets the field that the next loads are for.
   *
   * @param asOf the revision as of which they are; null for the present
   */
  void begin(SelectedField asked, @Nullable Integer asOf) {
    begin(asked.coordinates(), asOf);
    selected = asked;
  }

  /** Sets the type whose objects the next loads are of. */
  void begin(GraphQLObjectType of, @Nullable Integer asOf) {
    begin(of.getName(), asOf);
  }

  private void begin(String coordinates, @Nullable Integer asOf) {
    field = coordinates;
    revision = asOf;
    selected = null;
  }

  /** Whether this may be asked of what the field answers with; true where it is not known. */
  boolean mayBeAskedFor(String member) {
    return selected == null || selected.isAskedFor(member);
  }

  /** Whether nothing else is asked of what the field answers with; false where it is not known. */
  boolean isOnlyAskedFor(String member) {
    return selected != null && selected.isOnlyAskedFor(member);
  }

  /** The revision as of which the field is asked; null for the present. */
  @Nullable Integer revision() {
    return revision;
  }

  /** The same for GraphQL Java's own engine, which only tests use. */
  void begin(DataFetchingEnvironment environment) {
    begin(
        ((GraphQLNamedType) environment.getParentType()).getName()
            + "."
            + environment.getFieldDefinition().getName(),
        null);
  }

  /**
   * The value for a key.
   *
   * @param how the loader's class, where a field has several
   */
  <K, A, V> CompletableFuture<@Nullable V> load(
      K key, A arguments, Class<?> how, BatchLoading.LoaderWithArguments<K, A, V> loader) {
    @SuppressWarnings("unchecked") // of the same field, and loaded the same way
    Load<K, A, V> load =
        (Load<K, A, V>)
            waiting.computeIfAbsent(
                new LoadKey<>(field, revision, how, arguments),
                asked -> new Load<>(field, revision, arguments, loader, new LinkedHashMap<>()));
    CompletableFuture<@Nullable V> promise =
        load.promises().computeIfAbsent(key, one -> new CompletableFuture<>());
    if (atOnce) {
      loadAll();
    }
    return promise;
  }

  /**
   * The entity, once these of its lazy attributes are read; together with its siblings'.
   *
   * @param groups those that it does not have are left out
   */
  <E> CompletableFuture<@Nullable E> read(E entity, List<String> groups) {
    return load(entity, groups, LazyAttributes.class, this::read);
  }

  /** An attribute of the group of this name that entities of the type have, if it is lazy. */
  Optional<String> lazyAttribute(Class<?> type, String group) {
    return snapshot.lazyAttribute(type, group);
  }

  private <E> Map<E, E> read(Collection<E> entities, List<String> groups) {
    snapshot.read(entities, groups);
    return entities.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
  }

  /**
   * Loads all that is pending, and what that adds.
   *
   * @throws RuntimeException where the database fails, and with it the whole request
   */
  void loadAll() {
    while (!waiting.isEmpty()) {
      Collection<Load<?, ?, ?>> now = waiting.values();
      waiting = new LinkedHashMap<>();
      now.forEach(this::load);
    }
  }

  private <K, A, V> void load(Load<K, A, V> load) {
    Span span =
        tracer
            .spanBuilder("load " + load.field())
            .setParent(trace.context())
            .setAttribute("chancery.batch.keys", load.promises().size())
            .startSpan();
    Map<K, V> found;
    try {
      found = found(load);
    } catch (RequestException mistake) {
      load.promises().values().forEach(promise -> promise.completeExceptionally(mistake));
      return;
    } finally {
      span.end();
    }
    begin(load.field(), load.revision());
    load.promises().forEach((key, promise) -> promise.complete(found.get(key)));
  }

  private <K, A, V> Map<K, V> found(Load<K, A, V> load) {
    if (deadline.isOver()) {
      throw deadline.refusal();
    }
    snapshot.begin();
    try {
      snapshot.at(load.revision());
      List<K> keys = new ArrayList<>(load.promises().keySet());
      if (keys.size() <= MOST_KEYS_IN_A_STATEMENT) {
        return load.loader().load(keys, load.arguments());
      }
      Map<K, V> found = new HashMap<>();
      for (int from = 0; from < keys.size(); from += MOST_KEYS_IN_A_STATEMENT) {
        int to = Math.min(keys.size(), from + MOST_KEYS_IN_A_STATEMENT);
        found.putAll(load.loader().load(keys.subList(from, to), load.arguments()));
      }
      return found;
    } catch (RuntimeException failure) {
      throw deadline.isOver() ? deadline.refusal() : failure;
    }
  }

  @Override
  public void close() {
    snapshot.close();
  }

  private record LoadKey<A>(String field, @Nullable Integer revision, Class<?> how, A arguments) {}

  private record Load<K, A, V>(
      String field,
      @Nullable Integer revision,
      A arguments,
      BatchLoading.LoaderWithArguments<K, A, V> loader,
      Map<K, CompletableFuture<@Nullable V>> promises) {}
}
