package dev.mooring.contract;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Known names near to one that is not known: what somebody may have meant. */
public final class Suggestions {

  private static final int MOST = 3;
  private static final int PREFIX_LENGTH = 3;
  private static final Pattern NOT_COMPARED = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private record Near(String candidate, int distance) {}

  private Suggestions() {}

  /**
   * The nearest of the candidates, at most three, best first. Case, accents and punctuation do not
   * count: {@code hongkong} is as near to {@code hong-kong} as can be. A candidate of which the
   * word is a beginning, or that is a beginning of the word, is near too.
   *
   * @return empty when none is near
   */
  public static List<String> nearest(String word, Collection<String> candidates) {
    String wanted = plain(word);
    int limit = wanted.length() <= 3 ? 1 : wanted.length() <= 6 ? 2 : 3;
    LevenshteinDistance distance = new LevenshteinDistance(limit);
    return candidates.stream()
        .map(candidate -> near(wanted, candidate, distance, limit))
        .filter(near -> near.distance >= 0)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
        .limit(MOST)
        .map(Near::candidate)
        .toList();
  }

  /**
   * The nearest of the candidates as the end of a message, {@code : did you mean hong-kong?}; empty
   * when none is near.
   */
  public static String didYouMean(String word, Collection<String> candidates) {
    List<String> near = nearest(word, candidates);
    return near.isEmpty() ? "" : ": did you mean " + String.join(" or ", near) + "?";
  }

  private static Near near(
      String wanted, String candidate, LevenshteinDistance distance, int limit) {
    String known = plain(candidate);
    int edits = distance.apply(wanted, known);
    if (edits < 0 && startsOther(wanted, known)) {
      return new Near(candidate, limit + 1);
    }
    boolean other = edits >= Math.max(wanted.length(), known.length());
    return new Near(candidate, other && edits > 0 ? -1 : edits);
  }

  private static boolean startsOther(String a, String b) {
    return Math.min(a.length(), b.length()) >= PREFIX_LENGTH
        && (a.startsWith(b) || b.startsWith(a));
  }

  private static String plain(String text) {
    if (Formats.isSlug(text)) {
      return text.replace("-", "");
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    return NOT_COMPARED.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
