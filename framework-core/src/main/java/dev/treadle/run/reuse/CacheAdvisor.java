package dev.treadle.run.reuse;

import com.google.common.base.Suppliers;
import dev.treadle.api.Caching;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.FileRef;
import dev.treadle.cache.CacheExplanation;
import dev.treadle.cache.CacheKey;
import dev.treadle.cache.CodeFingerprint;
import dev.treadle.cache.Fingerprint;
import dev.treadle.cache.StepKey;
import dev.treadle.compile.CompiledInput;
import dev.treadle.compile.CompiledOutput;
import dev.treadle.compile.CompiledStep;
import dev.treadle.graph.MethodSpec;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.metadata.KeyOfStep;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.run.task.Seeds;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.value.InputValue;
import dev.treadle.run.value.ValueStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides for one run which steps are taken from the cache, and says why. Results of the pipeline's newest run are looked up
 * in one query, others by a query for all steps that are ready together.
 */
public final class CacheAdvisor {
  private static final Logger log = LoggerFactory.getLogger(CacheAdvisor.class);
  private static final int COMPARED = 20;
  private static final String FORBIDDEN =
      CacheExplanation.cachingOff("--no-cache").text();

  private final Reuse reuse;
  private final long seed;
  private final MetadataQueries queries;
  private final ValueStore values;
  private final CodeFingerprint code;
  private final Map<MethodSpec, Fingerprint> fingerprints = new ConcurrentHashMap<>();
  private final Map<String, CacheEntry> likely;
  // Only a miss is explained, so a run that is cached as a whole never asks.
  private final Supplier<Map<String, List<KeyOfStep>>> newestKeys;

  public CacheAdvisor(
      String pipeline,
      Reuse reuse,
      long seed,
      MetadataQueries queries,
      ValueStore values,
      CodeFingerprint code) {
    this.reuse = reuse;
    this.seed = seed;
    this.queries = queries;
    this.values = values;
    this.code = code;
    this.likely = reuse.none() ? Map.of() : queries.cacheEntriesOfNewestRun(pipeline);
    this.newestKeys = Suppliers.memoize(() -> queries.newestKeys(pipeline));
  }

  /** A step that is ready, with its key; null when it has none, and then the reason. */
  public record Candidate(
      StepWork work, @Nullable CacheKey key, @Nullable String reasonWithoutKey) {

    /** The keys that its result may be stored by: whether it draws random numbers is known from its result only. */
    List<CacheKey> keys(long seed) {
      if (key == null) {
        return List.of();
      }
      return takesContext() ? List.of(key, seeded(key, seed)) : List.of(key);
    }

    CacheKey seeded(CacheKey of, long seed) {
      return of.seeded(Seeds.of(work.task(), seed));
    }

    private boolean takesContext() {
      Class<?>[] parameters = work.step().method().getParameterTypes();
      return parameters.length > 0 && parameters[0] == StepContext.class;
    }
  }

  /** Makes the step's key. */
  public Candidate candidate(StepWork work) {
    String without = reasonWithoutKey(work.step());
    return new Candidate(
        work, without == null ? key(work, fingerprint(work.step())) : null, without);
  }

  /** Why the step runs whatever its inputs are; empty when it depends on them. */
  public Optional<String> runsAlways(CompiledStep step) {
    String without = reasonWithoutKey(step);
    return without != null || reuse.allows(step.name())
        ? Optional.ofNullable(without)
        : Optional.of(FORBIDDEN);
  }

  private @Nullable String reasonWithoutKey(CompiledStep step) {
    if (step.options().cache() == Caching.OFF) {
      return CacheExplanation.cachingOff(cachingOption(step)).text();
    }
    return fingerprint(step) instanceof Fingerprint.Unavailable unavailable
            && step.options().version().isEmpty()
        ? CacheExplanation.codeUnavailable(unavailable).text()
        : null;
  }

