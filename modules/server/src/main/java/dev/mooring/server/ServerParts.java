package dev.mooring.server;

import dev.mooring.view.EventsView;
import dev.mooring.view.Rejected;
import dev.mooring.view.View;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the server shows and serves. Who made the parts closes them, after the server.
 *
 * @param rejected the latest dead letters, the last one first
 * @param version of Mooring, for people
 * @param clock tells how old positions of the stream are
 */
public record ServerParts(
    View view,
    EventsView events,
    EventSink sink,
    Supplier<List<Rejected>> rejected,
    Settlement settlement,
    Supplier<TopologyStatus> topology,
    String version,
    InstantSource clock) {}
