package dev.treadle.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treadle.api.Caching;
import dev.treadle.api.Isolation;
import dev.treadle.api.Resources;
import dev.treadle.api.Retry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Settings of runs and options of steps as JSON; what says nothing is left out. */
final class OptionsJson {

  private OptionsJson() {}

  static void write(RunSettings settings, ObjectNode tree) {
    if (settings.timeout() != null) {
      tree.put("timeout", settings.timeout().toString());
    }
    if (settings.strict()) {
      tree.put("strict", true);
    }
    write("listeners", settings.listeners(), tree);
  }

  static RunSettings settings(JsonNode tree) {
    return new RunSettings(
        tree.has("timeout") ? duration(tree, "timeout") : null,
        tree.path("strict").asBoolean(),
        texts(tree, "listeners"));
  }

  static void write(StepOptions options, ObjectNode tree) {
    if (options.retry() != null) {
      write(options.retry(), tree.putObject("retry"));
    }
    if (options.timeout() != null) {
      tree.put("timeout", options.timeout().toString());
    }
    if (options.cache() != null) {
      tree.put("cache", options.cache().name());
    }
    if (options.isolation() != null) {
      tree.put("isolation", options.isolation().name());
    }
    write("listeners", options.listeners(), tree);
    if (!options.resources().equals(Resources.NONE)) {
      tree.putObject("resources")
          .put("cpus", options.resources().cpus())
          .put("memoryBytes", options.resources().memoryBytes())
          .put("gpus", options.resources().gpus());
    }
    if (!options.tags().isEmpty()) {
      var tags = tree.putObject("tags");
      options.tags().forEach(tags::put);
    }
  }

  static StepOptions options(JsonNode tree) {
    Map<String, String> tags = new LinkedHashMap<>();
    tree.path("tags")
        .properties()
        .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    var resources = tree.path("resources");
    return new StepOptions(
        tree.has("retry") ? retry(tree.get("retry")) : null,
        tree.has("timeout") ? duration(tree, "timeout") : null,
        tree.has("cache") ? Caching.valueOf(tree.get("cache").asText()) : null,
        tree.has("isolation") ? Isolation.valueOf(tree.get("isolation").asText()) : null,
        texts(tree, "listeners"),
        new Resources(
            resources.path("cpus").asDouble(),
            resources.path("memoryBytes").asLong(),
            resources.path("gpus").asInt()),
        tags);
  }

  private static void write(Retry retry, ObjectNode tree) {
    tree.put("times", retry.times());
    if (!retry.delay().isZero()) {
      tree.put("delay", retry.delay().toString())
          .put("factor", retry.factor())
          .put("maxDelay", retry.maxDelay().toString())
          .put("jitter", retry.jitter());
    }
    write("on", retry.on(), tree);
    write("abortOn", retry.abortOn(), tree);
  }

  private static Retry retry(JsonNode tree) {
    Retry plain = Retry.times(tree.path("times").asInt());
    Retry timed = tree.has("delay")
        ? plain
            .withDelay(duration(tree, "delay"))
            .withFactor(tree.path("factor").asDouble())
            .withMaxDelay(duration(tree, "maxDelay"))
            .withJitter(tree.path("jitter").asDouble())
        : plain;
    return new Retry(
        timed.times(),
        timed.delay(),
        timed.factor(),
        timed.maxDelay(),
        timed.jitter(),
        texts(tree, "on"),
        texts(tree, "abortOn"));
  }

  private static void write(String name, List<String> texts, ObjectNode tree) {
    if (!texts.isEmpty()) {
      texts.forEach(tree.putArray(name)::add);
    }
  }

  private static List<String> texts(JsonNode tree, String name) {
    return StreamSupport.stream(tree.path(name).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static Duration duration(JsonNode tree, String name) {
    return Duration.parse(tree.path(name).asText());
  }
}
