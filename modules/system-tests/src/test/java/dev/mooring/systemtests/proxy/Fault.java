package dev.mooring.systemtests.proxy;

import java.time.Duration;
import org.apache.kafka.common.protocol.Errors;

/** What may happen to a request, or to its response, between a client and a broker. */
public sealed interface Fault {

  /** Nothing. */
  Fault NONE = new None();

  /** Request and response arrive. */
  record None() implements Fault {}

  /** The request arrives late, and so does its response. */
  record Delay(Duration time) implements Fault {}

  /** The connection is cut: the broker never sees the request. */
  record CutBefore() implements Fault {}

  /**
   * The broker does as it is asked, and the connection is cut before the client has more than the
   * first bytes of the response.
   */
  record CutInResponse() implements Fault {}

  /** The request is lost and so is all that follows, but the connection looks alive. */
  record Swallow() implements Fault {}

  /** The broker never sees the request; the client is answered with an error. */
  record Answer(Errors error) implements Fault {}

  /** The broker does as it is asked, and the client is told an error all the same. */
  record AnswerAfterwards(Errors error) implements Fault {}
}
