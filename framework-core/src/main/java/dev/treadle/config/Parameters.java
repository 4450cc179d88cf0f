package dev.treadle.config;

import dev.treadle.api.Param;
import dev.treadle.graph.GenericTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes the components of a parameter record. */
final class Parameters {

  private Parameters() {}

  static List<ParameterDescription> describe(Class<?> record) {
    return describe(record, "").toList();
  }

  static ParameterDescription describe(RecordComponent component, String prefix) {
    var param = Optional.ofNullable(component.getAnnotation(Param.class));
    var given = param.map(Param::defaultValue).filter(text -> !text.equals(Param.REQUIRED));
    var optional = component.getType() == Optional.class;
    return new ParameterDescription(
        prefix + component.getName(),
        typeText(component.getGenericType()),
        given,
        given.isEmpty() && !optional,
        param.map(Param::description).orElse(""));
  }

  private static Stream<ParameterDescription> describe(Class<?> record, String prefix) {
    return Arrays.stream(record.getRecordComponents())
        .flatMap(component -> ParameterTree.isNested(component.getGenericType())
                && describe(component, prefix).defaultValue().isEmpty()
            ? describe(component.getType(), prefix + component.getName() + ".")
            : Stream.of(describe(component, prefix)));
  }

  private static String typeText(Type type) {
    var inner = type instanceof ParameterizedType parameterized
            && parameterized.getRawType() == Optional.class
        ? parameterized.getActualTypeArguments()[0]
        : type;
    return inner instanceof Class<?> raw && raw.isEnum()
        ? ScalarText.constants(raw).replace(", ", "|")
        : GenericTypes.text(inner);
  }
}
