package dev.treadle.cache;

import dev.treadle.cache.classfile.ClassFile;
import dev.treadle.cache.classfile.Member;
import dev.treadle.cache.classfile.TextDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The parts found for one fingerprint. What is added twice, or in another order, makes no difference. */
final class FingerprintParts {
  private static final int MANY = 256;
  private static final int SHORT = 12;

  private final Map<String, Set<String>> found = new HashMap<>();

  /** Adds a digest to a part. */
  void add(String label, String digest) {
    found.computeIfAbsent(label, key -> new HashSet<>()).add(digest);
  }

  /** Fields and the declaration are told under the class, overloaded methods under one name. */
  void add(ClassFile owner, Member member) {
    String type = owner.name().replace('/', '.');
    add(member.isMethod() ? type + '#' + member.name() : type, member.digest());
  }

  Fingerprint.Known fingerprint() {
    SortedMap<String, String> digests = digests(found);
    var digest = new TextDigest();
    digests.forEach((label, part) -> digest.add(label).add(part));
    return new Fingerprint.Known(digest.hex(), shortened(compact(digests)));
  }

  /** Stored with each step run, so at most a few kilobytes unless the project has hundreds of packages. */
  private static SortedMap<String, String> compact(SortedMap<String, String> digests) {
    SortedMap<String, String> grouped = digests;
    if (grouped.size() > MANY) {
      grouped = grouped(grouped, FingerprintParts::type);
    }
    return grouped.size() > MANY ? grouped(grouped, FingerprintParts::folder) : grouped;
  }

  private static String type(String label) {
    int method = label.indexOf('#');
    return method < 0 ? label : label.substring(0, method);
  }

  private static String folder(String label) {
    return label.contains(" ") ? label : label.substring(0, Math.max(label.lastIndexOf('.'), 0));
  }

  private static SortedMap<String, String> grouped(
      SortedMap<String, String> digests, UnaryOperator<String> group) {
    Map<String, Set<String>> grouped = new HashMap<>();
    digests.forEach((label, digest) -> grouped
        .computeIfAbsent(group.apply(label), key -> new HashSet<>())
        .add(new TextDigest().add(label).add(digest).hex()));
    return digests(grouped);
  }

  private static SortedMap<String, String> digests(Map<String, Set<String>> parts) {
    SortedMap<String, String> digests = new TreeMap<>();
    parts.forEach((label, contents) -> digests.put(label, digest(contents)));
    return digests;
  }

  private static String digest(Set<String> contents) {
    if (contents.size() == 1) {
      return contents.iterator().next();
    }
    var digest = new TextDigest();
    contents.stream().sorted().forEach(digest::add);
    return digest.hex();
  }

  private static SortedMap<String, String> shortened(SortedMap<String, String> digests) {
    SortedMap<String, String> shortened = new TreeMap<>();
    digests.forEach((label, digest) -> shortened.put(label, digest.substring(0, SHORT)));
    return shortened;
  }
}
