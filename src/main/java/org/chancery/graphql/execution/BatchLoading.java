package org.chancery.graphql.execution;

import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chancery.graphql.observability.RequestTrace;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Batches what API methods load: all keys that one level of a request needs are loaded together, a
 * batch for each field and each set of arguments.
 */
@ApplicationScoped
public class BatchLoading {

  private final TransactionManager transactions;
  private final Session session;
  private final Tracer tracer;

  BatchLoading(TransactionManager transactions, Session session, Tracer tracer) {
    this.transactions = transactions;
    this.session = session;
    this.tracer = tracer;
  }

  /**
   * Runs a request on this thread.
   *
   * @param work during which methods may ask for what they need
   */
  public <T> T running(Deadline deadline, RequestTrace trace, Supplier<T> work) {
    return running(deadline, trace, false, work);
  }

  /**
   * The same, where batching can be off.
   *
   * @param atOnce whether each key is loaded at once, by itself
   */
  <T> T running(Deadline deadline, RequestTrace trace, boolean atOnce, Supplier<T> work) {
    Snapshot snapshot = new Snapshot(transactions, session, deadline);
    try (Loading loading = new Loading(snapshot, deadline, tracer, trace, atOnce)) {
      return loading.running(() -> trace.counting(work));
    }
  }

  /** Reads on this thread, in one snapshot, what no field of a query answers. */
  public <T> T reading(Deadline deadline, Supplier<T> work) {
    try (Snapshot snapshot = new Snapshot(transactions, session, deadline)) {
      snapshot.begin();
      return work.get();
    }
  }

  /** The revision as of which the field is asked that is answered now; null for the present. */
  public @Nullable Integer revision() {
    return Loading.current().revision();
  }

  /**
   * Whether this may be asked of what the field answers with that is answered now; true where it is
   * not known.
   *
   * @param member a field of its type
   */
  public boolean mayBeAskedFor(String member) {
    return Loading.current().mayBeAskedFor(member);
  }

  /**
   * Whether nothing else is asked of what the field answers with that is answered now; false where
   * it is not known.
   *
   * @param member a field of its type
   */
  public boolean isOnlyAskedFor(String member) {
    return Loading.current().isOnlyAskedFor(member);
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
    return Loading.current()
        .load(key, NoArguments.NONE, loader.getClass(), (keys, none) -> loader.load(keys));
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

  /**
   * The entity, once these of its lazy attributes are read; together with its siblings'.
   *
   * @param groups those that it does not have are left out
   */
  public <E> CompletionStage<E> read(E entity, List<String> groups) {
    return Loading.current().read(entity, groups).thenApply(Objects::requireNonNull);
  }

  /** The list for this key, empty where there is none. */
  public <K, V> CompletionStage<List<V>> loadList(K key, Loader<K, List<V>> loader) {
    return load(key, loader).thenApply(found -> found == null ? List.of() : found);
  }

  /** The list for this key, with these arguments, empty where there is none. */
  public <K, A, V> CompletionStage<List<V>> loadList(
      K key, A arguments, LoaderWithArguments<K, A, List<V>> loader) {
    return load(key, arguments, loader).thenApply(found -> found == null ? List.of() : found);
  }

  /** The value for this key and these arguments, which need a value's equals and hashCode. */
  public <K, A, V> CompletionStage<@Nullable V> load(
      K key, A arguments, LoaderWithArguments<K, A, V> loader) {
    return Loading.current().load(key, arguments, loader.getClass(), loader);
  }

  private enum NoArguments {
    NONE
  }
}
