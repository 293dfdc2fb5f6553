package dev.mooring.view;

import dev.mooring.contract.event.Event;
import java.time.Instant;

/**
 * An event as it stands in the log.
 *
 * @param event what was published
 * @param partition where it stands
 * @param offset where it stands
 * @param recorded when the cluster got it
 * @param latest whether it is the revision that stands for its event, as far as was read
 */
public record EventRecord(
    Event event, int partition, long offset, Instant recorded, boolean latest) {}
