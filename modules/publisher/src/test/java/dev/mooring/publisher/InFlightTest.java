package dev.mooring.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InFlightTest {

  @Test
  void shouldHaveRoomUntilTheBoundIsReached() {
    // given
    InFlight inFlight = new InFlight(2);

    // when
    inFlight.add();
    boolean oneMore = inFlight.hasRoom();
    inFlight.add();

    // then
    assertThat(oneMore).isTrue();
    assertThat(inFlight.hasRoom()).isFalse();
  }

  @Test
  void shouldGoOnWhenTheOnlyOneIsGone() {
    // given
    InFlight inFlight = new InFlight(1);
    inFlight.add();
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(inFlight::add, Thread::startVirtualThread);

    // when
    inFlight.remove();

    // then
    second.join();
    assertThat(inFlight.hasRoom()).isFalse();
  }

  @Test
  void shouldNeverExceedTheBoundNorForgetAWaiter() throws Exception {
    // given
    int most = 10;
    int each = 5_000;
    InFlight inFlight = new InFlight(most);
    BlockingQueue<Integer> sent = new ArrayBlockingQueue<>(most);
    AtomicInteger refused = new AtomicInteger();
    List<Thread> senders = new ArrayList<>();

    // when
    for (int i = 0; i < 4; i++) {
      senders.add(Thread.ofPlatform().start(() -> send(inFlight, sent, refused, each)));
    }
    for (int i = 0; i < 4 * each; i++) {
      sent.take();
      inFlight.remove();
    }
    for (Thread sender : senders) {
      sender.join();
    }

    // then
    assertThat(refused).as("found more under way than allowed").hasValue(0);
    assertThat(inFlight.hasRoom()).isTrue();
  }

  private static void send(
      InFlight inFlight, BlockingQueue<Integer> sent, AtomicInteger refused, int count) {
    for (int i = 0; i < count; i++) {
      inFlight.add();
      if (!sent.offer(i)) {
        refused.incrementAndGet();
      }
    }
  }
}
