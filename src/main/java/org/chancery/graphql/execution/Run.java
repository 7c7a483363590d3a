package org.chancery.graphql.execution;

import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ExecutionContext;
import graphql.execution.ValuesResolver;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.GraphQLArgument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.idempotency.IdempotentRequest;
import org.jspecify.annotations.Nullable;

/**
 * Executes one operation. For each level all fields are called on all objects; then their pending
 * loads run; then the results make the objects of the next level.
 */
final class Run {

  private final ExecutionContext context;
  private final Loading loading;
  private final ResponseSize size;

  /** The revision as of which a selection is asked, where that is not the present. */
  private final IdentityHashMap<Selection, Integer> revisions = new IdentityHashMap<>();

  /** The objects of the level below, by selection. */
  private Map<Selection, List<ResponseObject>> below = new LinkedHashMap<>();

  Run(ExecutionContext context) {
    this.context = context;
    this.loading = Loading.current();
    this.size = Objects.requireNonNull(context.getGraphQLContext().get(ResponseSize.KEY));
  }

  ExecutionResult answer(Selection selection) {
    ResponseObject root = new ResponseObject(null, 0, selection, context.getRoot());
    below.put(selection, List.of(root));
    answerBelow();
    return answered(root);
  }

  /**
   * Carries out mutations, each with what is asked of its payload before the next one, in one
   * transaction: where one of them is to be undone, so are all, and every payload says so.
   */
  ExecutionResult mutate(Selection selection) {
    loading.beginWriting();
    IdempotentRequest once = context.getGraphQLContext().get(IdempotentRequest.class);
    Map<String, @Nullable Object> before = once == null ? null : once.answer();
    if (before != null) {
      return new ExecutionResultImpl(before, List.of());
    }
    List<@Nullable Object> payloads = new ArrayList<>();
    ResponseObject root = new ResponseObject(null, 0, selection, context.getRoot());
    for (int at = 0; at < selection.fields().size(); at++) {
      SelectedField field = selection.fields().get(at);
      Object payload = settled(given(askerOf(field, selection, null), context.getRoot()), field);
      payloads.add(payload);
      complete(root, at, field, payload);
      answerBelow();
      if (root.isNull()) {
        // What comes after it is not carried out: there is nothing to say it in.
        return answered(root);
      }
    }
    boolean undone = !context.getErrors().isEmpty();
    boolean kept = false;
    for (Object payload : payloads) {
      boolean isKept = payload instanceof MutationPayload one && !one.mustBeUndone();
      kept |= isKept;
      undone |= !isKept && payload instanceof MutationPayload;
    }
    if (!undone) {
      if (once != null) {
        once.keep(root.json());
      }
      loading.commit();
      return answered(root);
    }
    return kept ? answerUndone(selection, payloads) : answered(root);
  }

  /** Those that would have been kept say that they were not. */
  private ExecutionResult answerUndone(Selection selection, List<@Nullable Object> payloads) {
    ResponseObject root = new ResponseObject(null, 0, selection, context.getRoot());
    for (int at = 0; at < payloads.size(); at++) {
      Object payload = payloads.get(at);
      SelectedField field = selection.fields().get(at);
      if (payload instanceof Failure) {
        // Its error is among the others already.
        root.setNull(at);
      } else {
        complete(
            root,
            at,
            field,
            payload instanceof MutationPayload one && !one.mustBeUndone() ? one.undone() : payload);
        answerBelow();
      }
    }
    return answered(root);
  }

  private ExecutionResult answered(ResponseObject root) {
    return new ExecutionResultImpl(root.isNull() ? null : root, context.getErrors());
  }

  /** Answers level by level what is asked of the objects that there are. */
  private void answerBelow() {
    while (!below.isEmpty()) {
      Map<Selection, List<ResponseObject>> level = below;
      below = new LinkedHashMap<>();
      List<FieldCall> calls = new ArrayList<>();
      level.forEach((one, objects) -> ask(one, objects, calls));
      loading.loadAll();
      calls.forEach(this::complete);
    }
  }

  /**
   * A field, called on all objects of its selection.
   *
   * @param at its index in the selection
   * @param given for each object a value, a future, or a {@link Failure}
   */
  private record FieldCall(
      SelectedField field, int at, List<ResponseObject> objects, List<@Nullable Object> given) {}

  private record Failure(Throwable why) {}

  private void ask(Selection selection, List<ResponseObject> objects, List<FieldCall> calls) {
    for (int at = 0; at < selection.fields().size(); at++) {
      SelectedField field = selection.fields().get(at);
      List<@Nullable Object> given = new ArrayList<>(objects.size());
      Asker asker = askerOf(field, selection, revisions.get(selection));
      for (ResponseObject object : objects) {
        size.requireTime();
        given.add(given(asker, object.source()));
      }
      calls.add(new FieldCall(field, at, objects, given));
    }
  }

  /** Asks a field of one object. */
  @FunctionalInterface
  private interface Asker {
    @Nullable Object ask(@Nullable Object source) throws Exception;
  }

  private static @Nullable Object given(Asker asker, @Nullable Object source) {
    try {
      return asker.ask(source);
    } catch (Exception failure) {
      return new Failure(failure);
    }
  }

