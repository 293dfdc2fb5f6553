package dev.mooring.topology.state;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** In RocksDB. */
class RocksRestoreTest extends RestoreContract {

  @TempDir private Path directory;
  private RocksSpace space;

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
    return new DossierState(space);
  }
}
