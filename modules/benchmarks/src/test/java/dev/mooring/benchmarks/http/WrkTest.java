package dev.mooring.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.benchmarks.http.Wrk.Load;
import org.junit.jupiter.api.Test;

class WrkTest {

  private static final String REPORT =
      """
      Running 2s test @ http://127.0.0.1:1/hello
        1 threads and 32 connections
        Thread Stats   Avg      Stdev     Max   +/- Stdev
          Latency   735.99us    1.20ms  22.16ms   91.18%
          Req/Sec    58.82k     6.03k   65.51k    80.00%
        Latency Distribution
           50%  450.00us
           75%  650.00us
           90%    1.51ms
           99%    3.34ms
        117089 requests in 2.00s, 15.63MB read
      Requests/sec:  58476.14
      Transfer/sec:      7.81MB
      """;

  @Test
  void shouldReadWhatWrkPrints() {
    assertThat(Wrk.read(REPORT)).isEqualTo(new Load(58_476.14, 0.45, 3.34));
  }

  @Test
  void shouldCountNothingWhenSomeRequestsFailed() {
    String failed = "  Non-2xx or 3xx responses: 12\n";

    assertThatThrownBy(() -> Wrk.read(REPORT + failed))
        .hasMessageContaining("Non-2xx or 3xx responses: 12");
  }

  @Test
  void shouldSayWhatIsMissing() {
    assertThatThrownBy(() -> Wrk.read("unable to connect to 127.0.0.1:1 Connection refused\n"))
        .hasMessageContaining("Connection refused");
  }
}
