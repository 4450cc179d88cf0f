package dev.treadle.materialize.kryo;

import dev.treadle.materialize.type.ResolvedMember;
import dev.treadle.materialize.type.ResolvedType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks a declared type. What it reaches is the whole of what can be written and read. */
final class CodecBuilder {

  private static final int MAX_NESTED_TYPES = 200;

  private final Map<ResolvedType, Codec> codecs = new HashMap<>();
  private final Map<ResolvedType, Integer> numbers = new LinkedHashMap<>();
  private final Set<ResolvedType> open = new HashSet<>();
  private final Set<ResolvedType> recursive = new HashSet<>();
  private final List<String> lines = new ArrayList<>();
  private final List<List<String>> constants = new ArrayList<>();
  private final List<Object[]> values = new ArrayList<>();

  Codec build(ResolvedType type) {
    var codec = codec(type, type.toString());
    lines.add(0, describe(type));
    return codec;
  }

  Schema schema() {
    return new Schema(lines, constants);
  }

  List<Class<?>> classes() {
    return numbers.keySet().stream().<Class<?>>map(ResolvedType::raw).distinct().toList();
  }

  Object[][] constantsOfEnums() {
    return values.toArray(Object[][]::new);
  }

  private Codec codec(ResolvedType type, String place) {
    if (open.contains(type)) {
      recursive.addAll(open);
    }
    var known = codecs.get(type);
    if (known != null) {
      return known;
    }
    var raw = type.raw();
    var simple = raw.isPrimitive() ? PrimitiveCodec.BY_TYPE.get(raw) : LeafTypes.find(raw);
    if (simple == null) {
      simple = container(type, place);
    }
    if (simple != null) {
      codecs.put(type, simple);
      return simple;
    }
    refuseUnpinned(type, place);
    if (raw.isEnum()) {
      return enumeration(type);
    }
    if (open.size() == MAX_NESTED_TYPES) {
      throw new UnpinnedTypeException(
          "%s nests more than %d types; does a type hold a larger form of itself?"
              .formatted(place, MAX_NESTED_TYPES));
    }
    open.add(type);
    var codec = raw.isSealed() ? sealed(type, place) : members(type, place);
    open.remove(type);
    return codec;
  }

  private @Nullable Codec container(ResolvedType type, String place) {
    var raw = type.raw();
    if (raw.isArray()) {
      return raw.getComponentType().isPrimitive()
          ? new PrimitiveArrayCodec(raw.getComponentType())
          : new ArrayCodec(raw.getComponentType(), codec(type.argument(0), place + "[]"));
    }
    if (raw == Optional.class) {
      return new OptionalCodec(codec(type.argument(0), place + "[]"));
    }
    var collection = Containers.collection(type);
    if (collection != null) {
      return new CollectionCodec(collection, codec(type.argument(0), place + "[]"));
    }
    var map = Containers.map(type);
    if (map != null) {
      return new MapCodec(
          map, codec(type.argument(0), place + "[key]"), codec(type.argument(1), place + "[]"));
    }
    return null;
  }

  private static void refuseUnpinned(ResolvedType type, String place) {
    var raw = type.raw();
    if (raw.isEnum() || raw.isSealed()) {
      return;
    }
    if (raw.isInterface() || Modifier.isAbstract(raw.getModifiers()) || raw == Object.class) {
      throw new UnpinnedTypeException(
          "%s is declared as %s, which does not say which classes it may hold; use a record, a sealed type or a concrete class"
              .formatted(place, type));
    }
    for (Class<?> c = raw;
        c != null && c != Object.class && c != Record.class;
        c = c.getSuperclass()) {
      if (isOfTheJdk(c)) {
        throw new UnpinnedTypeException("%s holds %s of the JDK, whose fields are not ours to store"
            .formatted(place, c.getName()));
      }
    }
    if (raw.isAnonymousClass()
        || raw.isHidden()
        || raw.isSynthetic()
        || (!raw.isRecord() && (raw.isLocalClass() || isInner(raw)))) {
      throw new UnpinnedTypeException(
          "%s is declared as %s, which belongs to an instance of another class; make it static"
              .formatted(place, type));
    }
    if (raw.getName().equals("dev.treadle.api.data.Secret")) {
      throw new UnpinnedTypeException(
          "%s is a secret, and secrets are never stored".formatted(place));
    }
  }

