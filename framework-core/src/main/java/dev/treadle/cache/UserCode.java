package dev.treadle.cache;

import dev.treadle.cache.CodeLocation.Kind;
import dev.treadle.cache.classfile.TextDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Tells the user's own classes from others. A class is the user's when it lies in the same jar or folder as the step's
 * class, in any other folder of the class path, or in a jar named {@code …-SNAPSHOT.jar}. Other jars are libraries and
 * count as a whole. Classes of the JDK and of Treadle do not count.
 */
final class UserCode {
  private static final String ABSENT = TextDigest.hex(new byte[0]);

  private final CodeBase codeBase;
  private final CodeLocation home;
  private final FingerprintParts parts;
  private final Optional<CodeLocation> framework;

  UserCode(CodeBase codeBase, CodeLocation home, FingerprintParts parts) {
    this.codeBase = codeBase;
    this.home = home;
    this.parts = parts;
    this.framework =
        codeBase.find(CodeFingerprint.class.getName().replace('.', '/')).map(CodeUnit::location);
  }

  /** The class if it is the user's. A library is noted as part of the fingerprint, and so is an absent class. */
  Optional<CodeUnit> find(String type) {
    Optional<CodeUnit> found = codeBase.find(type);
    if (found.isEmpty()) {
      parts.add("missing " + type.replace('/', '.'), ABSENT);
    } else if (isLibrary(found.get())) {
      CodeLocation library = found.get().location();
      parts.add("jar " + library.fileName(), digest(library));
    }
    return found.filter(this::isUsers);
  }

  /** The class if it is the user's; nothing is noted. */
  Optional<CodeUnit> peek(String type) {
    return codeBase.find(type).filter(this::isUsers);
  }

  private boolean isUsers(CodeUnit unit) {
    return counts(unit) && isOwn(unit.location());
  }

  private boolean isLibrary(CodeUnit unit) {
    return counts(unit) && !isOwn(unit.location());
  }

  private boolean isOwn(CodeLocation location) {
    return location.equals(home) || location.isUnreleased();
  }

  private boolean counts(CodeUnit unit) {
    return unit.location().kind() != Kind.PLATFORM && !isFramework(unit.name(), unit.location());
  }

  /** In a jar with everything in it, only the packages that a user's class can name are Treadle's. */
  private boolean isFramework(String type, CodeLocation location) {
    return type.startsWith("dev/treadle/api/")
        || type.startsWith("dev/treadle/spi/")
        || (framework.filter(location::equals).isPresent() && !location.equals(home));
  }

  private static String digest(CodeLocation location) {
    try {
      return location.digest();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + location.url() + ": " + e.getMessage(), e);
    }
  }
}
