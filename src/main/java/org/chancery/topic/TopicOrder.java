package org.chancery.topic;

import java.util.List;
import org.chancery.graphql.filter.OrderDirection;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.graphql.paging.OrderField;
import org.chancery.graphql.paging.OrderInput;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** In which order topics are listed. */
@Input("TopicOrder")
@Description("In which order topics are listed.")
public record TopicOrder(
    @NonNull @Description("By what.") Field field,
    @NonNull @Description("Which end first.") OrderDirection direction)
    implements OrderInput<Topic> {

  @Enum("TopicOrderField")
  @Description("What topics can be ordered by; those that are the same in it stand by their id.")
  public enum Field implements OrderField<Topic> {
    @Description(
        "The name, whatever its case and accents, as far as its first six hundred letters go.")
    NAME(List.of(Column.byBeginning("e.searchWords", Topic::searchWords))),
    @Description("The key.")
    KEY(List.of(Column.byText("e.key", Topic::getKey))),
    @Description("When it was first recorded here.")
    CREATED_AT(List.of(Column.byTime("createdAt", Topic::getCreatedAt))),
    @Description("When its record last changed.")
    UPDATED_AT(List.of(Column.byTime("updatedAt", Topic::getUpdatedAt))),
    @Description(
        "How large a part of its names the words make up that the filter looks for; the filter needs a text.")
    RELEVANCE(List.of());

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<Column<Topic, ?>> columns;

    Field(List<Column<Topic, ?>> columns) {
      this.columns = columns;
    }

    @Override
    public List<Column<Topic, ?>> columns() {
      return columns;
    }
  }
}
