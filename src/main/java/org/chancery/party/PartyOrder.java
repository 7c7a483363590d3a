package org.chancery.party;

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

/** In which order parties are listed. */
@Input("PartyOrder")
@Description("In which order parties are listed.")
public record PartyOrder(
    @NonNull @Description("By what.") PartyOrderField field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements Ordering<Party> {

  @Override
  public Order<Party> in(Filter filter) {
    Column<Party, UUID> id = Column.byId("e.id", Party::uuid);
    return switch (field) {
      case NAME ->
          Order.by(
              field, direction, List.of(Column.byText("e.searchWords", Party::searchWords), id));
      case KEY -> Order.by(field, direction, List.of(Column.byText("e.key", Party::getKey), id));
      case CREATED_AT ->
          Order.by(
              field, direction, List.of(Column.byTime("e.createdAt", Party::getCreatedAt), id));
      case UPDATED_AT ->
          Order.by(
              field, direction, List.of(Column.byTime("e.updatedAt", Party::getUpdatedAt), id));
      case RELEVANCE ->
          Order.byRelevance(field, direction, Ordering.searchOf(filter).wantedWords(), id);
    };
  }
}
