package dev.mooring.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what fails before a request gets to its route: malformed, too long, too late. */
final class JettyProblems implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = Math.max(response.getStatus(), 400);
    String title = HttpStatus.getMessage(status);
    HttpProblem problem = HttpProblem.of(status, title, "the request was not understood: " + title);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    SecurityHeaders.all().forEach(response.getHeaders()::put);
    byte[] body = Problems.bytes(problem, request.getHttpURI().getDecodedPath());
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
