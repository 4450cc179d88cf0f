package dev.treadle.graph;

import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the user's line that is being executed. */
final class SourceLocations {
  /** JDK 25 gives a method's descriptor only to who may see its class. */
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private static final Pattern ANONYMOUS = Pattern.compile("lambda\\$[0-9]+");
  private static final List<String> OURS =
      List.of("dev.treadle.api.", "dev.treadle.graph.", "dev.treadle.compile.");

  private final Map<Frame, SourceLocation> known = new HashMap<>();

  /** What tells a line from others without asking for its number, which costs more than all the rest. */
  private record Frame(String type, String method, String descriptor, int codeIndex) {}

  /** The innermost frame that is not ours. */
  SourceLocation here() {
    return WALKER.walk(frames -> frames
        .filter(frame -> isUsers(frame.getClassName()))
        .findFirst()
        .map(frame -> known.computeIfAbsent(
            new Frame(
                frame.getClassName(),
                frame.getMethodName(),
                frame.getDescriptor(),
                frame.getByteCodeIndex()),
            key -> of(frame)))
        .orElse(SourceLocation.UNKNOWN));
  }

  /** Where an exception came out of the user's code. */
  static SourceLocation of(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> isUsers(frame.getClassName()) && !frame.getClassName().startsWith("java."))
        .findFirst()
        .map(frame -> location(
            frame.getClassName(),
            frame.getMethodName(),
            frame.getFileName(),
            frame.getLineNumber()))
        .orElse(SourceLocation.UNKNOWN);
  }

  private static SourceLocation of(StackFrame frame) {
    var method = ANONYMOUS.matcher(frame.getMethodName()).matches()
        ? callerInSameClass(frame)
        : frame.getMethodName();
    return location(frame.getClassName(), method, frame.getFileName(), frame.getLineNumber());
  }

  /** The Eclipse compiler names a lambda {@code lambda$0} and keeps to itself which method it stands in. */
  private static String callerInSameClass(StackFrame lambda) {
    return WALKER.walk(frames -> frames
        .filter(frame -> frame.getClassName().equals(lambda.getClassName()))
        .map(StackFrame::getMethodName)
        .filter(method -> !method.startsWith("lambda$"))
        .findFirst()
        .orElse(lambda.getMethodName()));
  }

  private static SourceLocation location(
      String type, String method, @Nullable String file, int line) {
    return new SourceLocation(type, enclosing(method), file == null ? "" : file, Math.max(line, 0));
  }

  /** {@code lambda$define$0} is code of {@code define}. */
  private static String enclosing(String method) {
    if (!method.startsWith("lambda$")) {
      return method;
    }
    var end = method.lastIndexOf('$');
    return end > "lambda$".length() ? method.substring("lambda$".length(), end) : method;
  }

  private static boolean isUsers(String className) {
    for (var ours : OURS) {
      if (className.startsWith(ours)) {
        return false;
      }
    }
    return true;
  }
}
