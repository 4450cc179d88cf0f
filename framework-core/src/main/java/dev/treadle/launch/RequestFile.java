package dev.treadle.launch;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Requests in files, which only the user can read. What a newer command line says beyond what is known here is skipped. */
final class RequestFile {
  private static final ObjectMapper JSON = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private RequestFile() {}

  /** Reads a request from its file, which is deleted: it holds a token and maybe private parameters. */
  static <T> T take(Path file, Class<T> type) {
    try {
      T request = JSON.readValue(file.toFile(), type);
      Files.delete(file);
      return request;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the request " + file, e);
    }
  }

  /** Writes a request into a file that exists. */
  static void write(Path file, Object request) {
    try {
      JSON.writeValue(file.toFile(), request);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the request " + file, e);
    }
  }
}
