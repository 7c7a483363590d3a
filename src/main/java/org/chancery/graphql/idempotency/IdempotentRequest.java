package org.chancery.graphql.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/** A request that is carried out once, however often it is sent, until it is closed. */
public final class IdempotentRequest implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final IdempotentRequests requests;
  private final String id;
  private final String request;
  private boolean begun;

  IdempotentRequest(IdempotentRequests requests, String id, String request) {
    this.requests = requests;
    this.id = id;
    this.request = request;
  }

  /**
   * Begins to carry it out.
   *
   * @throws RequestException where it runs already in this instance
   */
  public void begin() {
    begun = requests.begin(id);
    if (!begun) {
      throw RequestException.runsAlready();
    }
  }

  /**
   * What it was answered before; null where it was not. Asked in a transaction that reads what is
   * committed, before anything else of it.
   *
   * @throws RequestException where it runs in another instance, or its key is that of another
   *     request
   */
  public @Nullable Map<String, @Nullable Object> answer() {
    String answer = requests.answerOf(id, request);
    if (IdempotentRequests.FORGOTTEN.equals(answer)) {
      throw RequestException.answerIsForgotten();
    }
    try {
      return answer == null ? null : JSON.readValue(answer, new TypeReference<>() {});
    } catch (JsonProcessingException neverWritten) {
      throw new UncheckedIOException(neverWritten);
    }
  }

  /**
   * Keeps its answer, in the transaction that carries it out.
   *
   * @param answer its data, in JSON
   */
  public void keep(String answer) {
    requests.keep(id, request, answer);
  }

  @Override
  public void close() {
    if (begun) {
      requests.end(id);
    }
  }
}
