package org.chancery.meeting;

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

/** In which order meetings are listed. */
@Input("MeetingOrder")
@Description("In which order meetings are listed.")
public record MeetingOrder(
    @NonNull @Description("By what.") MeetingOrderField field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements Ordering<Meeting> {

  @Override
  public Order<Meeting> in(Filter filter) {
    Column<Meeting, UUID> id = Column.byId("e.id", Meeting::uuid);
    return switch (field) {
      case DATE ->
          Order.by(field, direction, List.of(Column.byDay("e.date.sortDay", Meeting::sortDay), id));
      case TITLE ->
          Order.by(
              field, direction, List.of(Column.byText("e.searchWords", Meeting::searchWords), id));
      case KEY -> Order.by(field, direction, List.of(Column.byText("e.key", Meeting::getKey), id));
      case CREATED_AT ->
          Order.by(
              field, direction, List.of(Column.byTime("e.createdAt", Meeting::getCreatedAt), id));
      case UPDATED_AT ->
          Order.by(
              field, direction, List.of(Column.byTime("e.updatedAt", Meeting::getUpdatedAt), id));
      case RELEVANCE ->
          Order.byRelevance(field, direction, Ordering.searchOf(filter).wantedWords(), id);
    };
  }
}
