package dev.treadle.cache.classfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.BufferUnderflowException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A method, a field or the declaration of a class. Its content is read when it is first asked for. */
public final class Member {
  private static final int SYNTHETIC = 0x1000;
  private static final int BRIDGE = 0x0040;

  private final String name;
  private final String descriptor;
  private final String genericType;
  private final int access;
  private final Function<Member, Content> reader;
  private volatile @Nullable Content content;

  Member(
      String name,
      String descriptor,
      String genericType,
      int access,
      Function<Member, Content> reader) {
    this.name = name;
    this.descriptor = descriptor;
    this.genericType = genericType;
    this.access = access;
    this.reader = reader;
  }

  public String name() {
    return name;
  }

  public String descriptor() {
    return descriptor;
  }

  /** Name and descriptor, which identify a member within its class. */
  public String signature() {
    return name + descriptor;
  }

  /** The classes in its declared type or types, type arguments included. */
  public Set<String> types() {
    return TypeNames.in(genericType);
  }

  public boolean isMethod() {
    return descriptor.startsWith("(");
  }

  public boolean isConstructor() {
    return name.equals("<init>");
  }

  public boolean isStatic() {
    return Modifier.isStatic(access);
  }

  /** Whether dispatch on the receiver's class decides which method runs. */
  public boolean isVirtual() {
    return !isStatic() && !Modifier.isPrivate(access) && !name.startsWith("<");
  }

  /** Whether no source declares it, as for lambda bodies and what agents add. Bridges are not counted. */
  public boolean isGenerated() {
    return (access & SYNTHETIC) != 0 && (access & BRIDGE) == 0;
  }

  boolean isLambdaBody() {
    return isGenerated() && name.contains("lambda$");
  }

  /** The digest of all that decides its behaviour. */
  public String digest() {
    return content().digest();
  }

  public Set<Reference> references() {
    return content().references();
  }

  private Content content() {
    Content known = content;
    if (known == null) {
      known = read(); // a race reads it twice, with the same result
      content = known;
    }
    return known;
  }

  private Content read() {
    try {
      return reader.apply(this);
    } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
      throw new UncheckedIOException(
          new IOException("The class file is damaged at " + signature(), e));
    }
  }

  record Content(String digest, Set<Reference> references) {}
}
