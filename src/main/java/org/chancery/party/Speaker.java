package org.chancery.party;

import java.util.List;
import org.chancery.record.OtherName;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Who can say something: a person, or a party as such. */
@Description(
    "Who can say something, or be spoken to: a participant, or a party as such (\"the US side\").")
public interface Speaker {

  @Id
  @NonNull
  @Description("Global, opaque and permanent.")
  String getId();

  @NonNull
  @Description("A short readable name, unique among its kind and permanent.")
  String getKey();

  @NonNull
  @Description("Its other names: in other languages or scripts, older ones, those that others use.")
  List<@NonNull OtherName> getOtherNames();
}
