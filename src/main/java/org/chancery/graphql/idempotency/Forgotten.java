package org.chancery.graphql.idempotency;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;

/** Whether the transaction that runs has had answers forgotten, its own too. */
@TransactionScoped
class Forgotten implements Serializable {

  private boolean isSet;

  void set() {
    isSet = true;
  }

  boolean isSet() {
    return isSet;
  }
}
