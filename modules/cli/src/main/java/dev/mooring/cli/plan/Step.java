package dev.mooring.cli.plan;

import dev.mooring.contract.TopicSpec;
import dev.mooring.registry.CompatibilityLevel;

/** One difference between what is there and what should be, and what is to be done about it. */
public sealed interface Step {

  /** What differs: {@code topic}, the name of a setting, {@code schema}, ... */
  String what();

  /** The topic or subject. */
  String name();

  /** What is there. */
  String is();

  /** What should be there. */
  String shouldBe();

  /** In one word, what is to be done. */
  String action();

  /** In one word, that it was done. */
  String done();

  /** What a person should know or do; empty when {@code apply} does all that is needed. */
  default String advice() {
    return "";
  }

  /** Whether this is a difference; a note is none. */
  default boolean isFinding() {
    return true;
  }

  /** A topic that is missing. */
  record CreateTopic(TopicSpec topic, short replication) implements Step {
    @Override
    public String what() {
      return "topic";
    }

    @Override
    public String name() {
      return topic.name();
    }

    @Override
    public String is() {
      return "missing";
    }

    @Override
    public String shouldBe() {
      String copies = replication < 0 ? "" : ", %d replicas".formatted(replication);
      return "%d partitions%s, %s".formatted(topic.partitions(), copies, config());
    }

    private String config() {
      return topic.config().toString().replaceAll("[{}]", "");
    }

    @Override
    public String action() {
      return "create";
    }

    @Override
    public String done() {
      return "created";
    }
  }

  /** A setting of a topic that differs. */
  record AlterConfig(String name, String what, String is, String shouldBe) implements Step {
    @Override
    public String action() {
      return "alter";
    }

    @Override
    public String done() {
      return "altered";
    }
  }

  /** A subject that lacks the schema of this build. */
  record RegisterSchema(TopicSpec topic, String is) implements Step {
    @Override
    public String what() {
      return "schema";
    }

    @Override
    public String name() {
      return topic.subject();
    }

    @Override
    public String shouldBe() {
      return "this build's";
    }

    @Override
    public String action() {
      return "register";
    }

    @Override
    public String done() {
      return "registered";
    }
  }

  /** A subject whose compatibility differs. */
  record SetCompatibility(String name, String is) implements Step {

    /** What every subject asks for. */
    public static final CompatibilityLevel LEVEL = CompatibilityLevel.FULL_TRANSITIVE;

    @Override
    public String what() {
      return "compatibility";
    }

    @Override
    public String shouldBe() {
      return LEVEL.name();
    }

    @Override
    public String action() {
      return "set";
    }

    @Override
    public String done() {
      return "set";
    }
  }

  /** A difference that is not for a program to settle, and what a person can do. */
  record Cannot(String what, String name, String is, String shouldBe, String advice)
      implements Step {
    @Override
    public String action() {
      return "cannot";
    }

    @Override
    public String done() {
      return "cannot";
    }
  }

  /** Something that is allowed, but worth a thought. */
  record Note(String what, String name, String is, String shouldBe, String advice) implements Step {
    @Override
    public String action() {
      return "note";
    }

    @Override
    public String done() {
      return "note";
    }

    @Override
    public boolean isFinding() {
      return false;
    }
  }
}
