package dev.treadle.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Reads JSON and YAML without guessing types: every scalar keeps its text, so that {@code no} is not false before
 * somebody has said that a boolean is wanted.
 */
final class GivenReader {
  private static final int LONGEST = 1 << 20;
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(100).build();
  private static final JsonFactory JSON = JsonFactory.builder()
      .streamReadConstraints(LIMITS)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();
  private static final YAMLFactory YAML = YAMLFactory.builder()
      .streamReadConstraints(LIMITS)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  private final JsonParser parser;
  private final String file;

  private GivenReader(JsonParser parser, String file) {
    this.parser = parser;
    this.file = file;
  }

  /** Reads a file's text; YAML if the name says so. An {@link IllegalArgumentException} names line and reason. */
  static Given readFile(String name, String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "%s has %d characters; the limit is %d".formatted(name, text.length(), LONGEST));
    }
    return read(name.endsWith(".json") ? JSON : YAML, text, name);
  }

  /** Reads JSON of the command line. */
  static Given readJson(String text) {
    return read(JSON, text, "");
  }

  private static Given read(JsonFactory factory, String text, String file) {
    try (var parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        return Given.Fields.none();
      }
      var given = new GivenReader(parser, file).value();
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("there is more than one document or value");
      }
      return given;
    } catch (JsonProcessingException e) {
      var line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw new IllegalArgumentException(
          line + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Given value() throws IOException {
    var place = file.isEmpty()
        ? ""
        : "line %d of %s: ".formatted(parser.currentTokenLocation().getLineNr(), file);
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw new IllegalArgumentException(place + "aliases are not supported; write the value out");
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return fields(place);
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      var items = new ArrayList<Given>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value());
      }
      return new Given.Items(items, place);
    }
    var token = parser.currentToken();
    var kind = token.isNumeric()
        ? Given.Kind.NUMBER
        : token.isBoolean() ? Given.Kind.BOOLEAN : Given.Kind.TEXT;
    return new Given.Scalar(parser.getText(), kind, place);
  }

  /** A field that is null counts as not given. */
  private Given fields(String place) throws IOException {
    var fields = new LinkedHashMap<String, Given>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        fields.put(name, value());
      }
    }
    return new Given.Fields(fields, place);
  }
}
