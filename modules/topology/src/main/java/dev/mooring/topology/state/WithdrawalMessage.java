package dev.mooring.topology.state;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Fact;

/** What goes through the withdrawals topic, by bank. */
public sealed interface WithdrawalMessage {

  /** The bank that it is about: the key. */
  String bank();

  /** To every partition: a withdrawal stands. */
  record Stands(String bank, Fact withdrawal) implements WithdrawalMessage {}

  /** To every partition: a withdrawal no longer stands. */
  record StandsNoMore(String bank, Content withdrawal) implements WithdrawalMessage {}

  /** To one partition: more relationships of the bank are to follow. */
  record GoOn(String bank, int partition) implements WithdrawalMessage {}
}
