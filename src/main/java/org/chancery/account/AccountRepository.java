package org.chancery.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.graphql.node.NodeSource;
import org.chancery.meeting.AccountKind;
import org.chancery.record.RecordedRepository;

/** The accounts of the record. */
@ApplicationScoped
public class AccountRepository implements RecordedRepository<Account>, NodeSource {

  @Override
  public String nodeType() {
    return Account.NODE_TYPE;
  }

  @Override
  public Map<UUID, Account> nodesById(Collection<UUID> ids) {
    return mapByIds(ids);
  }

  /** The accounts of these meetings, in the order of the record. */
  public Map<UUID, List<Account>> ofMeetings(Collection<UUID> meetings) {
    return list("meetingId in ?1 order by position", meetings).stream()
        .collect(Collectors.groupingBy(Account::meetingId));
  }

  Map<UUID, List<Account>> ofMeetingsOfKind(Collection<UUID> meetings, AccountKind kind) {
    return list("meetingId in ?1 and kind = ?2 order by position", meetings, kind).stream()
        .collect(Collectors.groupingBy(Account::meetingId));
  }
}
