package dev.mooring.benchmarks.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.benchmarks.history.HistoryConfig;
import dev.mooring.benchmarks.history.HistoryGenerator;
import dev.mooring.contract.EventKey;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Fingerprint;
import dev.mooring.topology.state.DossierState;
import dev.mooring.topology.state.RocksSpace;
import dev.mooring.topology.state.WithdrawalMessage;
import dev.mooring.topology.state.WithdrawalMessage.GoOn;
import dev.mooring.topology.state.WithdrawalMessage.Stands;
import dev.mooring.topology.state.WithdrawalMessage.StandsNoMore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fills the state of one task with a generated history, and tells what it takes. Arguments: seed,
 * number of events, megabytes of RocksDB's memory (0: all on the heap), and a directory for its
 * files. Says a {@link StateReport} in JSON.
 */
public final class StateMain {

  private static final int COMMIT = 20_000;
  private static final int AT_A_TIME = 20_000;

  private final Set<String> keys = new HashSet<>();
  private final DossierState state;
  private long changelog;

  private StateMain(DossierState state) {
    this.state = state;
  }

  public static void main(String[] args) throws IOException {
    WithParent.end();
    GeneratedTypes.trust();
    HistoryConfig history = HistoryConfig.of(Long.parseLong(args[0]), Long.parseLong(args[1]));
    long memory = Long.parseLong(args[2]) << 20;
    Path directory = Path.of(args[3]);
    StateReport report;
    if (memory == 0) {
      report = new StateMain(new DossierState()).measure(history, null, directory);
    } else {
      try (RocksSpace space = new RocksSpace(directory, memory)) {
        report = new StateMain(new DossierState(space)).measure(history, space, directory);
      }
    }
    System.out.println(new ObjectMapper().writeValueAsString(report));
  }

  private StateReport measure(HistoryConfig config, RocksSpace space, Path directory) {
    HistoryGenerator history = new HistoryGenerator(config);
    long before = ViewMain.heapInUse();
    long start = System.nanoTime();
    long events = 0;
    while (history.hasNext()) {
      take(history.next());
      events++;
      if (events % COMMIT == 0) {
        commit();
      }
    }
    commit();
    double seconds = (System.nanoTime() - start) / 1e9;
    long relationships = keys.size();
    keys.clear();
    long heap = ViewMain.heapInUse() - before;
    StateReport report =
        new StateReport(
            events,
            relationships,
            seconds,
            heap,
            space == null ? 0 : space.memory(),
            size(directory),
            changelog,
            PeakMemory.ofThisProcess());
    state.clear();
    return report;
  }

  private void take(Event event) {
    String key = EventKey.of(event);
    keys.add(key);
    state.take(key.getBytes(UTF_8), Fact.of(event, Fingerprint.of(event)));
  }

  /** As the stages do it, without the topics between them. */
  private void commit() {
    List<WithdrawalMessage> messages = new ArrayList<>(state.outbox().withdrawals());
    for (WithdrawalMessage message : messages) {
      switch (message) {
        case Stands(String bank, Fact withdrawal) -> state.withdraw(bank, withdrawal);
        case StandsNoMore(String bank, var withdrawal) -> state.withdrawNot(bank, withdrawal);
        case GoOn goOn -> {}
      }
      while (state.follow(message.bank(), AT_A_TIME)) {
        send();
      }
    }
    send();
  }

  private void send() {
    state.log((key, value) -> changelog += value == null ? 0 : value.length);
    state.settle();
  }

  private static long size(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("looking at " + directory, e);
    }
  }
}
