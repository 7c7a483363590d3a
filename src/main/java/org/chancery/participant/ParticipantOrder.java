package org.chancery.participant;

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

/** In which order participants are listed. */
@Input("ParticipantOrder")
@Description("In which order participants are listed.")
public record ParticipantOrder(
    @NonNull @Description("By what.") ParticipantOrderField field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements Ordering<Participant> {

  @Override
  public Order<Participant> in(Filter filter) {
    Column<Participant, UUID> id = Column.byId("e.id", Participant::uuid);
    return switch (field) {
      case NAME ->
          Order.by(
              field,
              direction,
              List.of(Column.byText("e.searchWords", Participant::searchWords), id));
      case KEY ->
          Order.by(field, direction, List.of(Column.byText("e.key", Participant::getKey), id));
      case CREATED_AT ->
          Order.by(
              field,
              direction,
              List.of(Column.byTime("e.createdAt", Participant::getCreatedAt), id));
      case UPDATED_AT ->
          Order.by(
              field,
              direction,
              List.of(Column.byTime("e.updatedAt", Participant::getUpdatedAt), id));
      case RELEVANCE ->
          Order.byRelevance(field, direction, Ordering.searchOf(filter).wantedWords(), id);
    };
  }
}
