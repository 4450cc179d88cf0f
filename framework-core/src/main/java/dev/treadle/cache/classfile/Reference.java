package dev.treadle.cache.classfile;

/**
 * Something that a member uses. Names are internal, such as {@code java/lang/String}; name and descriptor are empty for
 * a type.
 */
public record Reference(Kind kind, String owner, String name, String descriptor) {

  /** Written out: the generated one is slow until it is compiled, and this is called for each instruction. */
  @Override
  public int hashCode() {
    return 31 * (31 * owner.hashCode() + name.hashCode()) + descriptor.hashCode();
  }

  static Reference type(Kind kind, String owner) {
    return new Reference(kind, owner, "", "");
  }

  /** What is done with it, as far as that decides which code may run. */
  public enum Kind {
    /** Named in a cast, a check, an array or a catch clause. */
    TYPE,
    /** {@code X.class}, so anything in it may be used by reflection. */
    LITERAL,
    ANNOTATION,
    NEW,
    FIELD,
    STATIC_FIELD,
    CALL,
    STATIC_CALL
  }
}
