package dev.mooring.topology.state;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** With a RocksDB of its own for each test. */
abstract class RestoreOnDiskContract extends RestoreContract {

  @TempDir private Path directory;
  private RocksSpace space;

  /** Where states may be kept. */
  RocksSpace space() {
    return space;
  }

  @BeforeEach
  @Override
  void begin() {
    space = TestedSpace.in(directory);
    super.begin();
  }

  @AfterEach
  @Override
  void end() {
    super.end();
    space.close();
  }
}
