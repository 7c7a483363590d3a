package org.chancery.event;

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

/** In which order events are listed. */
@Input("EventOrder")
@Description("In which order events are listed.")
public record EventOrder(
    @NonNull @Description("By what.") EventOrderField field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements Ordering<Event> {

  @Override
  public Order<Event> in(Filter filter) {
    Column<Event, UUID> id = Column.byId("e.id", Event::uuid);
    return switch (field) {
      case DATE ->
          Order.by(field, direction, List.of(Column.byDay("e.date.sortDay", Event::sortDay), id));
      case TITLE ->
          Order.by(
              field, direction, List.of(Column.byText("e.searchWords", Event::searchWords), id));
      case KEY -> Order.by(field, direction, List.of(Column.byText("e.key", Event::getKey), id));
      case CREATED_AT ->
          Order.by(
              field, direction, List.of(Column.byTime("e.createdAt", Event::getCreatedAt), id));
      case UPDATED_AT ->
          Order.by(
              field, direction, List.of(Column.byTime("e.updatedAt", Event::getUpdatedAt), id));
      case RELEVANCE ->
          Order.byRelevance(field, direction, Ordering.searchOf(filter).wantedWords(), id);
    };
  }
}
