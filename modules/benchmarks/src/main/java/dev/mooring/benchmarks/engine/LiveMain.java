package dev.mooring.benchmarks.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.contract.GeneratedTypes;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The process of a {@link LiveEngine}. Arguments: its class and its {@link Job} as JSON. On
 * standard output it says {@value #ASSIGNED} when it first has partitions, and {@value #RUNNING}
 * with the number of entries that it restored and the seconds that this took. It stops cleanly when
 * its standard input ends.
 */
public final class LiveMain {

  public static final String ASSIGNED = "assigned";
  public static final String RUNNING = "running";

  private LiveMain() {}

  public static void main(String[] args) throws Exception {
    WithParent.end();
    GeneratedTypes.trust();
    LiveEngine engine =
        Class.forName(args[0]).asSubclass(LiveEngine.class).getConstructor().newInstance();
    Job job = new ObjectMapper().readValue(args[1], Job.class);
    AtomicBoolean told = new AtomicBoolean();
    Runnable assigned =
        () -> {
          if (!told.getAndSet(true)) {
            System.out.println(ASSIGNED);
          }
        };
    LiveEngine.Running running = engine.start(job, assigned);
    LiveEngine.Restored restored = running.restored();
    System.out.println(RUNNING + " " + restored.entries() + " " + restored.seconds());
    System.in.transferTo(OutputStream.nullOutputStream());
    running.close();
    System.exit(0);
  }
}
