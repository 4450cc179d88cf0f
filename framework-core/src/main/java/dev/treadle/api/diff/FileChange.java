package dev.treadle.api.diff;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that differs.
 *
 * @param path its name in the artifact, with {@code /}
 * @param baseBytes its length in the base; null when added
 * @param otherBytes its length in the other; null when removed
 * @since 0.1
 */
public record FileChange(
    String path,
    ChangeKind kind,
    @Nullable Long baseBytes,
    @Nullable Long otherBytes) {

  /** One line, such as {@code model.bin 1,024 → 2,048 bytes}. */
  public String summary() {
    return switch (kind) {
      case ADDED -> path + String.format(Locale.ROOT, " added, %,d bytes", otherBytes);
      case REMOVED -> path + String.format(Locale.ROOT, " removed, had %,d bytes", baseBytes);
      case CHANGED ->
        path + String.format(Locale.ROOT, " changed, %,d → %,d bytes", baseBytes, otherBytes);
    };
  }
}
