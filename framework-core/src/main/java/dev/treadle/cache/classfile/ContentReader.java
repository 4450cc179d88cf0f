package dev.treadle.cache.classfile;

import dev.treadle.cache.classfile.Member.Content;
import dev.treadle.cache.classfile.Reference.Kind;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Writes what decides the behaviour of a class or member. Everything it does not name is left out: line numbers, local
 * variables, source file, stack maps, thrown types, nest and inner class tables.
 */
final class ContentReader {
  private final ClassFile owner;
  private final ConstantPool pool;

  ContentReader(ClassFile owner) {
    this.owner = owner;
    this.pool = owner.pool();
  }

  Content declaration(Attributes attributes) {
    var out = new Canonical(owner);
    out.number(owner.access());
    out.text(owner.name());
    owner.supertypes().forEach(type -> {
      out.text(type);
      out.refer(type, Kind.TYPE);
    });
    attributes(attributes, out);
    return out.content();
  }

  Content member(Member member, int access, Attributes attributes) {
    var out = new Canonical(owner);
    out.number(access);
    // the body of a lambda is part of the method that holds it, where it has no name of its own
    out.text(member.isLambdaBody() ? "" : member.name());
    out.text(member.descriptor());
    attributes(attributes, out);
    if (member.isConstructor()) {
      // JSON is bound by these names
      attributes.find("MethodParameters").ifPresent(in -> parameterNames(in, out));
    }
    return out.content();
  }

  private void attributes(Attributes attributes, Canonical out) {
    attributes.sorted().forEach((name, in) -> {
      if (WRITTEN.contains(name)) {
        out.text(name);
        attribute(name, in, out);
      }
    });
  }

  private static final Set<String> WRITTEN = Set.of(
      "AnnotationDefault",
      "Code",
      "ConstantValue",
      "PermittedSubclasses",
      "Record",
      "RuntimeVisibleAnnotations",
      "RuntimeVisibleParameterAnnotations",
      "RuntimeVisibleTypeAnnotations",
      "Signature");

  private void attribute(String name, ByteBuffer in, Canonical out) {
    switch (name) {
      case "AnnotationDefault" -> new Annotations(owner, in).writeValue(out);
      case "Code" -> code(in, out);
      case "ConstantValue" -> out.constant(unsignedShort(in), Kind.LITERAL);
      case "PermittedSubclasses" -> types(in, out);
      case "Record" -> components(in, out);
      case "RuntimeVisibleAnnotations" -> new Annotations(owner, in).writeAll(out);
      case "RuntimeVisibleParameterAnnotations" -> new Annotations(owner, in).writeParameters(out);
      case "RuntimeVisibleTypeAnnotations" -> new Annotations(owner, in).writeOnTypes(out);
      default -> out.utf8(unsignedShort(in));
    }
  }

  private void code(ByteBuffer in, Canonical out) {
    in.getInt(); // sizes of stack and locals follow from the instructions
    int length = in.getInt();
    var instructions = new Instructions(in.slice(in.position(), length), out);
    instructions.write();
    in.position(in.position() + length);
    int handlers = unsignedShort(in);
    for (int i = 0; i < handlers; i++) {
      out.number(instructions.number(unsignedShort(in)));
      out.number(instructions.number(unsignedShort(in)));
      out.number(instructions.number(unsignedShort(in)));
      int caught = unsignedShort(in);
      if (caught == 0) {
        out.text("any");
      } else {
        out.type(caught, Kind.TYPE);
      }
    }
  }

  private void components(ByteBuffer in, Canonical out) {
    int count = unsignedShort(in);
    for (int i = 0; i < count; i++) {
      out.utf8(unsignedShort(in));
      out.utf8(unsignedShort(in));
      attributes(Attributes.read(in, pool), out);
    }
  }

  private static void types(ByteBuffer in, Canonical out) {
    int count = unsignedShort(in);
    for (int i = 0; i < count; i++) {
      out.type(unsignedShort(in), Kind.TYPE);
    }
  }

  private void parameterNames(ByteBuffer in, Canonical out) {
    int count = in.get();
    for (int i = 0; i < count; i++) {
      int name = unsignedShort(in);
      out.text(name == 0 ? "" : pool.utf8(name));
      in.getShort();
    }
  }

  private static int unsignedShort(ByteBuffer in) {
    return Short.toUnsignedInt(in.getShort());
  }
}
