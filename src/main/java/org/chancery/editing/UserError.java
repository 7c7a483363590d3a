package org.chancery.editing;

import java.util.Arrays;
import java.util.List;
import org.chancery.document.Fault;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Something that an editor has to correct. */
@Description("Something that an editor has to correct.")
public record UserError(
    @NonNull
        @Description(
            "Where it is: the argument, and below it the names of members and places in lists from 0 on. Where nothing that was"
                + " sent is at fault, it is the place in the line of the document format.")
        List<@NonNull String> field,
    @NonNull @Description("What is wrong, and what to do about it.") String message,
    @NonNull @Description("What sort of mistake it is.") UserErrorCode code) {

  static final List<UserError> UNDONE =
      List.of(
          new UserError(
              List.of(),
              "Nothing of this operation was kept: another mutation in it has errors, or was only tried.",
              UserErrorCode.UNDONE));

  static UserError of(Fault fault) {
    return new UserError(
        Arrays.stream(fault.path().split("/", -1))
            .skip(1)
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList(),
        fault.reason(),
        UserErrorCode.valueOf(fault.kind().name()));
  }
}
