package org.chancery.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.database.ArrayParameters;
import org.chancery.database.LazyAttributes;
import org.chancery.graphql.node.NodeSource;
import org.chancery.meeting.AccountKind;
import org.chancery.record.Links;
import org.chancery.record.RecordRepository;
import org.chancery.search.Searched;

/** The accounts of the record. */
@ApplicationScoped
public class AccountRepository implements RecordRepository<Account>, NodeSource {

  @Override
  public Class<Account> entityClass() {
    return Account.class;
  }

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
    return Links.follow(
        getEntityManager(),
        "select a.meetingId, a from Account a where one_of(:owners, a.meetingId) order by a.position",
        Account.class,
        meetings);
  }

  Map<UUID, List<Account>> ofMeetingsOfKind(Collection<UUID> meetings, AccountKind kind) {
    return getSession()
        .createSelectionQuery(
            "from Account a where one_of(:meetings, a.meetingId) and a.kind = :kind"
                + " order by a.position",
            Account.class)
        .setParameter("meetings", ArrayParameters.ids(meetings))
        .setParameter("kind", kind)
        .getResultList()
        .stream()
        .collect(Collectors.groupingBy(Account::meetingId));
  }

  /** Reads the whole texts of these accounts. */
  public void readTexts(Collection<Account> some) {
    LazyAttributes.read(getSession(), some, List.of(Searched.WHOLE_TEXT));
  }
}
