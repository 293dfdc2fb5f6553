package dev.mooring.view;

import java.util.Arrays;
import java.util.Optional;

/** What events can be counted apart by: a field of theirs with not too many values. */
public enum EventDimension {
  BANK("bank"),
  FIRM("firm"),
  CITY("city"),
  COUNTRY("country"),
  TYPE("type"),
  STATUS("status"),
  CITY_BASIS("cityBasis"),
  DATE_BASIS("dateBasis"),
  PRECISION("precision");

  private final String field;

  EventDimension(String field) {
    this.field = field;
  }

  /** The name of the field, as events have it. */
  public String field() {
    return field;
  }

  /** The dimension of a field; empty when events cannot be counted by it. */
  public static Optional<EventDimension> ofField(String field) {
    return Arrays.stream(values()).filter(one -> one.field.equals(field)).findFirst();
  }
}
