package dev.mooring.benchmarks.history;

import java.util.ArrayList;
import java.util.List;

/** Who and where: banks, firms and cities, and how likely each is to take part. */
final class Cast {

  private static final double AT_HOME = 0.6;

  private final City[] cities;
  private final Zipf cityRanks;
  private final String[] banks;
  private final Zipf bankRanks;
  private final City[] homes;
  private final int[] met;
  private final int[] firstFirm;
  private final int firms;
  private final int stride;

  Cast(HistoryConfig config, Dice dice) {
    cities = shuffled(City.shipped(), dice).subList(0, config.cities()).toArray(City[]::new);
    cityRanks = new Zipf(cities.length);
    bankRanks = new Zipf(config.banks());
    banks = new String[config.banks()];
    homes = new City[config.banks()];
    met = new int[config.banks()];
    firstFirm = new int[config.banks()];
    firms = config.firms();
    stride = strideFor(firms);
    for (int bank = 0; bank < banks.length; bank++) {
      banks[bank] = name("bank-", bank + 1, config.banks());
      homes[bank] = city(dice);
      firstFirm[bank] = dice.below(firms);
    }
  }

  /** A bank by its share of relationships. */
  int busyBank(Dice dice) {
    return bankRanks.draw(dice);
  }

  /** A bank, each as likely as any other. */
  int anyBank(Dice dice) {
    return dice.below(banks.length);
  }

  String bankName(int bank) {
    return banks[bank];
  }

  City city(Dice dice) {
    return cities[cityRanks.draw(dice)];
  }

  /** Another city, unless there is only one. */
  City cityOtherThan(String id, Dice dice) {
    City drawn = city(dice);
    return drawn.id().equals(id) ? cities[dice.below(cities.length)] : drawn;
  }

  /** A city in which the bank does business: often its home. */
  City cityOf(int bank, Dice dice) {
    return dice.chance(AT_HOME) ? homes[bank] : city(dice);
  }

  /** The next firm that a bank meets: each once in an order of its own, then all over again. */
  String nextFirm(int bank) {
    long turn = met[bank]++;
    return firmName((int) ((firstFirm[bank] + turn * stride) % firms));
  }

  String anyFirm(Dice dice) {
    return firmName(dice.below(firms));
  }

  private String firmName(int firm) {
    return name("firm-", firm + 1, firms);
  }

  /** Padded with zeros to the length of the greatest number, so that all sizes are alike. */
  private static String name(String prefix, int number, int greatest) {
    String digits = Integer.toString(number);
    int width = Integer.toString(greatest).length();
    return prefix + "0".repeat(width - digits.length()) + digits;
  }

  /** A stride through the firms that visits all of them: without a common divisor. */
  private static int strideFor(int firms) {
    int stride = (int) (firms * 0.618) | 1;
    while (divisor(stride, firms) != 1) {
      stride += 2;
    }
    return stride;
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  /** Which cities are hubs is chance, so that no generated history ranks real ones. */
  private static List<City> shuffled(List<City> cities, Dice dice) {
    List<City> shuffled = new ArrayList<>(cities);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      shuffled.set(i, shuffled.set(dice.below(i + 1), shuffled.get(i)));
    }
    return shuffled;
  }
}
