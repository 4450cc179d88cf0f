package dev.treadle.cache.classfile;

import dev.treadle.cache.classfile.Member.Content;
import dev.treadle.cache.classfile.Reference.Kind;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Collects the content of one member: constants by their meaning, never by their place in the pool. */
final class Canonical {
  private final ClassFile owner;
  private final ConstantPool pool;
  private final TextDigest digest = new TextDigest();
  private final Set<Reference> references = new LinkedHashSet<>();

  Canonical(ClassFile owner) {
    this.owner = owner;
    this.pool = owner.pool();
  }

  Content content() {
    return new Content(digest.hex(), Collections.unmodifiableSet(references));
  }

  void number(long value) {
    digest.add(value);
  }

  void text(String value) {
    digest.add(value);
  }

  void utf8(int index) {
    digest.add(pool.utf8(index));
  }

  void type(int classIndex, Kind kind) {
    String name = pool.text(classIndex);
    digest.add(name);
    refer(name, kind);
  }

  void refer(String type, Kind kind) {
    if (type.startsWith("[")) {
      TypeNames.in(type).forEach(element -> refer(element, kind));
    } else if (type.equals(owner.name()) && kind == Kind.LITERAL) {
      // loggers and assertions name their own class; that must not make all its members count
      references.add(Reference.type(Kind.TYPE, type));
    } else {
      references.add(Reference.type(kind, type));
    }
  }

  void member(int index, Kind kind) {
    Reference member = pool.member(index, kind);
    digest.add(member.owner()).add(member.name()).add(member.descriptor());
    references.add(member);
  }

  /** A loadable constant; what a class constant means depends on where it stands. */
  void constant(int index, Kind ofClass) {
    int tag = pool.tag(index);
    digest.add(tag);
    switch (tag) {
      case ConstantPool.INTEGER, ConstantPool.FLOAT -> digest.add(pool.intValue(index));
      case ConstantPool.LONG, ConstantPool.DOUBLE -> digest.add(pool.longValue(index));
      case ConstantPool.STRING, ConstantPool.METHOD_TYPE -> digest.add(pool.text(index));
      case ConstantPool.CLASS -> type(index, ofClass);
      case ConstantPool.METHOD_HANDLE -> handle(index);
      case ConstantPool.DYNAMIC -> dynamic(index);
      default -> throw new IndexOutOfBoundsException("constant " + tag + " cannot be loaded");
    }
  }

  /** A dynamic constant or call site: name, type, bootstrap method and its arguments. */
  void dynamic(int index) {
    int nameAndType = pool.second(index);
    utf8(pool.first(nameAndType));
    utf8(pool.second(nameAndType));
    ByteBuffer bootstrap = owner.bootstrap(pool.first(index));
    handle(bootstrap.getShort());
    int arguments = bootstrap.getShort();
    digest.add(arguments);
    for (int i = 0; i < arguments; i++) {
      constant(Short.toUnsignedInt(bootstrap.getShort()), Kind.TYPE);
    }
  }

  private void handle(int index) {
    int kind = pool.handleKind(index);
    int target = pool.handleTarget(index);
    digest.add(kind);
    switch (kind) {
      case 1, 3 -> member(target, Kind.FIELD);
      case 2, 4 -> member(target, Kind.STATIC_FIELD);
      case 6, 7 -> inlineOrCall(target, kind == 6 ? Kind.STATIC_CALL : Kind.CALL);
      case 8 -> {
        refer(pool.text(pool.first(target)), Kind.NEW);
        member(target, Kind.CALL);
      }
      default -> inlineOrCall(target, Kind.CALL);
    }
  }

  /** Compilers number lambda bodies through a class; one more in another method must not change this one. */
  private void inlineOrCall(int target, Kind kind) {
    Reference method = pool.member(target, kind);
    Map<String, Member> own = method.owner().equals(owner.name()) ? owner.methods() : Map.of();
    Member body = own.get(method.name() + method.descriptor());
    if (body != null && body.isLambdaBody()) {
      digest.add(body.digest());
      references.addAll(body.references());
    } else {
      member(target, kind);
    }
  }
}
