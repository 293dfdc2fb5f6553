package dev.mooring.systemtests.law;

import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.registry.AvroSerializer;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/** Stands for a build of another definition: the rows of banks and cities count a million more. */
public final class MarkingSerializer implements Serializer<Object> {

  static final long MARK = 1_000_000;

  private final AvroSerializer serializer = new AvroSerializer();

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    serializer.configure(settings, isKey);
  }

  @Override
  public byte[] serialize(String topic, Object row) {
    return serializer.serialize(topic, marked(row));
  }

  @Override
  public byte[] serialize(String topic, Headers headers, Object row) {
    return serializer.serialize(topic, headers, marked(row));
  }

  private static Object marked(Object row) {
    return switch (row) {
      case BankMetrics bank ->
          BankMetrics.newBuilder(bank).setEvents(bank.getEvents() + MARK).build();
      case CityMetrics city ->
          CityMetrics.newBuilder(city).setEvents(city.getEvents() + MARK).build();
      default -> row;
    };
  }

  @Override
  public void close() {
    serializer.close();
  }
}
