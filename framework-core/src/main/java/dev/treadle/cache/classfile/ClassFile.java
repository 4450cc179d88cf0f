package dev.treadle.cache.classfile;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One class file, read without loading the class. Names are internal, such as {@code java/lang/String}. */
public final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;

  private final ConstantPool pool;
  private final int access;
  private final String name;
  private final List<String> supertypes;
  private final Map<String, Member> fields;
  private final Map<String, Member> methods;
  private final Attributes attributes;
  private final Member declaration;

  /**
   * Reads a class file from its bytes.
   *
   * @throws IOException if the bytes are not a class file that can be read
   */
  public static ClassFile parse(byte[] bytes) throws IOException {
    try {
      return new ClassFile(ByteBuffer.wrap(bytes));
    } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("The class file is damaged or of an unknown format", e);
    }
  }

  private ClassFile(ByteBuffer in) {
    if (in.getInt() != MAGIC) {
      throw new IllegalArgumentException("no class file");
    }
    in.getInt(); // the version says which compiler target was used, not what the class does
    pool = new ConstantPool(in);
    access = Short.toUnsignedInt(in.getShort());
    name = pool.text(Short.toUnsignedInt(in.getShort()));
    supertypes = supertypes(in);
    var reader = new ContentReader(this);
    fields = members(in, reader);
    methods = members(in, reader);
    attributes = Attributes.read(in, pool);
    declaration = new Member("", "", "", access, self -> reader.declaration(attributes));
  }

  private List<String> supertypes(ByteBuffer in) {
    List<String> types = new ArrayList<>();
    int superclass = Short.toUnsignedInt(in.getShort());
    if (superclass != 0) {
      types.add(pool.text(superclass));
    }
    int interfaces = Short.toUnsignedInt(in.getShort());
    for (int i = 0; i < interfaces; i++) {
      types.add(pool.text(Short.toUnsignedInt(in.getShort())));
    }
    return List.copyOf(types);
  }

  private Map<String, Member> members(ByteBuffer in, ContentReader reader) {
    Map<String, Member> members = new LinkedHashMap<>();
    int count = Short.toUnsignedInt(in.getShort());
    for (int i = 0; i < count; i++) {
      int flags = Short.toUnsignedInt(in.getShort());
      String memberName = pool.utf8(Short.toUnsignedInt(in.getShort()));
      String descriptor = pool.utf8(Short.toUnsignedInt(in.getShort()));
      Attributes own = Attributes.read(in, pool);
      String generic = own.find("Signature")
          .map(signature -> pool.utf8(Short.toUnsignedInt(signature.getShort())))
          .orElse(descriptor);
      var member = new Member(
          memberName, descriptor, generic, flags, self -> reader.member(self, flags, own));
      members.put(member.signature(), member);
    }
    return members;
  }

  ConstantPool pool() {
    return pool;
  }

  int access() {
    return access;
  }

  /** The entry of the BootstrapMethods attribute with an index. */
  ByteBuffer bootstrap(int index) {
    ByteBuffer in = attributes.find("BootstrapMethods").orElseThrow(IndexOutOfBoundsException::new);
    in.getShort();
    for (int i = 0; i < index; i++) {
      in.getShort();
      in.position(in.position() + 2 + 2 * in.getShort(in.position()));
    }
    return in;
  }

  public String name() {
    return name;
  }

  public boolean isFinal() {
    return Modifier.isFinal(access);
  }

  /** The superclass, if there is one, and the interfaces. */
  public List<String> supertypes() {
    return supertypes;
  }

  /** Name, modifiers, supertypes, annotations, record components and permitted subclasses. */
  public Member declaration() {
    return declaration;
  }

  /** The fields by name and descriptor. */
  public Map<String, Member> fields() {
    return fields;
  }

  /** The methods by name and descriptor. */
  public Map<String, Member> methods() {
    return methods;
  }
}
