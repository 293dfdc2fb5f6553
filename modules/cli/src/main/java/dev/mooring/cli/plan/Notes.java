package dev.mooring.cli.plan;

import dev.mooring.cli.plan.Step.Cannot;
import dev.mooring.cli.plan.Step.Note;
import java.util.ArrayList;
import java.util.List;

/** What the catalogue leaves to the operator, where it looks like an oversight. */
final class Notes {

  private static final String IN_SYNC = "min.insync.replicas";
  private static final String MAX_MESSAGE = "max.message.bytes";

  /** Kafka's default. */
  private static final int USUAL_MESSAGE = 1_048_588;

  private Notes() {}

  static List<Step> of(String topic, TopicState state) {
    List<Step> notes = new ArrayList<>();
    inSync(topic, state, notes);
    int largest = number(state, MAX_MESSAGE, USUAL_MESSAGE);
    if (largest < USUAL_MESSAGE) {
      notes.add(
          new Note(
              MAX_MESSAGE,
              topic,
              Integer.toString(largest),
              "at least " + USUAL_MESSAGE,
              "a larger batch is refused: see that kafka.producer.batch.size is smaller"));
    }
    return notes;
  }

  private static void inSync(String topic, TopicState state, List<Step> notes) {
    int inSync = number(state, IN_SYNC, 1);
    if (inSync > state.replication()) {
      notes.add(
          new Cannot(
              IN_SYNC,
              topic,
              Integer.toString(inSync),
              "at most " + state.replication(),
              "nothing can be written: lower it, or add replicas"));
    } else if (inSync == 1 && state.replication() > 2) {
      notes.add(
          new Note(
              IN_SYNC, topic, "1", "2", "a record may be acknowledged that one broker alone has"));
    }
  }

  private static int number(TopicState state, String key, int otherwise) {
    try {
      return Integer.parseInt(state.config(key));
    } catch (NumberFormatException none) {
      return otherwise;
    }
  }
}
