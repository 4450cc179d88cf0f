package dev.treadle.cache;

import dev.treadle.cache.classfile.ClassFile;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A class and where it came from. Its file is read when it is first asked for; for most of a library it never is. */
final class CodeUnit {
  private final String name;
  private final CodeLocation location;
  private final Supplier<ClassFile> reader;
  private volatile @Nullable ClassFile file;

  CodeUnit(String name, CodeLocation location, Supplier<ClassFile> reader) {
    this.name = name;
    this.location = location;
    this.reader = reader;
  }

  String name() {
    return name;
  }

  CodeLocation location() {
    return location;
  }

  ClassFile file() {
    ClassFile known = file;
    if (known == null) {
      known = reader.get();
      file = known;
    }
    return known;
  }
}
