package org.chancery.graphql.fetching;

import graphql.schema.DataFetchingEnvironment;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.chancery.graphql.insight.RequestTrace;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.Try;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the fields of one level of a request ask for, and loads it in one go for each field
 * and each set of arguments.
 *
 * <p>SmallRye GraphQL 2.17's own batching hands the arguments of the first alias to all of them,
 * and tells aliases apart by a 32-bit hash, so that two of them may share an answer. Here the key
 * of a load is the thing and the arguments themselves.
 *
 * <p>Every load runs on a worker thread in a transaction of its own, so that loads run in parallel
 * without sharing a session.
 */
@ApplicationScoped
public class Batches {

  /** PostgreSQL takes 65,535 parameters in a statement; a batch stays well below. */
  private static final int MOST_KEYS_IN_A_STATEMENT = 10_000;

  private final Session session;
  private final Tracer tracer;

  Batches(Session session, Tracer tracer) {
    this.session = session;
    this.tracer = tracer;
  }

  /** Loads the values of many keys at once; keys that have none are left out of the answer. */
  @FunctionalInterface
  public interface Loader<K, V> {
    Map<K, V> load(Collection<K> keys);
  }

  /** Loads the values of many keys at once, all asked for with the same arguments. */
  @FunctionalInterface
  public interface LoaderWithArguments<K, A, V> {
    Map<K, V> load(Collection<K> keys, A arguments);
  }

  /** The value for this key, null where there is none; loaded together with its siblings'. */
  public <K, V> CompletionStage<@Nullable V> load(K key, Loader<K, V> loader) {
    return load(key, NoArguments.NONE, (keys, none) -> loader.load(keys));
  }

  /**
   * The value for the key that a link holds: null, and nothing is asked, where the link is empty.
   */
  public <K, V> CompletionStage<@Nullable V> loadLink(@Nullable K key, Loader<K, V> loader) {
    return key == null ? CompletableFuture.completedFuture(null) : load(key, loader);
  }

  /** The value for a key that the database guarantees to be there. */
  public <K, V> CompletionStage<V> loadKnown(K key, Loader<K, V> loader) {
    return load(key, loader).thenApply(Objects::requireNonNull);
  }

  /** The values for keys that the database guarantees to be there, in their order. */
  public <K, V> CompletionStage<List<V>> loadAllKnown(List<K> keys, Loader<K, V> loader) {
    return all(keys.stream().map(key -> loadKnown(key, loader)).toList());
  }

  /** What all of these come to, in their order. */
  public static <V extends @Nullable Object> CompletionStage<List<V>> all(
      List<? extends CompletionStage<V>> stages) {
    List<CompletableFuture<V>> each =
        stages.stream().map(CompletionStage::toCompletableFuture).toList();
    return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
        .thenApply(
            done -> each.stream().<V>map(CompletableFuture::join).collect(Collectors.toList()));
  }

  /** The value for a key, with these arguments, that the database guarantees to be there. */
  public <K, A, V> CompletionStage<V> loadKnown(
      K key, A arguments, LoaderWithArguments<K, A, V> loader) {
    return load(key, arguments, loader).thenApply(Objects::requireNonNull);
  }

  /** The list for this key, empty where there is none. */
  public <K, V> CompletionStage<List<V>> loadList(K key, Loader<K, List<V>> loader) {
    return load(key, loader).thenApply(found -> found == null ? List.of() : found);
  }

  /** The value for this key and these arguments, which need a value's equals and hashCode. */
  public <K, A, V> CompletionStage<@Nullable V> load(
      K key, A arguments, LoaderWithArguments<K, A, V> loader) {
    DataFetchingEnvironment environment = FieldFetcher.currentEnvironment();
    String field =
        environment.getExecutionStepInfo().getObjectType().getName()
            + "."
            + environment.getFieldDefinition().getName();
    environment
        .getDataLoaderRegistry()
        .computeIfAbsent(
            field,
            name ->
                DataLoaderFactory.newDataLoaderWithTry(
                    (List<Asked<K, A>> asked, BatchLoaderEnvironment all) ->
                        this.<K, A, V>loadAsked(
                            asked,
                            all,
                            new Request(
                                field,
                                Turns.of(environment),
                                environment.getGraphQlContext().get(Loads.KEY),
                                environment.getGraphQlContext().get(Deadline.KEY),
                                environment.getGraphQlContext().get(RequestTrace.KEY)))));
    // Asked for again by its name: that is what tells GraphQL Java that this field waits for a
    // load.
    DataLoader<Asked<K, A>, V> dataLoader =
        Objects.requireNonNull(environment.getDataLoader(field));
    return dataLoader.load(new Asked<>(key, arguments), loader);
  }

