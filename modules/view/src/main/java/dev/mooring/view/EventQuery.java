package dev.mooring.view;

import dev.mooring.contract.event.CityBasis;
import dev.mooring.contract.event.DateBasis;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which events, and in what order. What is empty asks for nothing.
 *
 * @param bank id of the bank
 * @param firm id of the firm
 * @param city id of the city
 * @param country ISO 3166-1 alpha-2
 * @param types any of these
 * @param statuses any of these
 * @param exactness how sure time and place are
 * @param from {@code occurredAt} not before
 * @param to {@code occurredAt} before
 * @param latestOnly only the revision that stands for each event, whatever its status; otherwise
 *     every record, revisions and repeats included
 * @param order how they are sorted
 */
public record EventQuery(
    Optional<String> bank,
    Optional<String> firm,
    Optional<String> city,
    Optional<String> country,
    Set<EventType> types,
    Set<Status> statuses,
    Exactness exactness,
    Optional<Instant> from,
    Optional<Instant> to,
    boolean latestOnly,
    Order order) {

  /**
   * How sure the time and the place of an event are: any of each set, all of it when it is empty.
   *
   * @param cityBases whether the source says the city
   * @param dateBases whether the source says the date
   * @param precisions of {@code occurredAt}
   */
  public record Exactness(
      Set<CityBasis> cityBases, Set<DateBasis> dateBases, Set<Precision> precisions) {

    /** However sure they are. */
    public static final Exactness ANY = new Exactness(Set.of(), Set.of(), Set.of());

    public Exactness {
      cityBases = Set.copyOf(cityBases);
      dateBases = Set.copyOf(dateBases);
      precisions = Set.copyOf(precisions);
    }
  }

  /** How events are sorted; what is equal comes by id, then by partition and offset. */
  public enum Order {
    /** By {@code occurredAt}, then type: the order of section 3 of the contract. */
    OCCURRED,
    /** The reverse of {@link #OCCURRED}. */
    OCCURRED_LATEST_FIRST,
    /** By when the cluster got them. */
    RECORDED,
    /** The reverse of {@link #RECORDED}. */
    RECORDED_LATEST_FIRST
  }

  /** Every record, revisions and repeats included, by when the cluster got them. */
  public static final EventQuery ALL =
      new EventQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          Exactness.ANY,
          Optional.empty(),
          Optional.empty(),
          false,
          Order.RECORDED);

  public EventQuery {
    types = Set.copyOf(types);
    statuses = Set.copyOf(statuses);
  }
}
