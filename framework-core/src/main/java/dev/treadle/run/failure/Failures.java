package dev.treadle.run.failure;

import dev.treadle.api.run.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exceptions of user code as they are recorded: the user's frames, ours folded. */
public final class Failures {
  private static final int LONGEST_MESSAGE = 4_000;
  private static final int LONGEST_TRACE = 32_000;

  /** What calls user code. */
  private static final List<String> OURS =
      List.of("dev.treadle.run.", "dev.treadle.compile.", "dev.treadle.testing.");

  private Failures() {}

  public static Failure of(Throwable thrown) {
    if (thrown instanceof RecordedFailure recorded) {
      return recorded.failure();
    }
    return new Failure(
        thrown.getClass().getName(),
        cut(message(thrown), LONGEST_MESSAGE),
        cut(trace(thrown), LONGEST_TRACE));
  }

  private static String trace(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    @Nullable Throwable current = thrown;
    while (current != null && seen.add(current)) {
      text.append(text.isEmpty() ? "" : "\nCaused by: ").append(header(current));
      StackTraceElement[] frames = current.getStackTrace();
      List<StackTraceElement> shown = userFrames(frames);
      shown.forEach(frame -> text.append("\n\tat ").append(frame));
      if (shown.size() < frames.length) {
        text.append("\n\t… ").append(frames.length - shown.size()).append(" more");
      }
      current = current.getCause();
    }
    return text.toString();
  }

  private static List<StackTraceElement> userFrames(StackTraceElement[] frames) {
    List<StackTraceElement> shown = new ArrayList<>();
    for (StackTraceElement frame : frames) {
      if (OURS.stream().anyMatch(frame.getClassName()::startsWith)) {
        break;
      }
      shown.add(frame);
    }
    while (!shown.isEmpty()
        && shown.size() < frames.length
        && isReflection(shown.get(shown.size() - 1))) {
      shown.remove(shown.size() - 1);
    }
    return shown;
  }

  private static boolean isReflection(StackTraceElement frame) {
    return frame.getClassName().startsWith("java.lang.reflect.")
        || frame.getClassName().startsWith("jdk.internal.reflect.")
        || frame.getClassName().startsWith("java.lang.invoke.");
  }

  private static String header(Throwable thrown) {
    String message = message(thrown);
    String name = thrown.getClass().getName();
    return message.isEmpty() ? name : name + ": " + message;
  }

  private static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : message;
    } catch (RuntimeException | Error e) {
      // A user's getMessage may throw; the class alone then has to do.
      return "";
    }
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