  private Asker askerOf(SelectedField field, Selection selection, @Nullable Integer revision) {
    try {
      if (revision != null && field.isOfTheSchema()) {
        throw RequestException.badInput("The schema has no past: ask for it beside \"asOf\".");
      }
      if (field.fetcher() instanceof PropertyFetcher getter) {
        return getter.isPromised()
            ? source -> promised(field, revision, getter, source)
            : source -> held(field, selection, revision, getter, source);
      }
      Map<String, @Nullable Object> arguments = argumentsOf(field);
      if (field.fetcher() instanceof FieldFetcher method) {
        @Nullable Object[] values = method.arguments(environment(field, arguments, null));
        return source -> {
          loading.begin(field, revision);
          return method.call(source, values);
        };
      }
      return source -> field.fetcher().get(environment(field, arguments, source));
    } catch (RuntimeException mistake) {
      return source -> {
        throw mistake;
      };
    }
  }

  private @Nullable Object promised(
      SelectedField field,
      @Nullable Integer revision,
      PropertyFetcher getter,
      @Nullable Object source)
      throws Exception {
    loading.begin(field, revision);
    return getter.of(source);
  }

  /** What the object holds: at once, or once it is read where it is not read with the object. */
  private @Nullable Object held(
      SelectedField field,
      Selection selection,
      @Nullable Integer revision,
      PropertyFetcher getter,
      @Nullable Object source)
      throws Exception {
    if (source == null || getter.isRead(source, loading)) {
      return getter.of(source);
    }
    // Of all fields of the selection at once.
    loading.begin(field.parent(), revision);
    CompletionStage<?> promise = loading.read(source, selection.properties());
    return promise.thenApply(getter::ofRead);
  }

  private Map<String, @Nullable Object> argumentsOf(SelectedField field) {
    List<GraphQLArgument> declared = field.definition().getArguments();
    return declared.isEmpty()
        ? Map.of()
        : ValuesResolver.getArgumentValues(
            context.getGraphQLSchema().getCodeRegistry(),
            declared,
            field.merged().getArguments(),
            context.getCoercedVariables(),
            context.getGraphQLContext(),
            context.getLocale());
  }

  private DataFetchingEnvironment environment(
      SelectedField field, Map<String, @Nullable Object> arguments, @Nullable Object source) {
    return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(context)
        .source(source)
        .arguments(arguments)
        .fieldDefinition(field.definition())
        .mergedField(field.merged())
        .fieldType(field.definition().getType())
        .parentType(field.parent())
        .build();
  }

  private void complete(FieldCall call) {
    for (int i = 0; i < call.objects().size(); i++) {
      complete(call.objects().get(i), call.at(), call.field(), call.given().get(i));
    }
  }

  private void complete(
      ResponseObject object, int at, SelectedField field, @Nullable Object given) {
    Object value = settled(given, field);
    if (value instanceof Failure failure) {
      fail(object, at, field, failure.why());
      return;
    }
    size.add(field, value);
    if (value == null || !field.isList()) {
      put(object, at, field, value);
    } else if (value instanceof Collection<?> items) {
      putAll(object, at, field, items);
    } else {
      fail(object, at, field, new IllegalStateException(field.coordinates() + " is no list."));
    }
  }

  /** What was promised, once all is loaded. */
  private static @Nullable Object settled(@Nullable Object given, SelectedField field) {
    if (!(given instanceof CompletionStage<?> promised)) {
      return given;
    }
    CompletableFuture<?> promise = promised.toCompletableFuture();
    if (!promise.isDone()) {
      throw new IllegalStateException(field.coordinates() + " waits for what nobody loads.");
    }
    try {
      return promise.join();
    } catch (CompletionException | CancellationException failure) {
      return new Failure(failure);
    }
  }

  private void putAll(ResponseObject object, int at, SelectedField field, Collection<?> items) {
    ResponseList list = new ResponseList(object, at, items.size(), field.areItemsNonNull());
    object.set(at, list);
    int place = 0;
    for (Object item : items) {
      put(list, place, field, item);
      place++;
    }
  }

  private void put(ResponsePart part, int at, SelectedField field, @Nullable Object value) {
    if (value == null) {
      putNothing(part, at, field);
      return;
    }
    try {
      if (field.isOfObjects()) {
        Selection selection = field.selection(value);
        ResponseObject object = new ResponseObject(part, at, selection, value);
        Integer revision =
            value instanceof AsOf past ? (Integer) past.revision() : revisionOf(part);
        if (revision != null) {
          revisions.put(selection, revision);
        }
        part.set(at, object);
        below.computeIfAbsent(selection, one -> new ArrayList<>()).add(object);
      } else {
        Object serialized = field.serialize(asOf(revisionOf(part), field, value), context);
        if (serialized == null) {
          putNothing(part, at, field);
        } else {
          part.set(at, serialized);
        }
      }
    } catch (RuntimeException unfit) {
      fail(part, at, field, unfit);
    }
  }

  private @Nullable Integer revisionOf(ResponsePart part) {
    return revisions.isEmpty() ? null : revisions.get(part.object().selection());
  }

  /** An id of the past is another than that of the present, for clients that keep things by it. */
  private static Object asOf(@Nullable Integer revision, SelectedField field, Object value) {
    return revision != null && field.isId() ? value + "@" + revision : value;
  }

  private void putNothing(ResponsePart part, int at, SelectedField field) {
    if (part.isNonNull(at)) {
      size.addError();
      context.addError(
          GraphqlErrorBuilder.newError()
              .message("%s is null, which it never is.", field.coordinates())
              .location(field.location())
              .path(part.path(at))
              .errorType(ErrorType.NullValueInNonNullableField)
              .build());
    }
    part.setNull(at);
  }

  private void fail(ResponsePart part, int at, SelectedField field, Throwable why) {
    size.addError();
    Throwable cause =
        why instanceof CompletionException && why.getCause() != null ? why.getCause() : why;
    context.addError(new ExceptionWhileDataFetching(part.path(at), cause, field.location()));
    part.setNull(at);
  }
}
