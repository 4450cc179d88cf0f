package dev.treadle.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.treadle.error.UnsafePathException;
import dev.treadle.spi.ObjectDigest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;

/**
 * The canonical JSON of manifests. They hold strings and whole numbers under fixed keys, so that it can be written as it
 * stands; a test compares it with a library for RFC 8785.
 */
final class ManifestJson {
  private static final String FILES = "treadle-manifest/1";
  private static final String LIST = "treadle-manifest-list/1";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ManifestJson() {}

  static byte[] write(FileManifest manifest) {
    var json = new StringBuilder(160 + 120 * manifest.files().size()).append("{\"files\":[");
    for (var file : manifest.files()) {
      comma(json).append("{\"name\":");
      string(json, file.name()).append(",\"sha256\":\"").append(file.digest().sha256());
      json.append("\",\"size\":").append(file.digest().size()).append('}');
    }
    json.append("],\"format\":\"" + FILES + "\",\"materializer\":{\"id\":");
    string(json, manifest.materializer()).append(",\"version\":").append(manifest.version());
    string(json.append("},\"mediaType\":"), manifest.mediaType()).append('}');
    return json.toString().getBytes(UTF_8);
  }

  static byte[] write(ListManifest manifest) {
    var json = new StringBuilder(64 + 75 * manifest.items().size());
    json.append("{\"format\":\"" + LIST + "\",\"items\":[");
    for (var item : manifest.items()) {
      comma(json).append('"').append(item).append('"');
    }
    return json.append("]}").toString().getBytes(UTF_8);
  }

  /** Whether a manifest is that of a list: the canonical form begins with the first of its sorted keys. */
  static boolean isList(String manifestJson) {
    return manifestJson.startsWith("{\"format\"");
  }

  static Manifest parse(byte[] json) {
    Manifest manifest;
    try {
      manifest = read(MAPPER.readTree(json));
    } catch (IOException | UnsafePathException e) {
      throw new IllegalArgumentException("No manifest: " + e.getMessage(), e);
    }
    if (!Arrays.equals(manifest.json(), json)) {
      throw new IllegalArgumentException("No manifest: it is not in canonical form");
    }
    return manifest;
  }

  private static Manifest read(JsonNode json) {
    var format = json.path("format").asText();
    if (format.equals(LIST)) {
      var items = new ArrayList<String>();
      json.path("items").forEach(item -> items.add(item.asText()));
      return new ListManifest(items);
    }
    if (!format.equals(FILES)) {
      throw new IllegalArgumentException(
          "No manifest that this version knows: its format is '" + format + "'");
    }
    var files = new ArrayList<ManifestFile>();
    for (var file : json.path("files")) {
      var digest =
          new ObjectDigest(file.path("sha256").asText(), file.path("size").asLong());
      files.add(new ManifestFile(file.path("name").asText(), digest));
    }
    var materializer = json.path("materializer");
    return new FileManifest(
        files,
        materializer.path("id").asText(),
        materializer.path("version").asInt(),
        json.path("mediaType").asText());
  }

  private static StringBuilder comma(StringBuilder json) {
    return json.charAt(json.length() - 1) == '[' ? json : json.append(',');
  }

  private static StringBuilder string(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escape = "\b\t\n\f\r\"\\".indexOf(c);
      if (escape >= 0) {
        json.append('\\').append("btnfr\"\\".charAt(escape));
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"');
  }
}
