package org.chancery.statement;

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

/** In which order statements are listed. */
@Input("StatementOrder")
@Description("In which order statements are listed.")
public record StatementOrder(
    @NonNull @Description("By what.") StatementOrderField field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements Ordering<Statement> {

  @Override
  public Order<Statement> in(Filter filter) {
    Column<Statement, UUID> id = Column.byId("e.id", Statement::uuid);
    return switch (field) {
      case DATE ->
          Order.by(
              field,
              direction,
              List.of(
                  Column.byDay("e.meetingDay", Statement::meetingDay),
                  Column.byId("e.meetingId", Statement::meetingId),
                  Column.byNumber("e.sequence", Statement::sequence),
                  id));
      case KEY ->
          Order.by(field, direction, List.of(Column.byText("e.key", Statement::getKey), id));
      case CREATED_AT ->
          Order.by(
              field, direction, List.of(Column.byTime("e.createdAt", Statement::getCreatedAt), id));
      case UPDATED_AT ->
          Order.by(
              field, direction, List.of(Column.byTime("e.updatedAt", Statement::getUpdatedAt), id));
      case RELEVANCE ->
          Order.byRelevance(field, direction, Ordering.searchOf(filter).wantedWords(), id);
    };
  }
}
