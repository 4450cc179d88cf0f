package dev.treadle.config;

import dev.treadle.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a pipeline's parameter record of flags ({@code -p key=value}, dotted for records inside) and a file. A flag counts
 * more than the file, the file more than {@link dev.treadle.api.Param#defaultValue}.
 */
public final class ParameterBinder<P extends Record> {
  private final String pipeline;
  private final Class<P> type;

  /**
   * A binder for one pipeline.
   *
   * @param pipeline the pipeline's name, for messages
   */
  public ParameterBinder(String pipeline, Class<P> type) {
    this.pipeline = pipeline;
    this.type = type;
  }

  /** All parameters in the order of the record, those of records inside with dotted names. */
  public List<ParameterDescription> descriptions() {
    return Parameters.describe(type);
  }

  /**
   * Binds flags alone.
   *
   * @throws ParameterException PARAM-110 with everything that is unknown, missing or not of its type
   */
  public BoundParameters<P> bind(Map<String, String> flags) {
    return bind(flags, Given.Fields.none());
  }

  /**
   * Binds flags over a file.
   *
   * @param file the file's name for messages; one that ends in {@code .json} is JSON, any other YAML
   * @param text the file's text
   * @throws ParameterException PARAM-110 with everything that is unknown, missing or not of its type
   */
  public BoundParameters<P> bind(Map<String, String> flags, String file, String text) {
    Given given;
    try {
      given = GivenReader.readFile(file, text);
    } catch (IllegalArgumentException e) {
      throw refused(file, String.valueOf(e.getMessage()));
    }
    if (!(given instanceof Given.Fields fields)) {
      throw refused(file, given.place() + "keys and values are expected");
    }
    return bind(flags, fields);
  }

  private BoundParameters<P> bind(Map<String, String> flags, Given.Fields file) {
    var given = new Given.Fields(new LinkedHashMap<>(file.fields()), file.place());
    flags.forEach((key, value) -> given.put(key, new Given.Scalar(value, Given.Kind.FLAG, "")));
    var tree = new ParameterTree();
    var json = tree.record(type, given, "");
    if (!tree.problems().isEmpty()) {
      throw new ParameterException(pipeline, tree.problems());
    }
    try {
      var record = Json.fromTree(json, type);
      return new BoundParameters<>(
          record, new String(Json.write(record, type), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // The record's own constructor has the last word.
      throw refused(type.getSimpleName(), String.valueOf(e.getMessage()));
    }
  }

  private ParameterException refused(String name, String message) {
    return new ParameterException(pipeline, List.of(new ParameterProblem(name, message)));
  }
}
