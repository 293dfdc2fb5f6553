package dev.mooring.server;

import dev.mooring.server.stream.History;
import dev.mooring.server.stream.Rejections;
import dev.mooring.view.EventsView;
import dev.mooring.view.View;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the server shows and serves. Who made the parts closes them, after the server.
 *
 * @param history the past of rows and events, for clients of the stream that come back
 * @param version of Mooring, for people
 * @param clock tells how old positions of the stream are
 */
public record ServerParts(
    View view,
    EventsView events,
    EventSink sink,
    Rejections rejected,
    History history,
    Settlement settlement,
    Supplier<TopologyStatus> topology,
    String version,
    InstantSource clock) {}
