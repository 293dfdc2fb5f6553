package dev.mooring.server;

import dev.mooring.contract.codec.RowCsv;
import dev.mooring.contract.reference.Bank;
import dev.mooring.contract.reference.City;
import dev.mooring.contract.reference.Firm;
import dev.mooring.server.json.Json;
import dev.mooring.view.Row;
import dev.mooring.view.Table;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Names, countries and places of cities, banks and firms, all in one answer. */
final class ReferenceResource {

  private final Current current;

  ReferenceResource(Current current) {
    this.current = current;
  }

  /** The published cities, and those that come with Mooring. */
  void cities(Context ctx) {
    SnapshotState state = current.get();
    write(ctx, state, state.geography().cities().all(), City.getClassSchema());
  }

  void banks(Context ctx) {
    SnapshotState state = current.get();
    write(ctx, state, all(state.snapshot().banks()), Bank.getClassSchema());
  }

  void firms(Context ctx) {
    SnapshotState state = current.get();
    write(ctx, state, all(state.snapshot().firms()), Firm.getClassSchema());
  }

  private static <R> List<R> all(Table<R> table) {
    return table.rows().map(Row::value).toList();
  }

  private static <R extends SpecificRecord> void write(
      Context ctx, SnapshotState state, List<R> all, Schema schema) {
    Format format = Format.of(ctx.header("Accept"));
    if (Caching.unchanged(ctx, state.tag() + format.name().charAt(0))) {
      return;
    }
    Lists.write(
        ctx,
        format,
        all,
        Optional.empty(),
        new Lists.Writer<>(Json::row, RowCsv.header(schema), RowCsv::write));
  }
}
