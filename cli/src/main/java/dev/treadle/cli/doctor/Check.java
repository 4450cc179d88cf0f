package dev.treadle.cli.doctor;

import dev.treadle.cli.output.Fields;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that was looked at.
 *
 * @param fix what to do about it, empty when nothing
 */
record Check(String name, Status status, String finding, String fix) {

  /** How it is. */
  enum Status {
    OK,
    WARNING,
    WRONG
  }

  static Check ok(String name, String finding) {
    return new Check(name, Status.OK, finding, "");
  }

  static Check warning(String name, String finding, String fix) {
    return new Check(name, Status.WARNING, finding, fix);
  }

  static Check wrong(String name, String finding, String fix) {
    return new Check(name, Status.WRONG, finding, fix);
  }

  Map<String, Object> fields() {
    return new Fields()
        .with("name", name.toLowerCase(Locale.ROOT))
        .with("status", status.name().toLowerCase(Locale.ROOT))
        .with("finding", finding)
        .with("fix", fix.isEmpty() ? null : fix)
        .map();
  }
}
