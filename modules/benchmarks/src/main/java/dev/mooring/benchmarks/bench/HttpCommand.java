package dev.mooring.benchmarks.bench;

import dev.mooring.benchmarks.http.HelloMain;
import dev.mooring.benchmarks.http.RowsMain;
import dev.mooring.benchmarks.http.Wrk;
import dev.mooring.benchmarks.http.Wrk.Load;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many reads the server answers, beside a bare server of the same library. */
@Command(
    name = "http",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Loads reads of one bank beside a bare Javalin, by turns, each in a JVM of its own with the",
      "same options. Needs wrk on the PATH."
    })
final class HttpCommand implements Callable<Integer> {

  private static final int HELLO_BYTES = 5;
  private static final long SMOKE_EVENTS = 2_000;
  private static final long EVENTS = 100_000;

  @Spec private CommandSpec spec;

  @Option(names = "--rounds", description = "Turns of each; medians are shown (${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(names = "--seconds", description = "Length of a turn (${DEFAULT-VALUE}).")
  private int seconds = 6;

  @Option(names = "--warm-up", description = "Seconds before the first turn (${DEFAULT-VALUE}).")
  private int warmUp = 10;

  @Option(names = "--connections", description = "Open at a time (${DEFAULT-VALUE}).")
  private int connections = 32;

  @Option(names = "--heap", description = "Heap of each server (${DEFAULT-VALUE}).")
  private String heap = "512m";

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description = "One more option of Mooring's JVM, for profiles; repeatable.")
  private List<String> moreJvmOptions = List.of();

  @Option(
      names = "--also",
      paramLabel = "URL",
      description = "One more address, as of a mooring that is up already; repeatable.")
  private List<String> also = List.of();

  @Option(names = "--dir", description = "Where to keep files meanwhile.")
  private Path parent;

  @Option(names = "--smoke", description = "A second of each: does it run?")
  private boolean smoke;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Wrk.find();
    if (smoke) {
      rounds = 1;
      seconds = 1;
      warmUp = 1;
    }
    List<String> own = new ArrayList<>(jvmOptions());
    own.addAll(moreJvmOptions);
    String events = Long.toString(smoke ? SMOKE_EVENTS : EVENTS);
    try (WorkDirectory dir = WorkDirectory.in(parent);
        ChildJvm rows = ChildJvm.start(dir.path(), own, RowsMain.class, "" + dir.path(), events)) {
      besideBareOnes(dir.path(), rows.expect("ready"));
    }
    return CommandLine.ExitCode.OK;
  }

  private List<String> jvmOptions() {
    return List.of("-Xms" + heap, "-Xmx" + heap);
  }

  private void besideBareOnes(Path dir, String bank) throws IOException, InterruptedException {
    HttpResponse<String> row = get(bank);
    int bytes = row.body().length();
    String known = "If-None-Match: " + row.headers().firstValue("ETag").orElseThrow();
    try (ChildJvm hello = hello(dir, HELLO_BYTES);
        ChildJvm large = hello(dir, bytes)) {
      List<HttpTurns> all = new ArrayList<>();
      all.add(new HttpTurns("bare Javalin, " + HELLO_BYTES + " bytes", hello.expect("ready")));
      all.add(new HttpTurns("bare Javalin, " + bytes + " bytes", large.expect("ready")));
      all.add(new HttpTurns("a bank's row, " + bytes + " bytes", bank));
      all.add(new HttpTurns("a bank's row, known (304)", bank, known));
      also.forEach(url -> all.add(new HttpTurns(url, url)));
      measure(all);
      print(all);
    }
  }

  private ChildJvm hello(Path dir, int bytes) {
    return ChildJvm.start(dir, jvmOptions(), HelloMain.class, Integer.toString(bytes));
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
  }

  /** By turns, so that whatever else the machine does meets all of them alike. */
  private void measure(List<HttpTurns> all) throws IOException, InterruptedException {
    for (HttpTurns each : all) {
      each.load(connections, warmUp);
    }
    for (int round = 0; round < rounds; round++) {
      for (HttpTurns each : all) {
        Load load = each.load(connections, seconds);
        each.turns().add(load);
        spec.commandLine().getErr().printf("%s: %,.0f/s%n", each.what(), load.perSecond());
      }
    }
  }

  private void print(List<HttpTurns> all) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.current());
    out.printf(
        "%d connections, wrk on the same machine; median of %d turns of %d s%n",
        connections, rounds, seconds);
    out.println(HttpTurns.table(all));
    out.flush();
  }
}
