package org.chancery.participant;

import java.util.List;
import org.chancery.graphql.filter.OrderDirection;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.graphql.paging.OrderField;
import org.chancery.graphql.paging.OrderInput;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** In which order participants are listed. */
@Input("ParticipantOrder")
@Description("In which order participants are listed.")
public record ParticipantOrder(
    @NonNull @Description("By what.") Field field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements OrderInput<Participant> {

  @Enum("ParticipantOrderField")
  @Description(
      "What participants can be ordered by; those that are the same in it stand by their id.")
  public enum Field implements OrderField<Participant> {
    @Description(
        "The sort name, or the name where there is none, whatever its case and accents, as far as its first six hundred letters go.")
    NAME(List.of(Column.byBeginning("e.searchWords", Participant::searchWords))),
    @Description("The key.")
    KEY(List.of(Column.byText("e.key", Participant::getKey))),
    @Description("When it was first recorded here.")
    CREATED_AT(List.of(Column.byTime("createdAt", Participant::getCreatedAt))),
    @Description("When its record last changed.")
    UPDATED_AT(List.of(Column.byTime("updatedAt", Participant::getUpdatedAt))),
    @Description(
        "How large a part of its names the words make up that the filter looks for; the filter needs a text.")
    RELEVANCE(List.of());

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<Column<Participant, ?>> columns;

    Field(List<Column<Participant, ?>> columns) {
      this.columns = columns;
    }

    @Override
    public List<Column<Participant, ?>> columns() {
      return columns;
    }
  }
}
