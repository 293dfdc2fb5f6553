package dev.mooring.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  @TempDir Path directory;

  @Test
  void shouldKeepItsDataOverARestartOnAnotherPort() throws Exception {
    // given
    BrokerConfig config = new BrokerConfig(directory, 0);
    String firstAddress;
    try (EmbeddedBroker broker = EmbeddedBroker.start(config)) {
      firstAddress = broker.bootstrapServers();
      Clients.createTopic(firstAddress, "kept");
      commitOneAndAbortOne(firstAddress);
    }

    // when
    try (EmbeddedBroker broker = EmbeddedBroker.start(config)) {
      String address = broker.bootstrapServers();
      Clients.send(address, "kept", "later");

      // then
      assertThat(address).startsWith("127.0.0.1:").isNotEqualTo(firstAddress);
      assertThat(Clients.read(address, "kept", 2)).containsExactly("committed", "later");
      assertThatThrownBy(() -> EmbeddedBroker.start(config))
          .isInstanceOf(DevStackException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("in use by another broker");
    }
  }

  private static void commitOneAndAbortOne(String bootstrap) throws Exception {
    try (var producer =
        Clients.producer(Map.of("bootstrap.servers", bootstrap, "transactional.id", "test"))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("kept", "aborted")).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("kept", "committed")).get();
      producer.commitTransaction();
    }
  }

  @Test
  void shouldNameAPortThatIsTaken() throws Exception {
    // given
    try (ServerSocket other =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      BrokerConfig config = new BrokerConfig(directory, other.getLocalPort());

      // when, then
      assertThatThrownBy(() -> EmbeddedBroker.start(config))
          .isInstanceOf(DevStackException.class)
          .hasMessageContaining("port " + other.getLocalPort())
          .hasMessageContaining("is taken");
    }
  }

  @Test
  void shouldRefuseAPortThatIsNone() {
    assertThatThrownBy(() -> new BrokerConfig(directory, 65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("port: 65536");
  }
}
