package dev.mooring.replay.lane;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/** The transactions of the instances of an application. */
final class LaneTransactions {

  private static final Set<TransactionState> OPEN =
      EnumSet.of(
          TransactionState.ONGOING,
          TransactionState.PREPARE_COMMIT,
          TransactionState.PREPARE_ABORT,
          TransactionState.PREPARE_EPOCH_FENCE);

  private final Admin admin;
  private final Predicate<String> own;

  LaneTransactions(Admin admin, String applicationId) {
    this.admin = admin;
    this.own = ids(applicationId);
  }

  /**
   * What their ids look like: the application, the process as a UUID, the thread. The UUID tells
   * those of {@code mooring} from those of {@code mooring-shadow-1}.
   */
  static Predicate<String> ids(String applicationId) {
    return Pattern.compile(
            Pattern.quote(applicationId) + "-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-\\d+")
        .asMatchPredicate();
  }

  /** Those that the cluster knows of, open or not. */
  Collection<TransactionListing> known() {
    return Answers.get(admin.listTransactions().all(), "list transactions").stream()
        .filter(each -> own.test(each.transactionalId()))
        .toList();
  }

  /** Whether records of it may still be written, or the marks that end it. */
  static boolean isOpen(TransactionListing transaction) {
    return OPEN.contains(transaction.state());
  }

  /** Aborts what is open under these ids, and lets nobody write under them who began before. */
  void fence(Collection<TransactionListing> those) {
    Set<String> ids =
        those.stream().map(TransactionListing::transactionalId).collect(Collectors.toSet());
    Answers.get(admin.fenceProducers(ids).all(), "fence " + ids);
  }
}
