package dev.treadle.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeAssignabilityTest {

  interface Names extends List<String> {}

  record Box<T>(T value) {}

  @SuppressWarnings({"rawtypes", "unused"})
  record Fields<T extends Number>(
      int primitive,
      Integer boxed,
      long other,
      Number number,
      Object object,
      List<Integer> integers,
      List<Number> numbers,
      List<? extends Number> someNumbers,
      List<? super Integer> integersOrMore,
      List<?> anything,
      List raw,
      ArrayList<Integer> arrayList,
      Collection<String> strings,
      Names names,
      Optional<Integer> maybe,
      Optional<String> maybeText,
      Map<String, List<Integer>> map,
      Map<String, List<String>> otherMap,
      Box<Integer> box,
      Box<String> textBox,
      List<Integer>[] array,
      List<String>[] otherArray,
      int[] ints,
      long[] longs,
      T variable) {}

  @ParameterizedTest
  @CsvSource({
    "primitive, boxed",
    "boxed, primitive",
    "primitive, number",
    "primitive, object",
    "primitive, variable",
    "integers, someNumbers",
    "integers, anything",
    "numbers, integersOrMore",
    "arrayList, integers",
    "arrayList, someNumbers",
    "names, strings",
    "raw, integers",
    "integers, raw",
    "maybe, maybe",
    "map, map",
    "array, array",
    "ints, ints"
  })
  void fits(String from, String to) {
    assertThat(TypeAssignability.isAssignable(type(from), type(to))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "primitive, other",
    "number, boxed",
    "integers, numbers",
    "someNumbers, numbers",
    "names, integers",
    "integers, arrayList",
    "maybeText, maybe",
    "map, otherMap",
    "box, textBox",
    "array, otherArray",
    "ints, longs",
    "strings, variable",
    "ints, array"
  })
  void doesNotFit(String from, String to) {
    assertThat(TypeAssignability.isAssignable(type(from), type(to))).isFalse();
  }

  private static Type type(String name) {
    for (var component : Fields.class.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component.getGenericType();
      }
    }
    throw new IllegalArgumentException(name);
  }
}
