package dev.treadle.materialize.kryo;

import dev.treadle.materialize.kryo.SchemaType.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds codecs from a stored schema instead of classes. Goes the way of {@link CodecBuilder}, step by step: which records
 * are written by reference depends on the order in which types are met.
 */
final class SchemaCodecs {

  private static final Map<String, Class<?>> PRIMITIVES = PrimitiveCodec.BY_TYPE.keySet().stream()
      .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type));

  private final Map<Integer, Definition> sealed = new HashMap<>();
  private final Map<Integer, Definition> structs = new HashMap<>();
  private final Map<Integer, Integer> enums = new HashMap<>();
  private final Map<SchemaType, Codec> codecs = new HashMap<>();
  private final Set<SchemaType> open = new HashSet<>();
  private final Set<SchemaType> recursive = new HashSet<>();
  private final SchemaType root;

  /**
   * Reads the definitions.
   *
   * @throws IllegalArgumentException when the schema does not say all that is needed
   */
  SchemaCodecs(Schema schema) {
    root = SchemaType.parse(schema.lines().get(0));
    var names = new LinkedHashMap<Integer, String>();
    for (var line : schema.lines().subList(1, schema.lines().size())) {
      var definition = Definition.parse(line);
      names.put(definition.type().number(), definition.type().name());
      switch (definition.kind()) {
        case "enum" -> enums.put(definition.type().number(), enums.size());
        case "sealed" -> sealed.put(definition.type().number(), definition);
        default -> structs.put(definition.type().number(), definition);
      }
    }
    // Classes are numbered without their type arguments, so that two uses of one generic class are
    // one number in the bytes and two in the schema.
    if (!sealed.isEmpty() && Set.copyOf(names.values()).size() < names.size()) {
      throw new IllegalArgumentException(
          "Two types of the schema have one name: " + names.values());
    }
  }

  SchemaType root() {
    return root;
  }

  /** The members of a record; none for anything else. */
  List<Member> members(SchemaType type) {
    var definition = structs.get(type.number());
    return definition == null || sealed.containsKey(type.number())
        ? List.of()
        : definition.members();
  }

  boolean isEnum(SchemaType type) {
    return enums.containsKey(type.number());
  }

  Codec codec(SchemaType type) {
    if (open.contains(type)) {
      recursive.addAll(open);
    }
    var known = codecs.get(type);
    if (known != null) {
      return known;
    }
    var codec = type.number() < 0 ? ofTheJdk(type) : ofTheUser(type);
    codecs.putIfAbsent(type, codec);
    return codec;
  }

  private Codec ofTheJdk(SchemaType type) {
    var primitive = PRIMITIVES.get(type.name());
    var simple =
        primitive == null ? LeafTypes.find(type.name()) : PrimitiveCodec.BY_TYPE.get(primitive);
    if (simple != null) {
      return simple;
    }
    if (type.name().equals(SchemaType.ARRAY)) {
      var element = PRIMITIVES.get(type.argument(0).name());
      return element != null && type.argument(0).number() < 0
          ? new PrimitiveArrayCodec(element)
          : new CollectionCodec(ArrayList::new, codec(type.argument(0)));
    }
    if (type.name().equals("Optional")) {
      return new OptionalCodec(codec(type.argument(0)));
    }
    if (type.arguments().size() == 2) {
      return new MapCodec(LinkedHashMap::new, codec(type.argument(0)), codec(type.argument(1)));
    }
    return new CollectionCodec(ArrayList::new, codec(type.argument(0)));
  }

  private Codec ofTheUser(SchemaType type) {
    var number = enums.get(type.number());
    if (number != null) {
      return new EnumCodec(number);
    }
    open.add(type);
    var definition = sealed.get(type.number());
    var codec = definition == null ? struct(type) : variant(type, definition);
    open.remove(type);
    return codec;
  }

  private Codec variant(SchemaType type, Definition definition) {
    var codec = new VariantCodec();
    codecs.putIfAbsent(type, codec);
    for (var subclass : definition.permitted()) {
      codec.link(subclass, subclass.equals(type) ? struct(type) : codec(subclass));
    }
    return codec;
  }

  private Codec struct(SchemaType type) {
    var definition = structs.get(type.number());
    if (definition == null) {
      throw new IllegalArgumentException("The stored schema does not define " + type);
    }
    var codec = new StructCodec(definition.kind().equals("class"));
    codecs.putIfAbsent(type, codec);
    var members = new ArrayList<MemberCodec>();
    for (var member : definition.members()) {
      members.add(new MemberCodec(member.name(), codec(member.type())));
    }
    codec.link(members, recursive.contains(type));
    return codec;
  }

  /** A line of the schema. */
  private record Definition(String kind, SchemaType type, String rest) {

    static Definition parse(String line) {
      int space = line.indexOf(' ');
      int end = space + 1;
      while (end < line.length() && line.charAt(end) != '(' && line.charAt(end) != '[') {
        end++;
      }
      @Nullable
      SchemaType type = space < 0 ? null : SchemaType.parse(line.substring(space + 1, end));
      if (type == null || type.number() < 0) {
        throw new IllegalArgumentException("A stored schema cannot be understood: " + line);
      }
      var rest = end == line.length() ? "" : line.substring(end + 1, line.length() - 1);
      return new Definition(line.substring(0, space), type, rest);
    }

    List<Member> members() {
      return SchemaType.members(rest);
    }

    List<SchemaType> permitted() {
      return SchemaType.types(rest);
    }
  }
}