  private static boolean isInner(Class<?> type) {
    return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
  }

  private static boolean isOfTheJdk(Class<?> type) {
    return type.getClassLoader() == null
        || type.getClassLoader() == ClassLoader.getPlatformClassLoader();
  }

  private Codec enumeration(ResolvedType type) {
    var codec = new EnumCodec(constants.size());
    register(type, codec, "enum");
    var declared = type.raw().getEnumConstants();
    values.add(declared);
    constants.add(Arrays.stream(declared).map(c -> ((Enum<?>) c).name()).toList());
    return codec;
  }

  private Codec sealed(ResolvedType type, String place) {
    var codec = new SealedCodec(type.raw());
    int line = register(type, codec, "sealed");
    var permitted = new ArrayList<ResolvedType>();
    leaves(type, permitted);
    var names = new ArrayList<String>();
    for (var subclass : permitted) {
      codec.link(
          subclass.raw(),
          subclass.equals(type) ? members(subclass, place) : codec(subclass, place));
      names.add(describe(subclass));
    }
    lines.set(line, lines.get(line) + names);
    return codec;
  }

  private static void leaves(ResolvedType type, List<ResolvedType> leaves) {
    if (type.raw().isEnum() || !Modifier.isAbstract(type.raw().getModifiers())) {
      leaves.add(type);
    }
    if (type.raw().isSealed() && !type.raw().isEnum()) {
      type.permitted().forEach(subclass -> leaves(subclass, leaves));
    }
  }

  private Codec members(ResolvedType type, String place) {
    try {
      return type.raw().isRecord() ? record(type) : object(type);
    } catch (ReflectiveOperationException | RuntimeException e) {
      if (e instanceof UnpinnedTypeException unpinned) {
        throw unpinned;
      }
      throw new UnpinnedTypeException(
          "%s is declared as %s, whose members cannot be reached (%s); open its module to dev.treadle"
              .formatted(place, type, e.getMessage()));
    }
  }

  private Codec record(ResolvedType type) throws ReflectiveOperationException {
    var codec = new RecordCodec(type.raw());
    int line = register(type, codec, "record");
    var members = new ArrayList<MemberCodec>();
    for (var component : type.components()) {
      members.add(new MemberCodec(
          component.name(),
          codec(component.type(), type.raw().getSimpleName() + "." + component.name())));
    }
    codec.link(members, recursive.contains(type));
    lines.set(line, lines.get(line) + describe(type.components()));
    return codec;
  }

  private Codec object(ResolvedType type) {
    var codec = new ObjectCodec(type.raw());
    int line = register(type, codec, "class");
    var members = new ArrayList<ResolvedMember>();
    type.fields().forEach((field, fieldType) -> {
      codec.link(field, codec(fieldType, type.raw().getSimpleName() + "." + field.getName()));
      members.add(new ResolvedMember(field.getName(), fieldType));
    });
    lines.set(line, lines.get(line) + describe(members));
    return codec;
  }

  private int register(ResolvedType type, Codec codec, String kind) {
    // A sealed class that is not abstract comes twice; whoever refers to it means the sealed type.
    codecs.putIfAbsent(type, codec);
    numbers.putIfAbsent(type, numbers.size());
    lines.add(kind + " " + describe(type));
    return lines.size() - 1;
  }

  private String describe(List<ResolvedMember> members) {
    return members.stream()
        .map(member -> describe(member.type()) + " " + member.name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The type by simple names; two classes of one simple name differ by their numbers. */
  private String describe(ResolvedType type) {
    var number = numbers.get(type);
    if (number != null) {
      return type.raw().getSimpleName() + "#" + number;
    }
    if (type.raw().isArray()) {
      return describe(type.argument(0)) + "[]";
    }
    return type.arguments().isEmpty()
        ? type.raw().getSimpleName()
        : type.arguments().stream()
            .map(this::describe)
            .collect(Collectors.joining(", ", type.raw().getSimpleName() + "<", ">"));
  }
}
