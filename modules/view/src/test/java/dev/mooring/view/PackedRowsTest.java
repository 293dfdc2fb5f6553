package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PackedRowsTest {

  private PackedRows rows = PackedRows.NONE;
  private final NavigableMap<String, String> model = new TreeMap<>();

  @Property(tries = 100)
  void shouldHoldWhatASortedMapHolds(
      @ForAll long seed,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 3_000) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 5_000) int keys) {
    Random random = new Random(seed);
    for (int size : sizes) {
      Step step = new Step();
      int burst = random.nextInt(keys);
      for (int i = 0; i < size; i++) {
        int key = size % 2 == 0 ? random.nextInt(keys) : burst + random.nextInt(50);
        put(step, "key-%05d".formatted(key), random.nextInt(3) == 0 ? null : "v" + i);
      }
      take(step);
      assertThat(content()).containsExactlyElementsOf(expected());
      assertThat(rows.size()).isEqualTo(model.size());
    }
    assertFindsAll(keys);
    model.clear();
    rows = PackedRows.NONE;
  }

  @Test
  void shouldShareTheChunksThatAStepDoesNotTouch() {
    Step many = new Step();
    for (int i = 0; i < 10_000; i++) {
      put(many, "key-%05d".formatted(i), "v");
    }
    take(many);
    List<Chunk> before = List.of(rows.chunks());

    Step one = new Step();
    put(one, "key-05000x", "v");
    take(one);

    List<Chunk> after = List.of(rows.chunks());
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.stream().filter(chunk -> !before.contains(chunk))).hasSize(1);
  }

  @Test
  void shouldKeepChunksOfAGoodSizeWhenMostRowsGo() {
    Step many = new Step();
    Step fewer = new Step();
    for (int i = 0; i < 10_000; i++) {
      put(many, "key-%05d".formatted(i), "v");
      if (i % 100 != 0) {
        put(fewer, "key-%05d".formatted(i), null);
      }
    }
    take(many);
    take(fewer);

    assertThat(rows.size()).isEqualTo(100);
    assertThat(rows.chunks()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void shouldTakeRowsOfAnySize() {
    Step step = new Step();
    for (int i = 0; i < 10; i++) {
      put(step, "key-" + i, "x".repeat(100_000 * i));
    }
    take(step);

    assertThat(content()).containsExactlyElementsOf(expected());
  }

  private void put(Step step, String key, String value) {
    byte[] bytes = value == null ? null : value.getBytes(UTF_8);
    step.add(new RawRow(Topics.BANKS, 0, 0, key.getBytes(UTF_8), bytes));
    if (step.size() % 1_000 == 0) {
      step.sortRun();
    }
    model.compute(key, (unused, old) -> value);
  }

  private void take(Step step) {
    RawRow[] sorted = step.sorted().get(Topics.BANKS.name());
    rows = sorted == null ? rows : rows.with(sorted);
  }

  private List<String> content() {
    return rows.all().map(slot -> new String(slot.key(), UTF_8) + "=" + value(slot)).toList();
  }

  private List<String> expected() {
    return model.entrySet().stream().map(row -> row.getKey() + "=" + row.getValue()).toList();
  }

  private void assertFindsAll(int keys) {
    for (int i = 0; i < keys; i += 17) {
      String key = "key-%05d".formatted(i);
      PackedRows.Slot found = rows.find(key.getBytes(UTF_8));
      assertThat(found == null ? null : value(found)).isEqualTo(model.get(key));
      long behind = rows.between(key.getBytes(UTF_8), new byte[] {(byte) 0xFF}).count();
      assertThat(behind).isEqualTo(model.tailMap(key).size());
    }
  }

  private static String value(PackedRows.Slot slot) {
    Chunk chunk = slot.chunk();
    return new String(
        Arrays.copyOfRange(chunk.bytes(), chunk.valueStart(slot.row()), chunk.end(slot.row())),
        UTF_8);
  }
}
