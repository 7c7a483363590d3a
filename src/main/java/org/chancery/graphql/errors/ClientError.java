package org.chancery.graphql.errors;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as a client gets it: with a code, and without GraphQL Java's own classification.
 *
 * @param path the field it happened at; null where the request as a whole was wrong
 */
record ClientError(
    String message,
    List<SourceLocation> locations,
    @Nullable List<Object> path,
    Map<String, Object> extensions)
    implements GraphQLError {

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public List<SourceLocation> getLocations() {
    return locations;
  }

  @Override
  public @Nullable List<Object> getPath() {
    return path;
  }

  @Override
  public Map<String, Object> getExtensions() {
    return extensions;
  }

  @Override
  public @Nullable ErrorClassification getErrorType() {
    return null;
  }

  @Override
  public Map<String, Object> toSpecification() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("message", message);
    if (!locations.isEmpty()) {
      members.put("locations", locations.stream().map(ClientError::specificationOf).toList());
    }
    if (path != null) {
      members.put("path", path);
    }
    members.put("extensions", extensions);
    return members;
  }

  private static Map<String, Object> specificationOf(SourceLocation location) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("line", location.getLine());
    members.put("column", location.getColumn());
    return members;
  }
}
