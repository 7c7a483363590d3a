package org.chancery.party;

import java.util.List;
import org.chancery.graphql.filter.OrderDirection;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.graphql.paging.OrderField;
import org.chancery.graphql.paging.OrderInput;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** In which order parties are listed. */
@Input("PartyOrder")
@Description("In which order parties are listed.")
public record PartyOrder(
    @NonNull @Description("By what.") Field field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements OrderInput<Party> {

  @Enum("PartyOrderField")
  @Description("What parties can be ordered by; those that are the same in it stand by their id.")
  public enum Field implements OrderField<Party> {
    @Description(
        "The name, whatever its case and accents, as far as its first six hundred letters go.")
    NAME(List.of(Column.byBeginning("e.searchWords", Party::searchWords))),
    @Description("The key.")
    KEY(List.of(Column.byText("e.key", Party::getKey))),
    @Description("When it was first recorded here.")
    CREATED_AT(List.of(Column.byTime("createdAt", Party::getCreatedAt))),
    @Description("When its record last changed.")
    UPDATED_AT(List.of(Column.byTime("updatedAt", Party::getUpdatedAt))),
    @Description(
        "How large a part of its names the words make up that the filter looks for; the filter needs a text.")
    RELEVANCE(List.of());

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<Column<Party, ?>> columns;

    Field(List<Column<Party, ?>> columns) {
      this.columns = columns;
    }

    @Override
    public List<Column<Party, ?>> columns() {
      return columns;
    }
  }
}
