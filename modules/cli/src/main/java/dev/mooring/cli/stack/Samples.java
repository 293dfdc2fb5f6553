package dev.mooring.cli.stack;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.output.Amount;
import dev.mooring.cli.publish.FilePublishing;
import dev.mooring.cli.publish.FilePublishing.Summary;
import dev.mooring.cli.publish.ReferencePublishing;
import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReaders;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.contract.reference.ReferenceData;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.publisher.NewIds;
import dev.mooring.publisher.PublisherConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The sample data that comes with Mooring. */
public final class Samples {

  private static final List<String> REFERENCE = List.of("cities.csv", "parties.csv");
  private static final List<String> EVENTS = List.of("history.jsonl", "article.jsonl");

  private final Path directory;

  /** Looks for the samples in a directory. */
  public Samples(Path directory) {
    this.directory = directory;
    if (!Files.isDirectory(directory)) {
      throw new CommandException("samples: no directory " + directory.toAbsolutePath());
    }
  }

  /**
   * Publishes the reference data and the events.
   *
   * @return how many events there were
   * @throws CommandException when one of them is wrong
   */
  public long publish(PublisherConfig config, Clock clock) throws IOException {
    for (String name : REFERENCE) {
      try (InputStream in = Files.newInputStream(directory.resolve(name))) {
        ReferencePublishing.publish(ReferenceData.read(in), config, clock);
      }
    }
    long published = 0;
    try (EventPublisher publisher = EventPublisher.open(config, CityReference.shipped(), clock)) {
      for (String name : EVENTS) {
        published += publish(publisher, directory.resolve(name));
      }
    }
    return published;
  }

  private static long publish(EventPublisher publisher, Path file) throws IOException {
    Path rejected = Files.createTempFile("mooring-", ".rejected.jsonl");
    FilePublishing publishing =
        new FilePublishing(publisher, new NewIds(List.of(), List.of(), List.of()), remark -> {});
    try (EventReader reader = EventReaders.detect(Files.newInputStream(file))) {
      Summary summary = publishing.publish(reader, rejected);
      if (summary.rejected() > 0) {
        throw new CommandException(
            file
                + ": rejected "
                + Amount.of(summary.rejected(), "line")
                + "; "
                + rejected
                + " says why");
      }
      Files.delete(rejected);
      return summary.published();
    }
  }
}
