package dev.treadle.run.attempt;

import dev.treadle.metadata.Fact;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a step said through its context, in the order of saying. Thread-safe. */
public final class AttemptNotes {
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> outputFacts = new LinkedHashMap<>();
  private final List<MetricPoint> metrics = new ArrayList<>(0);
  private final Map<String, Double> lastMetrics = new LinkedHashMap<>();
  private final Map<String, String> runTags = new LinkedHashMap<>();
  private final List<NewEdge> observed = new ArrayList<>(0);
  private final List<NewVersion> saved = new ArrayList<>(0);
  private @Nullable String seed;

  /** The step has asked for random numbers, which these decide. */
  synchronized void drew(String from) {
    seed = from;
  }

  /** What the random numbers of the step came from; empty when it drew none. */
  public synchronized Optional<String> seed() {
    return Optional.ofNullable(seed);
  }

  synchronized void fact(String key, String json) {
    facts.put(key, json);
  }

  synchronized void outputFact(String output, String key, String json) {
    outputFacts.computeIfAbsent(output, name -> new LinkedHashMap<>()).put(key, json);
  }

  synchronized void metric(MetricPoint point) {
    metrics.add(point);
    lastMetrics.put(point.name(), point.number());
  }

  synchronized void runTag(String key, String value) {
    runTags.put(key, value);
  }

  synchronized void observed(NewEdge edge) {
    observed.add(edge);
  }

  synchronized void saved(NewVersion version) {
    saved.add(version);
  }

  /** Whether the result depends on nothing but what the cache key sees. */
  public synchronized boolean isReusable() {
    return observed.isEmpty() && saved.isEmpty();
  }

  public synchronized List<Fact> facts() {
    return facts.entrySet().stream()
        .map(e -> new Fact(e.getKey(), e.getValue()))
        .toList();
  }

  synchronized List<Fact> outputFacts(String output) {
    return outputFacts.getOrDefault(output, Map.of()).entrySet().stream()
        .map(e -> new Fact(e.getKey(), e.getValue()))
        .toList();
  }

  public synchronized List<MetricPoint> metrics() {
    return List.copyOf(metrics);
  }

  public synchronized Map<String, Double> lastMetrics() {
    return new LinkedHashMap<>(lastMetrics);
  }

  public synchronized Map<String, String> runTags() {
    return new LinkedHashMap<>(runTags);
  }

  public synchronized List<NewEdge> observedEdges() {
    return List.copyOf(observed);
  }

  public synchronized List<NewVersion> savedVersions() {
    return List.copyOf(saved);
  }
}
