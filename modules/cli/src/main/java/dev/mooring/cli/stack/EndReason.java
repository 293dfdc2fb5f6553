package dev.mooring.cli.stack;

import dev.mooring.registry.RegistryUnavailableException;
import dev.mooring.server.ServerException;
import dev.mooring.topology.StartupException;
import java.util.Locale;
import javax.security.auth.login.LoginException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Why an instance of the topology ended, for whoever restarts it: by a name in its last line, and
 * by the exit code.
 */
public enum EndReason {
  /** It was told to stop, or its lane is over: it committed what was open and left the group. */
  STOPPED(0),
  /** Something that has no name of its own; the message says what. */
  FAILED(1),
  /**
   * The cluster, its topics, schemas or lanes, a setting or a directory is not as it must be; or
   * the clock is so far ahead that the brokers refuse what it stamps.
   */
  REFUSED(10),
  /** Brokers or registry do not let it in, or not do its work. */
  DENIED(11),
  /** Another instance has its name in the group: a copy of its state directory. */
  REPLACED(12),
  /** The state directory's disk is full. */
  NO_SPACE(13),
  /** The heap is too small for its share of the state. */
  NO_MEMORY(14),
  /** Brokers or registry did not answer for longer than it waits. */
  UNREACHABLE(15);

  private final int code;

  EndReason(int code) {
    this.code = code;
  }

  /** The exit code of the process. */
  public int code() {
    return code;
  }

  /** What a failure comes to: of its causes the first that has a name. */
  public static EndReason of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      EndReason reason = byItself(cause);
      if (reason != FAILED) {
        return reason;
      }
    }
    return FAILED;
  }

  private static EndReason byItself(Throwable cause) {
    return switch (cause) {
      case StartupException refused when refused.getCause() == null -> REFUSED;
      case ServerException refused -> REFUSED;
      case ConfigException refused -> REFUSED;
      case InvalidTimestampException wrongClock -> REFUSED;
      case AuthorizationException denied -> DENIED;
      case AuthenticationException denied -> DENIED;
      case LoginException denied -> DENIED;
      case InvalidConfigurationException refused -> REFUSED;
      case FencedInstanceIdException fenced -> REPLACED;
      case OutOfMemoryError full -> NO_MEMORY;
      case RegistryUnavailableException silent -> UNREACHABLE;
      case TimeoutException silent -> UNREACHABLE;
      default -> isDiskFull(cause) ? NO_SPACE : FAILED;
    };
  }

  /** Neither the JDK nor RocksDB has an exception of its own for it. */
  private static boolean isDiskFull(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left on device") || message.contains("disk quota exceeded");
  }
}
