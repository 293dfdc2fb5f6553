package dev.mooring.systemtests.proxy;

import java.nio.ByteBuffer;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.DescribeClusterResponse;
import org.apache.kafka.common.requests.FindCoordinatorResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.requests.ResponseHeader;

/** A request and what may become of its response, read and written by Kafka's own classes. */
final class Exchange {

  private final ByteBuffer frame;
  private final ByteBuffer body;
  private final RequestHeader header;

  /** Of the frame of a request. */
  Exchange(ByteBuffer frame) {
    this.frame = frame;
    this.body = frame.duplicate();
    this.header = RequestHeader.parse(body);
  }

  ByteBuffer frame() {
    return frame;
  }

  ApiKeys api() {
    return header.apiKey();
  }

  /** The answer of a broker that could not do it. */
  ByteBuffer error(Errors error) {
    AbstractRequest request =
        AbstractRequest.parseRequest(
                header.apiKey(), header.apiVersion(), new ByteBufferAccessor(body.duplicate()))
            .request;
    return write(header.toResponseHeader(), request.getErrorResponse(error.exception()));
  }

  /** The broker's answer, but that brokers are where the proxy is. */
  ByteBuffer atProxy(ByteBuffer response, String host, int port) {
    return switch (header.apiKey()) {
      case METADATA, FIND_COORDINATOR, DESCRIBE_CLUSTER -> moved(response.duplicate(), host, port);
      default -> response;
    };
  }

  private ByteBuffer moved(ByteBuffer frameOfResponse, String host, int port) {
    ResponseHeader answer =
        ResponseHeader.parse(
            frameOfResponse, header.apiKey().responseHeaderVersion(header.apiVersion()));
    AbstractResponse response =
        AbstractResponse.parseResponse(
            header.apiKey(), new ByteBufferAccessor(frameOfResponse), header.apiVersion());
    switch (response) {
      case MetadataResponse metadata ->
          metadata.data().brokers().forEach(broker -> broker.setHost(host).setPort(port));
      case DescribeClusterResponse cluster ->
          cluster.data().brokers().forEach(broker -> broker.setHost(host).setPort(port));
      case FindCoordinatorResponse found -> move(found, host, port);
      default -> throw new IllegalStateException("no addresses in " + header.apiKey());
    }
    return write(answer, response);
  }

  private static void move(FindCoordinatorResponse found, String host, int port) {
    if (found.data().port() > 0) {
      found.data().setHost(host).setPort(port);
    }
    found.data().coordinators().stream()
        .filter(coordinator -> coordinator.port() > 0)
        .forEach(coordinator -> coordinator.setHost(host).setPort(port));
  }

  private ByteBuffer write(ResponseHeader answer, AbstractResponse response) {
    return RequestUtils.serialize(
        answer.data(), answer.headerVersion(), response.data(), header.apiVersion());
  }
}
