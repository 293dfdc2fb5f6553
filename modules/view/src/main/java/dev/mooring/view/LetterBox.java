package dev.mooring.view;

import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Topics;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The dead letters of a cluster, read to the present end of their topic. It keeps none of them:
 * first it reads which letters stand and which are mended, then it hands them over one by one. To
 * go on reading, use a {@link RejectedLog}.
 */
public final class LetterBox implements AutoCloseable {

  private static final List<String> TOPIC = List.of(Topics.REJECTED.name());

  private final LetterReader reader = new LetterReader();
  private final ViewConfig config;
  private final LogReader log;

  public LetterBox(ViewConfig config) {
    this.config = config;
    this.log = new LogReader(config);
  }

  /**
   * Hands over every letter, open or mended, in order within a partition. Of letters that tell of
   * the same record and reason, the first one.
   *
   * @throws ReadException when the topic is missing or cannot be reached
   */
  public void read(Consumer<Rejected> to) {
    LetterIndex index = index(letter -> {});
    readLetters(letter -> handOver(letter, index, to));
  }

  /**
   * The letter that lies at a place, or the one that stands for it.
   *
   * @return empty when there is none, or no more
   */
  public Optional<Rejected> find(LogPlace place) {
    Found asked = new Found(place);
    LetterIndex index = index(asked);
    Optional<LogPlace> first = asked.letter().flatMap(index::first);
    if (first.isEmpty() || first.get().equals(place)) {
      return asked.letter().map(index::marked);
    }
    Found standing = new Found(first.get());
    readLetters(standing);
    return standing.letter().map(index::marked);
  }

  /** The letter with what was too large for it, as far as the topic of its origin has it. */
  public Rejected whole(Rejected letter) {
    if (letter.omitted().isEmpty() || !letter.hasOrigin()) {
      return letter;
    }
    return record(letter.origin())
        .map(
            record ->
                letter.with(
                    Optional.ofNullable(record.key()),
                    Optional.ofNullable(record.value()),
                    LetterReader.received(record.headers())))
        .orElse(letter);
  }

  /** The record at a place; empty when there is none, or no more. */
  public Optional<ConsumerRecord<byte[], byte[]>> record(LogPlace place) {
    return RecordReader.read(config, place);
  }

  @Override
  public void close() {
    log.close();
  }

  private void handOver(Rejected letter, LetterIndex index, Consumer<Rejected> to) {
    if (index.first(letter).equals(Optional.of(letter.letter()))) {
      to.accept(index.marked(letter));
    }
  }

  private LetterIndex index(Consumer<Rejected> also) {
    LetterIndex index = new LetterIndex();
    log.readToEnd(
        TOPIC,
        record -> {
          Optional<MendedMark> mark = reader.mark(record);
          if (mark.isPresent()) {
            index.add(mark.get());
          } else {
            Rejected letter = reader.read(record);
            index.add(letter);
            also.accept(letter);
          }
        });
    return index;
  }

  private void readLetters(Consumer<Rejected> to) {
    log.readToEnd(
        TOPIC,
        record -> {
          if (reader.mark(record).isEmpty()) {
            to.accept(reader.read(record));
          }
        });
  }

  /** Looks out for the letter at a place. */
  private static final class Found implements Consumer<Rejected> {

    private final LogPlace place;
    private Rejected letter;

    Found(LogPlace place) {
      this.place = place;
    }

    @Override
    public void accept(Rejected next) {
      if (next.letter().equals(place)) {
        letter = next;
      }
    }

    Optional<Rejected> letter() {
      return Optional.ofNullable(letter);
    }
  }
}
