package dev.mooring.benchmarks.engine;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * How many entries of changelogs this process has read, by the metrics that Kafka's own restore
 * consumers register: without standby tasks they read nothing else.
 */
final class RestoredEntries {

  private static final String CONSUMERS =
      "kafka.consumer:type=consumer-fetch-manager-metrics,client-id=*-restore-consumer";
  private static final String READ = "records-consumed-total";

  private RestoredEntries() {}

  /** So many until now; 0 for an engine that is not of Kafka Streams. */
  static long count() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    long entries = 0;
    for (ObjectName consumer : server.queryNames(new ObjectName(CONSUMERS), null)) {
      entries += Math.round((double) server.getAttribute(consumer, READ));
    }
    return entries;
  }
}
