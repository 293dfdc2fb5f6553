package dev.mooring.cli.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.publisher.Receipt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AcknowledgedTest {

  private final Acknowledged acknowledged = new Acknowledged();
  private final CompletableFuture<Receipt> first = new CompletableFuture<>();
  private final CompletableFuture<Receipt> second = new CompletableFuture<>();

  @Test
  void shouldNotCountALineBehindOneThatIsStillOpen() {
    acknowledged.sent(1, first);
    acknowledged.sent(2, second);
    second.complete(new Receipt(0, 0));
    acknowledged.advance();
    assertThat(acknowledged.lastLine()).isZero();

    first.complete(new Receipt(0, 1));
    acknowledged.advance();
    assertThat(acknowledged.lastLine()).isEqualTo(2);
  }

  @Test
  void shouldStopAtTheFirstFailureWhateverIsAcknowledgedBehindIt() {
    acknowledged.settled(1);
    acknowledged.sent(2, first);
    acknowledged.sent(3, second);
    second.complete(new Receipt(0, 0));
    first.completeExceptionally(new IllegalStateException("the broker is gone"));
    acknowledged.advance();

    assertThat(acknowledged.lastLine()).isEqualTo(1);
    assertThat(acknowledged.failed())
        .hasValueSatisfying(
            failed -> {
              assertThat(failed.line()).isEqualTo(2);
              assertThat(failed.cause()).hasMessage("the broker is gone");
            });
  }
}
