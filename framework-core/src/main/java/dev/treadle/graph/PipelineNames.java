package dev.treadle.graph;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of pipelines and their nodes. */
public final class PipelineNames {

  /** What {@code treadle run X} and {@code treadle pipeline X} mean, or may come to mean. */
  static final Set<String> RESERVED = Set.of(
      "artifact",
      "audit",
      "cancel",
      "cat",
      "classpath",
      "compare",
      "completion",
      "component",
      "config",
      "context",
      "copy",
      "create",
      "db",
      "delete",
      "demote",
      "dev",
      "diff",
      "docs",
      "doctor",
      "edit",
      "explain",
      "export",
      "finalize",
      "find",
      "graph",
      "help",
      "history",
      "import",
      "init",
      "inspect",
      "kill",
      "lineage",
      "list",
      "login",
      "logout",
      "logs",
      "metadata",
      "mirror",
      "model",
      "new",
      "note",
      "open",
      "params",
      "pause",
      "pipeline",
      "promote",
      "prune",
      "refresh",
      "register",
      "remove",
      "rename",
      "reproduce",
      "rerun",
      "restart",
      "restore",
      "resume",
      "retry",
      "run",
      "run-dag",
      "schedule",
      "search",
      "secret",
      "server",
      "set",
      "show",
      "spin",
      "stack",
      "start",
      "status",
      "step",
      "stop",
      "submit",
      "tag",
      "taint",
      "test",
      "token",
      "tree",
      "ui",
      "untag",
      "update",
      "upgrade",
      "validate",
      "verify",
      "version",
      "wait",
      "watch");

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,99}");
  private static final Pattern PUBLISHED =
      Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*");
  private static final Pattern WORD_BORDER =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private PipelineNames() {}

  /** The class's name without {@code Pipeline} in kebab case: {@code ChurnPipeline} is {@code churn}. */
  public static String of(Class<?> pipeline) {
    var name = pipeline.getSimpleName();
    if (name.isEmpty()) {
      name = pipeline.getName().substring(pipeline.getName().lastIndexOf('.') + 1);
    }
    if (name.endsWith("Pipeline") && name.length() > "Pipeline".length()) {
      name = name.substring(0, name.length() - "Pipeline".length());
    }
    return WORD_BORDER.matcher(name).replaceAll("-").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** Whether a command of the tool has that name, so that no pipeline may. */
  public static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  /** Whether a node, an output or a pipeline can have the name: a letter, then letters, digits, {@code _ . -}. */
  public static boolean isValid(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether an artifact can be published under the name; slashes part it. */
  public static boolean isPublishable(String name) {
    return name.length() <= 200 && PUBLISHED.matcher(name).matches();
  }
}