  /** Aliases with other arguments are other loads, and one that fails leaves the others alone. */
  private <K, A, V> CompletionStage<List<Try<V>>> loadAsked(
      List<Asked<K, A>> asked, BatchLoaderEnvironment environment, Request request) {
    Map<A, Set<K>> keysByArguments = new LinkedHashMap<>();
    Map<A, LoaderWithArguments<K, A, V>> loaders = new HashMap<>();
    for (Asked<K, A> one : asked) {
      keysByArguments.computeIfAbsent(one.arguments(), any -> new LinkedHashSet<>()).add(one.key());
      loaders.putIfAbsent(one.arguments(), loaderOf(one, environment));
    }
    Map<A, CompletableFuture<Try<Map<K, V>>>> loads = new HashMap<>();
    keysByArguments.forEach(
        (arguments, keys) ->
            loads.put(
                arguments,
                loadAll(Objects.requireNonNull(loaders.get(arguments)), arguments, keys, request)
                    .handle(
                        (found, failure) ->
                            failure == null ? Try.succeeded(found) : Try.failed(failure))));
    return CompletableFuture.allOf(loads.values().toArray(CompletableFuture[]::new))
        .thenApplyAsync(
            done ->
                asked.stream()
                    .map(
                        one ->
                            Objects.requireNonNull(loads.get(one.arguments()))
                                .join()
                                .map(found -> found.get(one.key())))
                    .toList(),
            request.turns());
  }

  @SuppressWarnings("unchecked") // load has put it there
  private static <K, A, V> LoaderWithArguments<K, A, V> loaderOf(
      Asked<K, A> asked, BatchLoaderEnvironment environment) {
    return (LoaderWithArguments<K, A, V>)
        Objects.requireNonNull(environment.getKeyContexts().get(asked));
  }

  private <K, A, V> CompletableFuture<Map<K, V>> loadAll(
      LoaderWithArguments<K, A, V> loader, A arguments, Set<K> keys, Request request) {
    return CompletableFuture.supplyAsync(
        () -> {
          Span span =
              tracer
                  .spanBuilder("load " + request.field())
                  .setParent(request.trace().context())
                  .setAttribute("chancery.batch.keys", keys.size())
                  .startSpan();
          try {
            return request
                .trace()
                .counting(() -> loadInTransaction(loader, arguments, keys, request.deadline()));
          } finally {
            span.end();
          }
        },
        request.loads());
  }

  private <K, A, V> Map<K, V> loadInTransaction(
      LoaderWithArguments<K, A, V> loader, A arguments, Set<K> keys, Deadline deadline) {
    if (deadline.isOver()) {
      throw deadline.refusal();
    }
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              // Nothing that is loaded to be shown is ever written back.
              session.setDefaultReadOnly(true);
              return loadInTime(loader, arguments, keys, deadline);
            });
  }

  private <K, A, V> Map<K, V> loadInTime(
      LoaderWithArguments<K, A, V> loader, A arguments, Set<K> keys, Deadline deadline) {
    SessionImplementor running = session.unwrap(SessionImplementor.class);
    try {
      deadline.started(running);
      Map<K, V> found = new HashMap<>();
      for (List<K> some : inPieces(keys)) {
        found.putAll(loader.load(some, arguments));
      }
      return found;
    } catch (RuntimeException failure) {
      throw deadline.isOver() ? deadline.refusal() : failure;
    } finally {
      deadline.finished(running);
    }
  }

  private static <K> List<List<K>> inPieces(Set<K> keys) {
    List<K> all = new ArrayList<>(keys);
    List<List<K>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_KEYS_IN_A_STATEMENT) {
      pieces.add(all.subList(from, Math.min(all.size(), from + MOST_KEYS_IN_A_STATEMENT)));
    }
    return pieces;
  }

  private record Asked<K, A>(K key, A arguments) {}

  /** What the loads of a field need of the request that they belong to. */
  private record Request(
      String field, Executor turns, Executor loads, Deadline deadline, RequestTrace trace) {}

  private enum NoArguments {
    NONE
  }
}
