package dev.treadle.cache;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.treadle.cache.KeyPart.Kind;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keys as JSON: parts by kind and name, and beside them the parts of the code. */
final class CacheKeyJson {
  private static final ObjectMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
      .build();

  private CacheKeyJson() {}

  static String write(CacheKey key) {
    Map<Kind, SortedMap<String, String>> parts = new EnumMap<>(Kind.class);
    key.parts()
        .forEach(part -> parts
            .computeIfAbsent(part.kind(), kind -> new TreeMap<>())
            .put(part.name(), part.value()));
    try {
      return MAPPER.writeValueAsString(new Stored(parts, key.code()));
    } catch (JsonProcessingException e) {
      throw new TreadleException(
          CoreProblem.BUG, "Cannot write the parts of a cache key as JSON", e);
    }
  }

  static CacheKey read(String json) {
    try {
      Stored stored = MAPPER.readValue(json, Stored.class);
      if (stored == null) {
        throw new JsonMappingException(null, "null");
      }
      List<KeyPart> parts = new ArrayList<>();
      stored
          .parts()
          .forEach((kind, named) ->
              named.forEach((name, value) -> parts.add(new KeyPart(kind, name, value))));
      return new CacheKey(parts, stored.code());
    } catch (JsonProcessingException e) {
      throw new TreadleException(
          CoreProblem.STORE_LAYOUT,
          "A stored cache key cannot be read: " + e.getOriginalMessage()
              + ". It was damaged or written by another version",
          e);
    }
  }

  private record Stored(
      Map<Kind, SortedMap<String, String>> parts, SortedMap<String, String> code) {}
}
