package dev.treadle.cli.listing;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.cli.output.Listing;
import dev.treadle.cli.session.Session;
import dev.treadle.error.TreadleException;
import dev.treadle.query.Order;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which page of a list, and in what order. */
public final class PageOptions {
  private static final int MOST = 1000;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "how many; default ${DEFAULT-VALUE}")
  int limit;

  @Option(names = "--cursor", paramLabel = "CURSOR", description = "go on after the page before")
  @Nullable
  String cursor;

  @Option(
      names = "--sort",
      paramLabel = "[-]KEY",
      description = "what to sort by, with - from the largest on")
  @Nullable
  String sort;

  /** How a list goes. */
  public record Sorting<K extends Enum<K>>(K key, Order order) {}

  /** The order asked for, or the usual one. */
  public <K extends Enum<K>> Sorting<K> sorting(Class<K> keys, K key, Order order) {
    if (sort == null) {
      return new Sorting<>(key, order);
    }
    String name = sort.startsWith("-") ? sort.substring(1) : sort;
    List<String> known =
        Stream.of(keys.getEnumConstants()).map(PageOptions::word).toList();
    return Stream.of(keys.getEnumConstants())
        .filter(each -> word(each).equals(name))
        .map(each -> new Sorting<>(each, sort.equals(name) ? Order.ASCENDING : Order.DESCENDING))
        .findFirst()
        .orElseThrow(() -> new TreadleException(
            CliProblem.USAGE,
            "Nothing is sorted by '" + name + "' (--sort)\nlooked in " + String.join(", ", known)
                + DidYouMean.line(name, known)));
  }

  /** How many to ask for: one more than are shown, to know whether there are more. */
  public int fetch() {
    if (limit < 1 || limit > MOST) {
      throw new TreadleException(
          CliProblem.USAGE, "--limit is " + limit + ", allowed are 1 to " + MOST);
    }
    return limit + 1;
  }

  /** Where the page before ended in this order. */
  public Optional<Cursor> after(Sorting<?> sorting) {
    return Optional.ofNullable(cursor).map(text -> Cursor.read(text, name(sorting)));
  }

  /**
   * Prints what was fetched, and how to get the next page.
   *
   * @param last the place of an item, for the cursor
   */
  public <T> void print(
      Session session,
      Listing<T> listing,
      List<T> fetched,
      Sorting<?> sorting,
      Function<T, Cursor.Place> last) {
    List<T> page = fetched.subList(0, Math.min(limit, fetched.size()));
    String next = fetched.size() > limit
        ? new Cursor(name(sorting), last.apply(page.get(page.size() - 1))).text()
        : null;
    session.out().list(listing, page, next);
    if (next != null && session.format().isTable()) {
      session.say("next page: --cursor " + next + "   filters: treadle help filters");
    }
  }

  private static String name(Sorting<?> sorting) {
    return (sorting.order() == Order.DESCENDING ? "-" : "") + word(sorting.key());
  }

  private static String word(Enum<?> key) {
    return key.name().toLowerCase(Locale.ROOT);
  }
}
