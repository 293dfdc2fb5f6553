package dev.mooring.systemtests.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.kafka.common.protocol.Errors;

/**
 * One connection of a client, and the one to the broker behind it. Requests go one by one, each
 * with its response, so that what happens to one happens to no other.
 */
final class ProxiedConnection {

  /** Length, and the beginning of the header. */
  private static final int BEGINNING = 6;

  private final Frames client;
  private final Frames broker;
  private final FaultPlan plan;
  private final String host;
  private final int port;

  /**
   * A connection.
   *
   * @param host where clients are to find brokers
   */
  ProxiedConnection(Frames client, Frames broker, FaultPlan plan, String host, int port) {
    this.client = client;
    this.broker = broker;
    this.plan = plan;
    this.host = host;
    this.port = port;
  }

  /** Serves until one side closes, or the plan ends it. */
  void serve() throws IOException, InterruptedException {
    ByteBuffer frame = client.read();
    while (frame != null && serve(new Exchange(frame))) {
      frame = client.read();
    }
  }

  /** Whether the connection goes on. */
  private boolean serve(Exchange exchange) throws IOException, InterruptedException {
    return switch (plan.next(exchange.api())) {
      case Fault.None() -> pass(exchange);
      case Fault.Delay(Duration time) -> {
        Thread.sleep(time);
        yield pass(exchange);
      }
      case Fault.CutBefore() -> false;
      case Fault.CutInResponse() -> {
        ByteBuffer response = ask(exchange);
        if (response != null) {
          client.write(response, BEGINNING);
        }
        yield false;
      }
      case Fault.Swallow() -> {
        client.swallow();
        yield false;
      }
      case Fault.Answer(Errors error) -> {
        client.write(exchange.error(error));
        yield true;
      }
      case Fault.AnswerAfterwards(Errors error) -> {
        ByteBuffer response = ask(exchange);
        client.write(exchange.error(error));
        yield response != null;
      }
    };
  }

  private boolean pass(Exchange exchange) throws IOException {
    ByteBuffer response = ask(exchange);
    if (response == null) {
      return false;
    }
    client.write(exchange.atProxy(response, host, port));
    return true;
  }

  /** The broker's response; null when it has closed. */
  private ByteBuffer ask(Exchange exchange) throws IOException {
    broker.write(exchange.frame());
    return broker.read();
  }
}
