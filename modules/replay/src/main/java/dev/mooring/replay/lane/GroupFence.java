package dev.mooring.replay.lane;

import dev.mooring.replay.ReplayException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that nobody writes for an application any more, whose lane record tells its instances
 * to leave.
 *
 * <p>It waits until the group is empty, and removes members that do not leave; then it fences the
 * transactions of the application, and waits until none is open; then it looks again. No instance
 * writes that gets partitions after its lane record has changed, and none of those fenced can
 * commit what it wrote before.
 */
public final class GroupFence {

  private static final Logger LOG = LoggerFactory.getLogger(GroupFence.class);

  private final Admin admin;
  private final Duration toLeave;
  private final Duration giveUp;

  /**
   * Of a cluster.
   *
   * @param admin the caller closes it
   * @param toLeave how long instances may take to leave by themselves
   * @param giveUp after which nothing more is tried
   */
  public GroupFence(Admin admin, Duration toLeave, Duration giveUp) {
    this.admin = admin;
    this.toLeave = toLeave;
    this.giveUp = giveUp;
  }

  /** With usual patience: instances get 20 s, and all of it two minutes. */
  public static GroupFence of(Admin admin) {
    return new GroupFence(admin, Duration.ofSeconds(20), Duration.ofMinutes(2));
  }

  /**
   * Returns when the group is empty, or not there, and no transaction of the application is open.
   *
   * @throws ReplayException when that does not come about in time
   */
  public void close(String applicationId) {
    LaneTransactions transactions = new LaneTransactions(admin, applicationId);
    Set<String> fenced = new HashSet<>();
    Patience patience = new Patience();
    while (true) {
      GroupMembers members = GroupMembers.of(admin, applicationId);
      if (members.isEmpty()) {
        if (nothingOpen(transactions, fenced) && GroupMembers.of(admin, applicationId).isEmpty()) {
          return;
        }
      } else if (patience.isOver(toLeave)) {
        remove(applicationId);
      }
      if (patience.isOver(giveUp)) {
        throw new ReplayException(
            "application %s: still in its group after %d s: %s; stop these instances and run it again"
                .formatted(applicationId, giveUp.toSeconds(), members.instances()));
      }
      patience.pause();
    }
  }

  /** Whatever is new is fenced first, and looked at again. */
  private static boolean nothingOpen(LaneTransactions transactions, Set<String> fenced) {
    Collection<TransactionListing> known = transactions.known();
    List<TransactionListing> toFence =
        known.stream().filter(each -> fenced.add(each.transactionalId())).toList();
    if (!toFence.isEmpty()) {
      transactions.fence(toFence);
      return false;
    }
    return known.stream().noneMatch(LaneTransactions::isOpen);
  }

  /** All of them, those too that keep their place for a time when they are gone. */
  private void remove(String group) {
    try {
      Answers.get(
          admin
              .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
              .all(),
          "remove the members of group " + group);
    } catch (ReplayException failed) {
      // Somebody left or came meanwhile: the next look tells.
      LOG.debug("not all members were removed", failed);
    }
  }
}
