package dev.mooring.topology.state;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** By turns on the heap and in RocksDB: whatever wrote a changelog, the other goes on with it. */
class MixedRestoreTest extends RestoreContract {

  @TempDir private Path directory;
  private RocksSpace space;
  private int made;

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

  @Override
  DossierState state() {
    return made++ % 2 == 0 ? new DossierState(space) : new DossierState();
  }
}
