package dev.mooring.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.topology.StartupException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EndReasonTest {

  static Stream<Arguments> causes() {
    return Stream.of(
        Arguments.of(new StartupException(List.of("no topic")), EndReason.REFUSED),
        Arguments.of(new ConfigException("acks", "some"), EndReason.REFUSED),
        Arguments.of(new InvalidTimestampException("tomorrow"), EndReason.REFUSED),
        Arguments.of(new InvalidConfigurationException("no such file"), EndReason.REFUSED),
        Arguments.of(because(new TimeoutException("silence")), EndReason.UNREACHABLE),
        Arguments.of(because(new SaslAuthenticationException("no")), EndReason.DENIED),
        Arguments.of(new TopicAuthorizationException("no"), EndReason.DENIED),
        Arguments.of(new SaslAuthenticationException("no"), EndReason.DENIED),
        Arguments.of(new FencedInstanceIdException("other"), EndReason.REPLACED),
        Arguments.of(new OutOfMemoryError("Java heap space"), EndReason.NO_MEMORY),
        Arguments.of(new IOException("write: No space left on device"), EndReason.NO_SPACE),
        Arguments.of(new TimeoutException("silence"), EndReason.UNREACHABLE),
        Arguments.of(new IllegalStateException("something else"), EndReason.FAILED));
  }

  /** A check that could not be made. */
  private static StartupException because(Throwable cause) {
    StartupException failed = new StartupException(List.of("the cluster does not answer"));
    failed.initCause(cause);
    return failed;
  }

  @ParameterizedTest
  @MethodSource("causes")
  void shouldLookThroughWrappers(Throwable cause, EndReason reason) {
    assertThat(EndReason.of(new StreamsException("thread", new RuntimeException(cause))))
        .isEqualTo(reason);
  }

  @Test
  void shouldHaveACodeForEach() {
    assertThat(Arrays.stream(EndReason.values()).map(EndReason::code)).doesNotHaveDuplicates();
  }
}
