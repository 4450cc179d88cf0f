package dev.treadle.cache;

import dev.treadle.api.FingerprintScope;
import dev.treadle.cache.classfile.ClassFile;
import dev.treadle.cache.classfile.Member;
import dev.treadle.cache.classfile.TextDigest;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Computes what code a step consists of. Class files are read as resources and remembered, so one instance serves one
 * state of the class path; make a new one to see recompiled classes. Safe for use by several threads.
 *
 * <p>Not seen by {@link FingerprintScope#REACHABLE}: classes named only in text (reflection, {@code ServiceLoader}),
 * resource files, and what a library refers to in other libraries.
 */
public final class CodeFingerprint {
  private final CodeBase codeBase;

  private CodeFingerprint(CodeBase codeBase) {
    this.codeBase = codeBase;
  }

  /** Reads class files through a loader, which should be the one that loads the steps. */
  public static CodeFingerprint of(ClassLoader loader) {
    return new CodeFingerprint(new CodeBase(loader));
  }

  /**
   * The fingerprint of a step method, which may be inherited by the class.
   *
   * @param descriptor of the method, such as {@code (Ljava/lang/String;)V}
   * @throws TreadleException STEP-108 if the class file has no such method
   */
  public Fingerprint fingerprint(
      Class<?> owner, String method, String descriptor, FingerprintScope scope) {
    if (scope == FingerprintScope.NONE) {
      return new FingerprintParts().fingerprint();
    }
    try {
      Optional<CodeUnit> unit = codeBase.find(owner.getName().replace('.', '/'));
      if (unit.isEmpty()) {
        return new Fingerprint.Unavailable("The class file of " + owner.getName()
            + " cannot be found, as for classes made in memory");
      }
      return fingerprint(unit.get(), method + descriptor, scope);
    } catch (IOException | UncheckedIOException e) {
      return new Fingerprint.Unavailable(String.valueOf(e.getMessage()));
    }
  }

  private Fingerprint fingerprint(CodeUnit unit, String signature, FingerprintScope scope)
      throws IOException {
    var parts = new FingerprintParts();
    String type = unit.file().name();
    String folder = folderOf(type);
    switch (scope) {
      case REACHABLE ->
        new Reachability(codeBase, unit.location(), parts)
            .step(unit.file(), method(type, signature));
      case CLASS ->
        addFiles(unit, parts, path -> path.equals(type + ".class") || path.startsWith(type + '$'));
      case PACKAGE ->
        addFiles(unit, parts, path -> CodeBase.isClass(path) && folderOf(path).equals(folder));
      case JAR -> addFiles(unit, parts, path -> true);
      case NONE -> {}
    }
    return parts.fingerprint();
  }

  private static String folderOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private Member method(String type, String signature) {
    return find(type, signature)
        .orElseThrow(() -> new TreadleException(
            CoreProblem.STEP_NOT_FOUND,
            "The class file of "
                + type.replace('/', '.')
                + " has no method "
                + signature
                + ". Rebuild the project, or check the name of the step"));
  }

  private Optional<Member> find(String type, String signature) {
    return codeBase
        .find(type)
        .map(CodeUnit::file)
        .flatMap(file -> Optional.ofNullable(file.methods().get(signature))
            .or(() -> file.supertypes().stream()
                .flatMap(supertype -> find(supertype, signature).stream())
                .findFirst()));
  }

  private static void addFiles(CodeUnit unit, FingerprintParts parts, Predicate<String> wanted)
      throws IOException {
    unit.location().eachFile((path, file) -> {
      if (wanted.test(path) && CodeBase.isClass(path)) {
        addClass(CodeBase.parse(file), parts);
      } else if (wanted.test(path)) {
        parts.add("file " + path, digest(file));
      }
    });
  }

  private static void addClass(ClassFile file, FingerprintParts parts) {
    parts.add(file, file.declaration());
    Stream.of(file.fields(), file.methods())
        .flatMap(members -> members.values().stream())
        .filter(member -> !member.isGenerated())
        .forEach(member -> parts.add(file, member));
  }

  private static String digest(Path file) {
    try {
      return TextDigest.hex(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
