package org.chancery.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chancery.database.ArrayParameters;
import org.chancery.graphql.node.NodeSource;
import org.hibernate.Session;

/** Finds quotations by their ids. */
@ApplicationScoped
class QuotationNodes implements NodeSource {

  private final Session session;

  QuotationNodes(Session session) {
    this.session = session;
  }

  @Override
  public String nodeType() {
    return Quotation.NODE_TYPE;
  }

  @Override
  public Map<UUID, Quotation> nodesById(Collection<UUID> ids) {
    Map<UUID, Quotation> found = new HashMap<>();
    session
        .createSelectionQuery(
            "select q.id, s.text, q from Quotation q join Statement s on s.id = q.statementId"
                + " where one_of(:ids, q.id)",
            Object[].class)
        .setParameter("ids", ArrayParameters.ids(ids))
        .getResultList()
        .forEach(
            row -> found.put((UUID) row[0], ((Quotation) row[2]).withWordsOf((String) row[1])));
    return found;
  }
}
