package dev.treadle.cache;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One part of a key in two runs; a value is null where the key has no such part. */
record PartChange(
    KeyPart part, @Nullable String before, @Nullable String after) {
  private static final int LONGEST_VALUE = 40;
  private static final int DIGEST_SHOWN = 8;

  PartChange to(PartChange later) {
    return new PartChange(part, before, later.after);
  }

  boolean differs() {
    return before == null || !before.equals(after);
  }

  CacheReason reason(StepKey earlier, StepKey current) {
    String text = part.kind() == KeyPart.Kind.CODE && before != null && after != null
        ? "code: " + CodeChange.between(earlier.key().code(), current.key().code())
        : part.label() + ": "
            + transition(shown(before, earlier.inputLabels()), shown(after, current.inputLabels()));
    return new CacheReason(CacheReason.Kind.CHANGED, part.label(), before, after, text);
  }

  private static String transition(@Nullable String before, @Nullable String after) {
    if (before == null) {
      return "added, " + after;
    }
    return after == null ? "removed, was " + before : before + " → " + after;
  }

  private @Nullable String shown(@Nullable String value, Map<String, String> inputLabels) {
    if (value == null) {
      return null;
    }
    return switch (part.kind()) {
      case INPUT -> inputLabels.getOrDefault(part.name(), digest(value));
      case CODE, FILE -> digest(value);
      case METHOD, VERSION, PARAM, OUTPUT, ENV, SEED -> shortened(value);
    };
  }

  private static String digest(String value) {
    String hex = value.substring(value.indexOf(':') + 1);
    return hex.length() <= DIGEST_SHOWN ? hex : hex.substring(0, DIGEST_SHOWN) + '…';
  }

  private static String shortened(String value) {
    if (value.codePointCount(0, value.length()) <= LONGEST_VALUE) {
      return value;
    }
    return value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE - 1)) + '…';
  }
}
