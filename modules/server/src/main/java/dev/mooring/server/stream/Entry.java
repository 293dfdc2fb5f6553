package dev.mooring.server.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.server.json.Json;
import dev.mooring.server.json.Records;
import dev.mooring.view.Change;
import dev.mooring.view.EventRecord;
import dev.mooring.view.Position;
import dev.mooring.view.Rejected;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What the ring holds. */
sealed interface Entry {

  /** Everything before a position was told. */
  record Mark(Position position) implements Entry {}

  /** Something to be told. Its text is worked out once, by the first client that needs it. */
  abstract sealed class Told implements Entry {

    private final Feed feed;
    private final int partition;
    private final long offset;
    private volatile byte[] data;

    private Told(Feed feed, int partition, long offset) {
      this.feed = feed;
      this.partition = partition;
      this.offset = offset;
    }

    final Feed feed() {
      return feed;
    }

    final int partition() {
      return partition;
    }

    final long offset() {
      return offset;
    }

    /** The text for clients. */
    final byte[] data() {
      byte[] known = data;
      if (known == null) {
        known = Json.bytes(this::write);
        data = known;
      }
      return known;
    }

    abstract void write(JsonGenerator json) throws IOException;
  }

  /** A row became another. */
  final class RowTold extends Told {

    private final String key;
    private final Optional<SpecificRecord> before;
    private final Optional<SpecificRecord> after;
    private final boolean beforeKnown;

    private RowTold(
        Feed feed,
        int partition,
        long offset,
        String key,
        Optional<SpecificRecord> before,
        Optional<SpecificRecord> after,
        boolean beforeKnown) {
      super(feed, partition, offset);
      this.key = key;
      this.before = before;
      this.after = after;
      this.beforeKnown = beforeKnown;
    }

    static RowTold of(Feed feed, Change change) {
      return new RowTold(
          feed,
          change.partition(),
          change.offset(),
          change.key(),
          change.before(),
          change.after(),
          true);
    }

    /** A row as it was read again, when nobody remembers what stood there before. */
    static RowTold again(
        Feed feed, int partition, long offset, String key, Optional<SpecificRecord> after) {
      return new RowTold(feed, partition, offset, key, Optional.empty(), after, false);
    }

    /** The same for those who are not to see what the row became. */
    RowTold gone() {
      return new RowTold(feed(), partition(), offset(), key, before, Optional.empty(), beforeKnown);
    }

    String key() {
      return key;
    }

    Optional<SpecificRecord> before() {
      return before;
    }

    Optional<SpecificRecord> after() {
      return after;
    }

    boolean beforeKnown() {
      return beforeKnown;
    }

    @Override
    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("topic", feed().path());
      json.writeStringField("key", key);
      json.writeFieldName("row");
      if (after.isPresent()) {
        Json.row(json, after.get());
      } else {
        json.writeNull();
      }
      json.writeEndObject();
    }
  }

  /** An event was read. */
  final class EventTold extends Told {

    private final EventRecord record;

    EventTold(EventRecord record) {
      super(Feed.EVENTS, record.partition(), record.offset());
      this.record = record;
    }

    EventRecord record() {
      return record;
    }

    @Override
    void write(JsonGenerator json) throws IOException {
      Records.event(json, record);
    }
  }

  /**
   * A record was rejected; or its letter was mended, which has no place: who was away finds it gone
   * from the letters.
   */
  final class RejectedTold extends Told {

    private final Rejected letter;

    RejectedTold(Rejected letter) {
      super(Feed.REJECTED, letter.partition(), letter.mended().isPresent() ? -1 : letter.offset());
      this.letter = letter;
    }

    @Override
    void write(JsonGenerator json) throws IOException {
      Records.rejected(json, letter);
    }
  }

  /** How server and topology get on; it has no place, and is never missed. */
  final class StatusTold extends Told {

    private final Json.Body status;

    StatusTold(Json.Body status) {
      super(Feed.STATUS, -1, -1);
      this.status = status;
    }

    @Override
    void write(JsonGenerator json) throws IOException {
      status.write(json);
    }
  }
}
