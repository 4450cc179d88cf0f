package dev.treadle.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names the parts of a fingerprint that differ: what was edited first, then libraries, then what came and went. */
public final class CodeChange {
  private static final int NAMED = 3;

  private final SortedMap<String, String> removed;
  private final SortedMap<String, String> added;
  private final List<String> phrases = new ArrayList<>();

  private CodeChange(SortedMap<String, String> before, SortedMap<String, String> after) {
    removed = without(before, after.keySet());
    added = without(after, before.keySet());
    before.forEach((label, digest) -> {
      if (!digest.equals(after.getOrDefault(label, digest))) {
        phrases.add(name(label) + " changed");
      }
    });
    pairJars();
    added.keySet().forEach(label -> phrases.add(name(label) + " added"));
    removed.keySet().forEach(label -> phrases.add(name(label) + " removed"));
  }

  /** The same of two keys of a step; empty when their code is the same, or that of one is not known. */
  public static Optional<String> between(CacheKey before, CacheKey after) {
    return before.code().isEmpty() || after.code().isEmpty() || before.code().equals(after.code())
        ? Optional.empty()
        : Optional.of(between(before.code(), after.code()));
  }

  /** Such as {@code Steps.scale changed, lib-1.0.jar → lib-1.1.jar}. */
  static String between(SortedMap<String, String> before, SortedMap<String, String> after) {
    List<String> phrases = new CodeChange(before, after).phrases;
    if (phrases.isEmpty()) {
      return "changed";
    }
    String named = phrases.stream().limit(NAMED).collect(Collectors.joining(", "));
    return phrases.size() <= NAMED ? named : named + " and " + (phrases.size() - NAMED) + " more";
  }

  /** A jar that left for another version of itself is one change. */
  private void pairJars() {
    Map<String, String> jars = new TreeMap<>();
    added.keySet().stream()
        .filter(CodeChange::isJar)
        .forEach(label -> jars.putIfAbsent(withoutVersion(label), label));
    for (String old : List.copyOf(removed.keySet())) {
      String next = isJar(old) ? jars.remove(withoutVersion(old)) : null;
      if (next != null) {
        phrases.add(name(old) + " → " + name(next));
        removed.remove(old);
        added.remove(next);
      }
    }
  }

  private static SortedMap<String, String> without(
      SortedMap<String, String> parts, Set<String> labels) {
    SortedMap<String, String> rest = new TreeMap<>(parts);
    rest.keySet().removeAll(labels);
    return rest;
  }

  private static boolean isJar(String label) {
    return label.startsWith("jar ");
  }

  private static String withoutVersion(String jar) {
    return jar.replaceFirst("-\\d.*", "");
  }

  /** The simple name of a class or method, as in the source. */
  private static String name(String label) {
    int space = label.indexOf(' ');
    if (space >= 0) {
      return isJar(label) ? label.substring(space + 1) : label;
    }
    int hash = label.indexOf('#');
    String type = hash < 0 ? label : label.substring(0, hash);
    String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    return switch (hash < 0 ? "" : label.substring(hash + 1)) {
      case "" -> simple;
      case "<clinit>" -> "static initialiser of " + simple;
      case "<init>" -> "constructor of " + simple;
      default -> simple + '.' + label.substring(hash + 1);
    };
  }
}
