package dev.mooring.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which the head of a request takes too long to arrive. Jetty limits silence
 * only: a client that sends a byte now and then could hold a connection for ever (slow loris).
 *
 * <p>Jetty does not tell when a head begins. But it counts the bytes that a connection has brought:
 * they grow between requests only when a head is arriving.
 */
final class SlowHeaders extends AbstractLifeCycle
    implements Connection.Listener, HttpConfiguration.Customizer {

  private static final int LOOKS = 4;

  private final Duration atMost;
  private final Scheduler scheduler;
  private final Map<Connection, Arrival> arrivals = new ConcurrentHashMap<>();

  /**
   * To be added to a connector, and to its configuration.
   *
   * @param atMost how long a head may take; it is closed at most a quarter later
   */
  SlowHeaders(Duration atMost, Scheduler scheduler) {
    this.atMost = atMost;
    this.scheduler = scheduler;
  }

  @Override
  public void onOpened(Connection connection) {
    arrivals.put(connection, new Arrival());
  }

  @Override
  public void onClosed(Connection connection) {
    arrivals.remove(connection);
  }

  /** The head has arrived; until the answer is complete, other limits hold. */
  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    Connection connection = request.getConnectionMetaData().getConnection();
    Arrival arrival = arrivals.get(connection);
    if (arrival != null) {
      arrival.ended();
      Request.addCompletionListener(request, failure -> arrival.awaited(connection.getBytesIn()));
    }
    return request;
  }

  @Override
  protected void doStart() {
    lookLater();
  }

  private void lookLater() {
    long nanos = Math.max(1, atMost.toNanos() / LOOKS);
    var unused = scheduler.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
  }

  private void look() {
    if (!isRunning() && !isStarting()) {
      return;
    }
    long now = System.nanoTime();
    arrivals.forEach(
        (connection, arrival) -> {
          if (arrival.lasts(connection.getBytesIn(), now) > atMost.toNanos()) {
            connection.getEndPoint().close();
          }
        });
    lookLater();
  }

  /** The arrival of a head, on one connection. */
  private static final class Arrival {

    private long bytesBefore;
    private boolean awaited = true;
    private boolean begun;
    private long began;

    synchronized void ended() {
      awaited = false;
      begun = false;
    }

    synchronized void awaited(long bytes) {
      awaited = true;
      bytesBefore = bytes;
    }

    /** For how long it has been arriving, as far as was seen; 0 when it is not. */
    synchronized long lasts(long bytes, long now) {
      if (!awaited || bytes == bytesBefore) {
        return 0;
      }
      if (!begun) {
        begun = true;
        began = now;
      }
      return now - began;
    }
  }
}
