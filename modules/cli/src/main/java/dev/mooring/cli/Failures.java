package dev.mooring.cli;

import dev.mooring.cli.settings.SettingsException;
import dev.mooring.cli.stack.EndReason;
import dev.mooring.cli.stack.EndedException;
import dev.mooring.cli.stack.InstanceCommand;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.ParameterException;

/** Failures as one line for people, and as exit codes. */
public final class Failures {

  private static final String OWN_PACKAGES = "dev.mooring.";
  private static final Pattern CLIENT =
      Pattern.compile("Failed to (construct kafka|create new) \\w+");

  /** A failed login has the whole trace of what it failed of in its message, and no cause. */
  private static final Pattern STACK_TRACE =
      Pattern.compile("\\R(?:\\tat |\\t\\.\\.\\. |Caused by: )[^\\r\\n]*");

  private Failures() {}

  /**
   * What a failure of a command comes to.
   *
   * @param command the object that ran
   */
  static int exitCode(Throwable failure, Object command) {
    if (failure instanceof SettingsException) {
      return ExitCode.WRONG_USAGE.code();
    }
    return reason(failure, command).map(EndReason::code).orElse(ExitCode.FAILED.code());
  }

  /** What went wrong, behind the name of its reason where there is one: so a log is searched. */
  static String named(Throwable failure, Object command) {
    String name = reason(failure, command).map(reason -> reason + ": ").orElse("");
    return name + inOneLine(failure);
  }

  private static Optional<EndReason> reason(Throwable failure, Object command) {
    return switch (failure) {
      case SettingsException wrong -> Optional.empty();
      case EndedException ended -> Optional.of(ended.reason());
      default ->
          command instanceof InstanceCommand
              ? Optional.of(EndReason.of(failure))
              : Optional.empty();
    };
  }

  /** What went wrong; wrappers that say nothing by themselves are looked through. */
  public static String inOneLine(Throwable failure) {
    Throwable telling = failure;
    while (telling.getCause() != null && saysNothing(telling)) {
      telling = telling.getCause();
    }
    String message = telling.getMessage();
    String text =
        message != null && isForPeople(telling)
            ? message
            : telling.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    String told = STACK_TRACE.matcher(text).replaceAll("");
    return (told + Denial.of(failure, told)).strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static boolean saysNothing(Throwable failure) {
    return failure instanceof ExecutionException
        || failure.getMessage() == null
        || isOfAClient(failure)
        || failure.getMessage().equals(failure.getCause().toString());
  }

  /** A client of Kafka's that cannot be made, for a reason of which its own message has nothing. */
  private static boolean isOfAClient(Throwable failure) {
    return failure.getClass() == KafkaException.class
        && CLIENT.matcher(failure.getMessage()).lookingAt();
  }

  /** Mooring's own messages name what is wrong; others may need the name of the exception. */
  private static boolean isForPeople(Throwable failure) {
    return failure.getClass().getName().startsWith(OWN_PACKAGES)
        || failure instanceof IllegalArgumentException
        || failure instanceof ParameterException;
  }
}
