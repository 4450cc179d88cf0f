package dev.treadle.cli.listing;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page ended, as text that means nothing to those who pass it on. */
public record Cursor(String sort, Place place) {

  /** @param name what tells items with equal keys apart */
  public record Place(long key, String name) {}

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (sort + " " + place.key() + " " + place.name()).getBytes(StandardCharsets.UTF_8));
  }

  /** @param sort the order of the list that the cursor is given to */
  static Cursor read(String text, String sort) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
      if (parts.length == 3) {
        Cursor cursor = new Cursor(parts[0], new Place(Long.parseLong(parts[1]), parts[2]));
        if (!cursor.sort().equals(sort)) {
          throw new TreadleException(
              CliProblem.USAGE,
              "The cursor is of a list sorted by " + cursor.sort() + ", this one goes by " + sort
                  + "\nfix: --sort " + cursor.sort());
        }
        return cursor;
      }
    } catch (IllegalArgumentException e) {
      // as below
    }
    throw new TreadleException(
        CliProblem.USAGE,
        "'" + text + "' is not a cursor\nfix: give what the page before printed after --cursor");
  }

  /** The place's name as a number. */
  public long number() {
    return Long.parseLong(place.name());
  }
}
