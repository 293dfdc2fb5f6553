package dev.mooring.benchmarks.streamsdsl;

import dev.mooring.benchmarks.peer.Changes;
import dev.mooring.benchmarks.peer.DossierBytes;
import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import dev.mooring.topology.state.PackedDossier;
import dev.mooring.topology.state.WithdrawalCodec;
import dev.mooring.topology.state.WithdrawalMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The dossiers of a partition, and what banks have withdrawn, in stores of Kafka Streams. */
final class Relationships {

  static final String DOSSIERS = "relationships";
  static final String WITHDRAWALS = "withdrawals-of-banks";

  private final KeyValueStore<String, byte[]> dossiers;
  private final KeyValueStore<String, byte[]> withdrawals;

  Relationships(ProcessorContext<?, ?> context) {
    dossiers = context.getStateStore(DOSSIERS);
    withdrawals = context.getStateStore(WITHDRAWALS);
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> store(String name, boolean inMemory) {
    KeyValueBytesStoreSupplier supplier =
        inMemory ? Stores.inMemoryKeyValueStore(name) : Stores.persistentKeyValueStore(name);
    return Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray());
  }

  /** Takes a fact; what changes. */
  Changes take(String key, Fact fact) {
    Changes changes = new Changes();
    PackedDossier dossier = open(key);
    if (dossier.dossier().add(fact, changes) != Dossier.Verdict.DUPLICATE) {
      dossiers.put(key, DossierBytes.write(dossier));
    }
    return changes;
  }

  /** Takes a message about a withdrawal. */
  void take(WithdrawalMessage message) {
    switch (message) {
      case WithdrawalMessage.Stands(String bank, Fact fact) ->
          withdrawals.put(key(bank, fact.id()), WithdrawalCodec.value(message));
      case WithdrawalMessage.StandsNoMore(String bank, var content) ->
          withdrawals.delete(key(bank, new UUID(content.idHigh(), content.idLow())));
      case WithdrawalMessage.GoOn goOn -> {}
    }
  }

  /** The keys of a bank's dossiers. */
  List<String> keysOf(String bank) {
    List<String> keys = new ArrayList<>();
    try (var found = dossiers.prefixScan(bank + '/', new StringSerializer())) {
      found.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }

  /** Lets a dossier follow its bank's withdrawals; what changes. */
  Changes follow(String key, Withdrawals now) {
    Changes changes = new Changes();
    PackedDossier dossier = open(key);
    dossier.dossier().follow(now, changes);
    dossiers.put(key, DossierBytes.write(dossier));
    return changes;
  }

  /** The standing withdrawals of a bank. */
  Withdrawals withdrawalsOf(String bank) {
    List<Fact> facts = new ArrayList<>();
    byte[] key = bank.getBytes(StandardCharsets.UTF_8);
    try (KeyValueIterator<String, byte[]> found =
        withdrawals.prefixScan(bank + '/', new StringSerializer())) {
      while (found.hasNext()) {
        KeyValue<String, byte[]> next = found.next();
        if (WithdrawalCodec.read(key, next.value) instanceof WithdrawalMessage.Stands stands) {
          facts.add(stands.withdrawal());
        }
      }
    }
    return new Withdrawals(facts);
  }

  private PackedDossier open(String key) {
    Parties parties = Parties.ofKey(key);
    byte[] known = dossiers.get(key);
    if (known != null) {
      return DossierBytes.read(parties, known);
    }
    return new PackedDossier(
        parties, parties.isPair() ? withdrawalsOf(parties.bank()) : Withdrawals.NONE);
  }

  private static String key(String bank, UUID id) {
    return bank + '/' + id;
  }
}
