package dev.mooring.topology;

/** The names of all processors, stores and internal topics: part of what an upgrade must keep. */
public final class Nodes {

  /** Reads events. */
  public static final String EVENTS_SOURCE = "events-source";

  /** Folds the events of each relationship. */
  public static final String RELATIONSHIPS = "relationships";

  /** Lets the relationships of a bank follow its withdrawals. */
  public static final String FOLLOW_WITHDRAWALS = "follow-withdrawals";

  /** Adds up the differences of banks, cities and countries. */
  public static final String TALLIES = "tallies";

  /** What is known of each relationship. */
  public static final String DOSSIER_STORE = "dossiers";

  /** What is known of each bank, city and country. */
  public static final String TALLY_STORE = "tallies";

  /** Keeps nothing: see {@link dev.mooring.topology.state.IdentityStore}. */
  public static final String IDENTITY_STORE = "identity";

  /** Internal topic: what banks have withdrawn, to every partition. */
  public static final String WITHDRAWALS = "withdrawals";

  /** Internal topic: differences by bank, city and country. */
  public static final String DIFFERENCES = "differences";

  private static final String REPARTITION = "-repartition";

  private Nodes() {}

  /** The child of a processor through which it sends to an internal topic. */
  public static String into(String internalTopic) {
    return internalTopic + REPARTITION + "-filter";
  }

  /** The name in Kafka of an internal topic through which stages send to each other. */
  public static String topic(String applicationId, String internalTopic) {
    return applicationId + "-" + internalTopic + REPARTITION;
  }

  /** The name in Kafka of a store's changelog. */
  public static String changelog(String applicationId, String store) {
    return applicationId + "-" + store + "-changelog";
  }

  /** The sink of an output topic. */
  public static String sink(dev.mooring.contract.TopicSpec topic) {
    return topic.name() + "-sink";
  }
}
