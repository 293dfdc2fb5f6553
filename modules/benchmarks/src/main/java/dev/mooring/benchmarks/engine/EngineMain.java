package dev.mooring.benchmarks.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.contract.GeneratedTypes;
import java.io.PrintStream;

/**
 * The process of one engine. Arguments: its class and its {@link Job} as JSON. On standard output
 * it says {@value #STARTED}, {@value #STOPPED}, and at last its {@link EngineReport} as JSON.
 */
public final class EngineMain {

  public static final String STARTED = "started";
  public static final String STOPPED = "stopped";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Long peakRss;

  private EngineMain() {}

  public static void main(String[] args) throws Exception {
    WithParent.end();
    GeneratedTypes.trust();
    EngineRun engine =
        Class.forName(args[0]).asSubclass(EngineRun.class).getConstructor().newInstance();
    Job job = JSON.readValue(args[1], Job.class);
    EngineReport report = new EngineMain().run(engine, job, System.out);
    System.out.println(JSON.writeValueAsString(report));
    System.exit(0);
  }

  private EngineReport run(EngineRun engine, Job job, PrintStream out) throws Exception {
    Stopwatch watch =
        new Stopwatch(
            () -> out.println(STARTED),
            () -> {
              // Before rows are gathered: that is the check's memory, not the engine's.
              peakRss = PeakMemory.ofThisProcess();
              out.println(STOPPED);
            });
    EngineRun.Outcome outcome = engine.run(job, watch);
    outcome.rows().ifPresent(rows -> rows.write(job.rows()));
    Stopwatch.Reading reading = watch.reading();
    return new EngineReport(
        outcome.records(),
        reading.seconds(),
        reading.cpuSeconds(),
        peakRss,
        outcome.rows().map(rows -> rows.size()).orElse(null));
  }
}