  /** Decides for all candidates, with one look-up for those whose result is not likely. */
  public List<CacheDecision> decide(List<Candidate> candidates) {
    Map<String, CacheEntry> found = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (reuse.allows(candidate.work().step().name())) {
        List<String> digests =
            candidate.keys(seed).stream().map(CacheKey::digest).toList();
        Optional<String> known = digests.stream().filter(likely::containsKey).findFirst();
        known.ifPresentOrElse(
            digest -> found.put(digest, Objects.requireNonNull(likely.get(digest))),
            () -> unknown.addAll(digests));
      }
    }
    found.putAll(lookUp(unknown));
    return candidates.stream().map(candidate -> decide(candidate, found)).toList();
  }

  private Map<String, CacheEntry> lookUp(Collection<String> digests) {
    return digests.isEmpty() ? Map.of() : queries.cacheEntries(digests);
  }

  private CacheDecision decide(Candidate candidate, Map<String, CacheEntry> found) {
    CacheKey key = candidate.key();
    if (key == null) {
      return new CacheDecision(null, null, String.valueOf(candidate.reasonWithoutKey()));
    }
    if (!reuse.allows(candidate.work().step().name())) {
      return new CacheDecision(key, null, FORBIDDEN);
    }
    Optional<CacheKey> equal = candidate.keys(seed).stream()
        .filter(each -> found.containsKey(each.digest()))
        .findFirst();
    if (equal.isEmpty()) {
      return new CacheDecision(key, null, explain(candidate, key));
    }
    CacheKey stored = equal.get();
    CacheEntry entry = Objects.requireNonNull(found.get(stored.digest()));
    List<String> problems = TakenResults.problems(entry, values);
    if (!problems.isEmpty()) {
      String what = String.join(", ", problems);
      log.warn(
          "Step {} runs again: the stored result of run {} cannot be used: {}",
          candidate.work().task().label(),
          entry.runNumber(),
          what);
      return new CacheDecision(key, null, CacheExplanation.bytesUnusable(what).text());
    }
    return new CacheDecision(
        stored,
        entry,
        CacheExplanation.reused(stored, "run #" + entry.runNumber()).text());
  }

  private String explain(Candidate candidate, CacheKey key) {
    List<KeyOfStep> earlier =
        newestKeys.get().getOrDefault(candidate.work().step().node().name(), List.of());
    List<StepKey> compared = earlier.stream()
        .limit(COMPARED)
        .map(e -> new StepKey("run #" + e.run(), CacheKey.fromJson(e.key().partsJson()), Map.of()))
        .toList();
    boolean drew = compared.stream().anyMatch(each -> each.key().isSeeded());
    CacheKey current = drew ? candidate.seeded(key, seed) : key;
    return CacheExplanation.of(new StepKey("this run", current, Map.of()), compared)
        .text();
  }

  private CacheKey key(StepWork work, Fingerprint fingerprint) {
    CompiledStep step = work.step();
    MethodSpec method = step.node().method();
    CacheKey.Builder key = CacheKey.of(method.owner(), method.name(), method.descriptor());
    if (!step.options().version().isEmpty()) {
      key.version(step.options().version());
    }
    if (fingerprint instanceof Fingerprint.Known known) {
      key.code(known);
    }
    for (int i = 0; i < step.inputs().size(); i++) {
      CompiledInput input = step.inputs().get(i);
      InputValue value = work.inputs().get(i);
      value.addTo(key, input.name());
      addFile(key, value);
    }
    for (CompiledOutput output : step.outputs()) {
      key.output(
          output.name(),
          output.type().getTypeName(),
          output.materializer().id() + "/" + output.materializer().formatVersion());
    }
    for (String variable : step.options().environment()) {
      key.environment(variable, System.getenv().getOrDefault(variable, ""));
    }
    return key.build();
  }

  private static void addFile(CacheKey.Builder key, InputValue value) {
    if (!(value instanceof InputValue.Literal literal)) {
      return;
    }
    if (literal.type() == FileRef.class) {
      FileRef file = (FileRef) literal.load();
      key.file(file.path().toString(), FileDigests.of(file.path()));
    } else if (literal.type() == Path.class) {
      Path path = (Path) literal.load();
      key.file(path.toString(), FileDigests.of(path));
    }
  }

  private Fingerprint fingerprint(CompiledStep step) {
    return fingerprints.computeIfAbsent(
        step.node().method(),
        method -> code.fingerprint(
            step.method().getDeclaringClass(),
            method.name(),
            method.descriptor(),
            step.options().fingerprint()));
  }

  private static String cachingOption(CompiledStep step) {
    return step.node().options().cache() == Caching.OFF
        ? "cached(false)"
        : "@Step(cache = Caching.OFF)";
  }
}
