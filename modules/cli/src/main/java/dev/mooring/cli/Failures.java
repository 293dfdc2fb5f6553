package dev.mooring.cli;

import dev.mooring.cli.settings.SettingsException;
import dev.mooring.cli.stack.EndedException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.ParameterException;

/** Failures as one line for people, and as exit codes. */
public final class Failures {

  private static final String OWN_PACKAGES = "dev.mooring.";
  private static final Pattern CLIENT =
      Pattern.compile("Failed to (construct kafka|create new) \\w+");

  private Failures() {}

  static int exitCode(Throwable failure) {
    return switch (failure) {
      case SettingsException wrong -> ExitCode.WRONG_USAGE.code();
      case EndedException ended -> ended.reason().code();
      default -> ExitCode.FAILED.code();
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
    return (reason(failure) + text + Denial.of(failure, text))
        .strip()
        .replaceAll("\\s*\\R\\s*", " ");
  }

  /** First, so that it is found in a log by its name. */
  private static String reason(Throwable failure) {
    return failure instanceof EndedException ended ? ended.reason() + ": " : "";
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
