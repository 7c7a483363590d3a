package org.chancery.graphql.execution;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.chancery.database.LazyAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Answers a field that an object holds itself, by its getter.
 *
 * <p>Stands in for SmallRye GraphQL 2.17's own fetcher, which copies the whole request's context
 * for every value. Could go when it no longer does.
 */
final class PropertyFetcher implements PlugableDataFetcher<Object>, TrivialDataFetcher<Object> {

  private static final String NONE = "";

  private final Field field;
  private final Reference owner;
  private final ValueAdapter adapter;
  private volatile @Nullable Method getter;

  /** An attribute of the entity that the value is made of and that is lazy. */
  private volatile @Nullable String lazyAttribute;

  PropertyFetcher(Field field, Reference owner) {
    this.field = field;
    this.owner = owner;
    this.adapter = new ValueAdapter(field);
  }

  /** The property of the object. */
  String property() {
    return field.getPropertyName();
  }

  /** The value that an object holds. */
  @Nullable Object of(@Nullable Object source) throws Exception {
    Object value = getter().invoke(source);
    return adapter.isNeeded() ? adapter.adapted(value) : value;
  }

  /** Whether an object has the value, and needs not be read for it. */
  boolean isRead(Object source, Loading loading) {
    String attribute = lazyAttribute;
    if (attribute == null) {
      attribute = loading.lazyAttribute(source.getClass(), property()).orElse(NONE);
      lazyAttribute = attribute;
    }
    return attribute.isEmpty() || LazyAttributes.isRead(source, attribute);
  }

  /** The same of what has just been read. */
  @Nullable Object ofRead(@Nullable Object source) {
    try {
      return of(source);
    } catch (Exception failure) {
      throw new CompletionException(failure);
    }
  }

  /** Whether the getter returns a future, as a total count's does. */
  boolean isPromised() {
    return CompletionStage.class.isAssignableFrom(getter().getReturnType());
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    Loading.current().begin(environment);
    return of(environment.getSource());
  }

  private Method getter() {
    Method found = getter;
    if (found == null) {
      Class<?> type = ClassloadingService.get().loadClass(owner.getClassName());
      try {
        found = type.getMethod(field.getMethodName());
      } catch (NoSuchMethodException failure) {
        throw new IllegalStateException(failure);
      }
      getter = found;
    }
    return found;
  }
}
