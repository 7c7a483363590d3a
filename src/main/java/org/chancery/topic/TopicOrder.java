package org.chancery.topic;

import java.util.List;
import java.util.UUID;
import org.chancery.graphql.finding.Filter;
import org.chancery.graphql.finding.OrderDirection;
import org.chancery.graphql.paging.Order;
import org.chancery.graphql.paging.Order.Column;
import org.chancery.graphql.paging.Ordering;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** In which order topics are listed. */
@Input("TopicOrder")
@Description("In which order topics are listed.")
public record TopicOrder(
    @NonNull @Description("By what.") TopicOrderField field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements Ordering<Topic> {

  @Override
  public Order<Topic> in(Filter filter) {
    Column<Topic, UUID> id = Column.byId("e.id", Topic::uuid);
    return switch (field) {
      case NAME ->
          Order.by(
              field, direction, List.of(Column.byText("e.searchWords", Topic::searchWords), id));
      case KEY -> Order.by(field, direction, List.of(Column.byText("e.key", Topic::getKey), id));
      case CREATED_AT ->
          Order.by(
              field, direction, List.of(Column.byTime("e.createdAt", Topic::getCreatedAt), id));
      case UPDATED_AT ->
          Order.by(
              field, direction, List.of(Column.byTime("e.updatedAt", Topic::getUpdatedAt), id));
      case RELEVANCE ->
          Order.byRelevance(field, direction, Ordering.searchOf(filter).wantedWords(), id);
    };
  }
}
