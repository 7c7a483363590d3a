package org.chancery.revision;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.AsOf;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.graphql.node.NodeSources;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.ListQuery;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.paging.Pages;
import org.chancery.record.RecordEntity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What was changed in the record, when, by whom and why. */
@GraphQLApi
public class RevisionApi {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** There is one of it. */
  private static final String LAST = "last";

  private final RevisionRepository revisions;
  private final NodeSources nodes;
  private final BatchLoading batchLoading;
  private final Pages pages;

  @Inject
  RevisionApi(
      RevisionRepository revisions, NodeSources nodes, BatchLoading batchLoading, Pages pages) {
    this.revisions = revisions;
    this.nodes = nodes;
    this.batchLoading = batchLoading;
    this.pages = pages;
  }

  @Query
  @Description("The revision with this number; null where there is none.")
  public CompletionStage<@Nullable Revision> revision(
      @NonNull @Name("number") @Description("From 1 on.") Integer number) {
    return batchLoading.load(number, revisions::mapByNumbers);
  }

  @Query
  @Description(
      "The record as it was: every query, filter, search, count and comparison below it is answered as of then. Ids there are"
          + " other ones than those of the present. Null only beside an error.")
  public CompletionStage<@Nullable AsOf> asOf(
      @Name("revision")
          @Description(
              "As this revision left it; 0 for the record before the first one. Null where \"at\" is given.")
          @Nullable Integer revision,
      @Name("at") @Description("As it was at this moment. Null where \"revision\" is given.")
          @Nullable Instant at) {
    if (batchLoading.revision() != null) {
      throw RequestException.badInput(
          "There is no \"asOf\" below \"asOf\": ask for the two side by side.");
    }
    if ((revision == null) == (at == null)) {
      throw RequestException.badInput("Send a \"revision\" or a moment \"at\", one of the two.");
    }
    if (at != null && (at.isBefore(FIRST) || at.isAfter(LATEST))) {
      throw RequestException.badInput("Moments are in the years 1 to 9999.");
    }
    return revision == null
        ? batchLoading
            .load(at, revisions::numbersAt)
            .thenApply(number -> new AsOf(number == null ? 0 : number))
        : batchLoading.load(LAST, revisions::lastNumbers).thenApply(last -> asOf(revision, last));
  }

  private static AsOf asOf(int revision, @Nullable Integer last) {
    if (revision < 0 || last == null || revision > last) {
      throw RequestException.badInput(
          "There is no revision %d: the last one is %d.", revision, last == null ? 0 : last);
    }
    return new AsOf(revision);
  }

  @Query
  @Description(
      "The change that took something out of the record, the last one where there were several; null where there is none. What"
          + " was recorded again since is in the record all the same.")
  public CompletionStage<@Nullable RecordChange> withdrawal(
      @NonNull @Name("kind") @Description("What it was.") ThingKind kind,
      @NonNull @Name("key") @Description("The key that it had.") String key) {
    if (!RecordEntity.isKey(key)) {
      throw RequestException.badInput("\"%s\" is not a key.", key);
    }
    return batchLoading.load(key, kind, revisions::withdrawals);
  }

  @Query
  @Description(
      "All revisions, the first one first: who follows them from the last one that they know misses nothing. Null only beside"
          + " an error.")
  public CompletionStage<Connection<Revision>> revisions(@Name("page") PageArguments page) {
    return pages.connection(RevisionRepository.ALL, ListQuery.all(), page);
  }

  @NonNull
  @Description("What it changed, thing by thing.")
  public CompletionStage<Connection<RecordChange>> changes(
      @Source Revision revision, @Name("page") PageArguments page) {
    return pages.connection(RevisionRepository.OF_REVISION, revision.uuid(), ListQuery.all(), page);
  }

  @NonNull
  @Description("What lets an outsider check it.")
  public CompletionStage<RevisionProof> proof(@Source Revision revision) {
    return batchLoading.loadKnown(revision.getNumber(), revisions::proofsByNumbers);
  }

  @NonNull
  @Description(
      "For the proof: the digests of the log whose words it erased; none where it erased no words.")
  public CompletionStage<Connection<ErasedDigest>> erasedDigests(
      @Source Revision revision, @Name("page") PageArguments page) {
    return pages.connection(RevisionRepository.ERASED_BY, revision.uuid(), ListQuery.all(), page);
  }

  @NonNull
  @Description("The revision that it is part of.")
  public CompletionStage<Revision> revision(@Source RecordChange change) {
    return batchLoading.loadKnown(change.revisionId(), revisions::nodesById);
  }

  @Description("The thing as it is now; null where it was withdrawn since, and for links.")
  public CompletionStage<@Nullable Node> thing(@Source RecordChange change) {
    NodeId id = change.nodeId();
    return id == null
        ? CompletableFuture.completedFuture(null)
        : batchLoading.load(id, nodes::mapByIds);
  }
}
