package dev.treadle.materialize;

import dev.treadle.api.data.Figure;
import dev.treadle.api.data.Html;
import dev.treadle.api.data.Markdown;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ValueDescription;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Documents as the file that other programs expect. Plain strings are JSON, as they are parameters more than documents. */
final class TextMaterializer implements Materializer<Object> {

  @Override
  public String id() {
    return "text";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    return type == Html.class || type == Markdown.class || type == Figure.class;
  }

  @Override
  public String mediaType(Type type) {
    if (type == Html.class) {
      return "text/html";
    }
    return type == Markdown.class ? "text/markdown" : "image/svg+xml";
  }

  @Override
  public void write(Object value, Type type, ArtifactOutput output) throws IOException {
    try (var out = output.create(file(type))) {
      out.write(encoded(text(value)));
    }
  }

  @Override
  public Object read(Type type, ArtifactInput input) throws IOException {
    byte[] bytes;
    try (var in = input.open(file(type))) {
      bytes = in.readAllBytes();
    }
    var text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    if (type == Html.class) {
      return new Html(text);
    }
    try {
      return type == Markdown.class ? new Markdown(text) : new Figure(text);
    } catch (IllegalArgumentException e) {
      throw new MaterializationException(CoreProblem.MAT_READ, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public boolean immutable(Type type) {
    return true;
  }

  @Override
  public void describe(Object value, Type type, ValueDescription description) throws IOException {
    var bytes = encoded(text(value));
    description.fact("bytes", bytes.length);
    description.summary(
        type == Markdown.class
            ? Described.line(text(value))
            : "%s, %d bytes".formatted(value.getClass().getSimpleName(), bytes.length));
    if (bytes.length <= Described.MAX_PREVIEW) {
      try (var preview = description.preview(mediaType(type))) {
        preview.write(bytes);
      }
    }
  }

  private static String file(Type type) {
    if (type == Html.class) {
      return "index.html";
    }
    return type == Markdown.class ? "text.md" : "figure.svg";
  }

  private static String text(Object value) {
    if (value instanceof Html html) {
      return html.text();
    }
    return value instanceof Markdown markdown ? markdown.text() : ((Figure) value).svg();
  }

  /** Unlike {@code getBytes}, does not replace what UTF-8 cannot hold. */
  private static byte[] encoded(String text) {
    CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    try {
      var buffer = encoder.encode(CharBuffer.wrap(text));
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new MaterializationException(
          CoreProblem.MAT_WRITE,
          "The text holds half a surrogate pair, which UTF-8 cannot hold",
          e);
    }
  }
}
