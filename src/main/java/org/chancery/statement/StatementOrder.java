package org.chancery.statement;

import java.util.List;
import org.chancery.graphql.filter.OrderDirection;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.graphql.paging.OrderField;
import org.chancery.graphql.paging.OrderInput;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** In which order statements are listed. */
@Input("StatementOrder")
@Description("In which order statements are listed.")
public record StatementOrder(
    @NonNull @Description("By what.") Field field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements OrderInput<Statement> {

  @Enum("StatementOrderField")
  @Description(
      "What statements can be ordered by; those that are the same in it stand by their id.")
  public enum Field implements OrderField<Statement> {
    @Description("The day of the meeting; those of one meeting in the order of its accounts.")
    DATE(
        List.of(
            Column.byPlace("e.meetingOrder", Statement::meetingOrder),
            Column.byId("e.meetingId", Statement::meetingId).fixed(),
            Column.byNumber("e.sequence", Statement::sequence).fixed())),
    @Description("The key.")
    KEY(List.of(Column.byText("e.key", Statement::getKey))),
    @Description("When it was first recorded here.")
    CREATED_AT(List.of(Column.byTime("createdAt", Statement::getCreatedAt))),
    @Description("When its record last changed.")
    UPDATED_AT(List.of(Column.byTime("updatedAt", Statement::getUpdatedAt))),
    @Description(
        "How large a part of its text the words make up that the filter looks for; the filter needs a text.")
    RELEVANCE(List.of());

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<Column<Statement, ?>> columns;

    Field(List<Column<Statement, ?>> columns) {
      this.columns = columns;
    }

    @Override
    public List<Column<Statement, ?>> columns() {
      return columns;
    }
  }
}
