package org.chancery.meeting;

import java.util.List;
import org.chancery.graphql.filter.OrderDirection;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.graphql.paging.OrderField;
import org.chancery.graphql.paging.OrderInput;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** In which order meetings are listed. */
@Input("MeetingOrder")
@Description("In which order meetings are listed.")
public record MeetingOrder(
    @NonNull @Description("By what.") Field field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements OrderInput<Meeting> {

  @Enum("MeetingOrderField")
  @Description("What meetings can be ordered by; those that are the same in it stand by their id.")
  public enum Field implements OrderField<Meeting> {
    @Description(
        "The first day that the date can mean, or its last where an interval has no known start; those of a day in the"
            + " order in which they were, where their time is known. A date of which nothing is known is before all others.")
    DATE(List.of(Column.byPlace("e.date.order", Meeting::order))),
    @Description(
        "The title, whatever its case and accents, as far as its first six hundred letters go.")
    TITLE(List.of(Column.byBeginning("e.searchWords", Meeting::searchWords))),
    @Description("The key.")
    KEY(List.of(Column.byText("e.key", Meeting::getKey))),
    @Description("When it was first recorded here.")
    CREATED_AT(List.of(Column.byTime("createdAt", Meeting::getCreatedAt))),
    @Description("When its record last changed.")
    UPDATED_AT(List.of(Column.byTime("updatedAt", Meeting::getUpdatedAt))),
    @Description(
        "How large a part of its title and place the words make up that the filter looks for; the filter needs a text.")
    RELEVANCE(List.of());

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<Column<Meeting, ?>> columns;

    Field(List<Column<Meeting, ?>> columns) {
      this.columns = columns;
    }

    @Override
    public List<Column<Meeting, ?>> columns() {
      return columns;
    }
  }
}
