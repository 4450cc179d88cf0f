package dev.treadle.graph;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the Kotlin compiler puts between a reference and the function: {@code define$train}, a private method that calls {@code
 * train} with the same descriptor. The function is found among the methods that the class refers to.
 */
final class KotlinAdapter {
  private KotlinAdapter() {}

  /** Whether the method was made by the compiler for a reference. */
  static boolean is(Method method) {
    var owner = method.getDeclaringClass();
    return Modifier.isPrivate(method.getModifiers())
        && Modifier.isStatic(method.getModifiers())
        && method.getName().indexOf('$') > 0
        && !method.getName().contains("lambda$")
        && List.of(owner.getAnnotations()).stream()
            .anyMatch(mark -> mark.annotationType().getName().equals("kotlin.Metadata"));
  }

  /** Whether the method is a suspend function: it takes what is to go on after it. */
  static boolean suspends(Method method) {
    return List.of(method.getParameterTypes()).stream()
        .anyMatch(type -> type.getName().equals("kotlin.coroutines.Continuation"));
  }

  /** The function; empty when more than one could be meant, or none. */
  static Optional<Method> function(Method adapter) {
    var owner = adapter.getDeclaringClass();
    var descriptor = MethodReferences.descriptor(adapter);
    List<Method> functions = new ArrayList<>();
    try {
      for (var called : references(owner)) {
        if (called.descriptor().equals(descriptor)
            && adapter.getName().endsWith("$" + called.name())) {
          var type = Class.forName(called.owner().replace('/', '.'), false, owner.getClassLoader());
          MethodReferences.find(type, called.name(), descriptor)
              .filter(method -> Modifier.isStatic(method.getModifiers()))
              .ifPresent(functions::add);
        }
      }
    } catch (IOException | ClassNotFoundException e) {
      return Optional.empty();
    }
    return functions.size() == 1 ? Optional.of(functions.get(0)) : Optional.empty();
  }

  private record Reference(String owner, String name, String descriptor) {}

  /** All methods in the constant pool. */
  private static List<Reference> references(Class<?> type) throws IOException {
    var file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getResourceAsStream(file)) {
      if (bytes == null) {
        return List.of();
      }
      var in = new DataInputStream(new BufferedInputStream(bytes));
      in.skipNBytes(8); // magic number and version
      var texts = new String[in.readUnsignedShort()];
      var pairs = new int[texts.length][];
      List<int[]> methods = new ArrayList<>();
      for (int i = 1; i < texts.length; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 7 -> pairs[i] = new int[] {in.readUnsignedShort()};
          case 12 -> pairs[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
          case 10 -> methods.add(new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
          case 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          case 3, 4, 9, 11, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++; // long and double take two places
          }
          default -> throw new IOException("unknown constant " + tag);
        }
      }
      return methods.stream()
          .map(method -> new Reference(
              texts[pairs[method[0]][0]], texts[pairs[method[1]][0]], texts[pairs[method[1]][1]]))
          .toList();
    }
  }
}
