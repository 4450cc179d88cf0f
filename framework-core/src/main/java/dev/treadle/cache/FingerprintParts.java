package dev.treadle.cache;

import dev.treadle.cache.classfile.ClassFile;
import dev.treadle.cache.classfile.Member;
import dev.treadle.cache.classfile.TextDigest;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The parts found for one fingerprint. What is added twice, or in another order, makes no difference. */
final class FingerprintParts {
  private static final int MANY = 256;
  private static final int SHORT = 12;

  private final SortedMap<String, SortedSet<String>> found = new TreeMap<>();

  void add(String label, String content) {
    found.computeIfAbsent(label, key -> new TreeSet<>()).add(content);
  }

  /** Fields and the declaration are told under the class, overloaded methods under one name. */
  void add(ClassFile owner, Member member) {
    String type = owner.name().replace('/', '.');
    add(
        member.isMethod() ? type + '#' + member.name() : type,
        member.signature() + ' ' + member.digest());
  }

  Fingerprint.Known fingerprint() {
    return new Fingerprint.Known(digest(found), compact());
  }

  /** Stored with each step run, so at most a few kilobytes unless the project has hundreds of packages. */
  private Map<String, String> compact() {
    SortedMap<String, SortedSet<String>> grouped = found;
    if (grouped.size() > MANY) {
      grouped = grouped(label -> label.substring(0, end(label, '#')));
    }
    if (grouped.size() > MANY) {
      grouped = grouped(label ->
          label.contains(" ") ? label : label.substring(0, Math.max(label.lastIndexOf('.'), 0)));
    }
    SortedMap<String, String> parts = new TreeMap<>();
    grouped.forEach((label, contents) -> {
      SortedMap<String, SortedSet<String>> part = new TreeMap<>();
      part.put(label, contents);
      parts.put(label, digest(part).substring(0, SHORT));
    });
    return parts;
  }

  private SortedMap<String, SortedSet<String>> grouped(UnaryOperator<String> group) {
    SortedMap<String, SortedSet<String>> grouped = new TreeMap<>();
    found.forEach((label, contents) -> {
      SortedSet<String> all = grouped.computeIfAbsent(group.apply(label), key -> new TreeSet<>());
      contents.forEach(content -> all.add(label + ' ' + content));
    });
    return grouped;
  }

  private static int end(String label, char mark) {
    int at = label.indexOf(mark);
    return at < 0 ? label.length() : at;
  }

  private static String digest(SortedMap<String, SortedSet<String>> parts) {
    var digest = new TextDigest();
    parts.forEach((label, contents) -> {
      digest.add(label).add(contents.size());
      contents.forEach(digest::add);
    });
    return digest.hex();
  }
}
