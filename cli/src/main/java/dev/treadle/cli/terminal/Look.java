package dev.treadle.cli.terminal;

import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a stream is written: colour, glyphs, and times relative to a moment or absolute.
 *
 * @param interactive whether people look at it as it is printed
 * @param width columns, {@link Integer#MAX_VALUE} when lines may have any length
 */
public record Look(boolean interactive, boolean colour, boolean unicode, int width, Instant now) {

  /** For other programs: no colour, absolute times, a status by its word alone. */
  public static Look plain(Instant now) {
    return new Look(false, false, true, Integer.MAX_VALUE, now);
  }

  /** Joins texts into one line, painted where the stream has colours. */
  public String line(Text... parts) {
    return Stream.of(parts).map(this::paint).collect(Collectors.joining());
  }

  /** Joins texts into one line that is cut where the screen ends, so that it never takes two. */
  public String fitted(Text... parts) {
    StringBuilder line = new StringBuilder();
    int left = width;
    for (Text part : parts) {
      Text shown = shown(part).cut(left, ellipsis());
      line.append(paint(shown));
      left -= shown.width();
      if (left <= 0) {
        break;
      }
    }
    return line.toString();
  }

  /**
   * Joins texts into lines that fit on the screen, those after the first with an indent; where lines may have any length,
   * into one.
   */
  public List<String> wrapped(String indent, Text... parts) {
    return interactive && width < Integer.MAX_VALUE
        ? new Wrap(this, indent).lines(parts)
        : List.of(line(parts));
  }

  public String paint(Text text) {
    Text shown = shown(text);
    return colour ? shown.style().paint(shown.content()) : shown.content();
  }

  Text shown(Text text) {
    return unicode ? text : new Text(ascii(text.content()), text.style());
  }

  public Text glyph(Glyph glyph) {
    return Text.of(glyph.symbol(unicode), glyph.style());
  }

  public Text status(RunStatus status) {
    return status(Glyph.of(status), status.name());
  }

  public Text status(StepStatus status) {
    return status(Glyph.of(status), status.name());
  }

  /** A state of something else, by its name. */
  public Text status(Glyph glyph, String name) {
    String word = name.toLowerCase(Locale.ROOT).replace('_', ' ');
    String symbol = glyph.symbol(unicode);
    return Text.of(!interactive || symbol.equals(word) ? word : symbol + " " + word, glyph.style());
  }

  public Text time(@Nullable Instant time) {
    if (time == null) {
      return Text.NONE;
    }
    return Text.of(
        interactive
            ? Quantity.age(time, now)
            : time.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  String ellipsis() {
    return unicode ? "…" : "...";
  }

  /** Our own typography in ASCII; what is left of others' text is the stream's matter. */
  private static String ascii(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '✔' -> plain.append("ok");
        case '✘' -> plain.append("FAIL");
        case '●' -> plain.append("run");
        case '◌' -> plain.append("cached");
        case '–' -> plain.append('-');
        case '·' -> plain.append('|');
        case '…' -> plain.append("...");
        case '→' -> plain.append("->");
        case '◀' -> plain.append("<-");
        case '×' -> plain.append('x');
        case '├', '└' -> plain.append('+');
        case '─' -> plain.append('-');
        case '│' -> plain.append('|');
        default -> plain.append(c);
      }
    }
    return plain.toString();
  }
}
