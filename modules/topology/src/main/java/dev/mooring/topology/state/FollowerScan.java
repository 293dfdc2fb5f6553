package dev.mooring.topology.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Dossiers that lie in RocksDB, bucket after bucket. Those that came since the last commit are not
 * there yet; they are told first, all of them, as they are in use anyway.
 */
final class FollowerScan implements Followers {

  private final RocksDossiers all;
  private final byte[] prefix;
  private int bucket;
  private byte[] last;

  FollowerScan(RocksDossiers all, String bank) {
    this.all = all;
    this.prefix = (bank + "/").getBytes(UTF_8);
  }

  @Override
  public void add(KeptDossier dossier) {
    all.came(dossier);
  }

  @Override
  public void restart() {
    bucket = 0;
    last = null;
  }

  @Override
  public List<KeptDossier> next(int most) {
    List<KeptDossier> found = new ArrayList<>();
    if (bucket == 0 && last == null) {
      all.forEachNew(prefix, found::add);
    }
    List<byte[]> keys = new ArrayList<>();
    while (hasNext() && keys.size() < most) {
      boolean more = all.entries().addKeys(bucket, prefix, last, most, keys);
      last = more ? keys.getLast() : null;
      bucket += more ? 0 : 1;
    }
    for (byte[] key : keys) {
      KeptDossier dossier = all.get(key);
      if (dossier.isOfPair()) {
        found.add(dossier);
      }
    }
    return found;
  }

  @Override
  public boolean hasNext() {
    return bucket < DossierTable.BUCKETS;
  }
}
