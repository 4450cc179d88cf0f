package dev.treadle.cache;

import dev.treadle.cache.KeyPart.Kind;
import dev.treadle.cache.classfile.TextDigest;
import dev.treadle.error.TreadleException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that decides the outputs of a step, by parts: two step runs with equal keys have equal outputs. Names of nodes,
 * pipelines and runs are no part of it, nor is the order in which parts were added.
 */
public final class CacheKey {
  private static final String FORMAT = "treadle-cache-key/1";

  private final List<KeyPart> parts;
  private final SortedMap<String, String> code;
  // Made when it is first asked for; two threads would make the same.
  private @Nullable String digest;

  CacheKey(Collection<KeyPart> parts, Map<String, String> code) {
    this.parts = parts.stream().sorted(KeyPart.ORDER).toList();
    this.code = Collections.unmodifiableSortedMap(new TreeMap<>(code));
  }

  /** Starts the key of a step method, which is given by the binary name of its class, its name and descriptor. */
  public static Builder of(String type, String method, String descriptor) {
    return new Builder().add(Kind.METHOD, "", type + '#' + method + descriptor);
  }

  /**
   * Reads a stored key.
   *
   * @throws TreadleException STORE-706 if the text is not a key
   */
  public static CacheKey fromJson(String json) {
    return CacheKeyJson.read(json);
  }

  /** This key of a step that draws random numbers, of which the seed says which. */
  public CacheKey seeded(String seed) {
    List<KeyPart> all = new ArrayList<>(parts);
    all.removeIf(part -> part.kind() == Kind.SEED);
    all.add(new KeyPart(Kind.SEED, "", seed));
    return new CacheKey(all, code);
  }

  /** Whether a seed is one of the parts. */
  public boolean isSeeded() {
    return parts.stream().anyMatch(part -> part.kind() == Kind.SEED);
  }

  /** The parts, and what is needed to tell later which code changed. */
  public String toJson() {
    return CacheKeyJson.write(this);
  }

  /** SHA-256 over the parts, in hex. */
  public String digest() {
    String known = digest;
    if (known == null) {
      var text = new TextDigest().add(FORMAT);
      parts.forEach(part -> text.add(part.kind().label()).add(part.name()).add(part.value()));
      known = text.hex();
      digest = known;
    }
    return known;
  }

  List<KeyPart> parts() {
    return parts;
  }

  /** Short digests of the parts of the code; they are in the key by its code digest only. */
  SortedMap<String, String> code() {
    return code;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CacheKey key && parts.equals(key.parts) && code.equals(key.code);
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts, code);
  }

  @Override
  public String toString() {
    return digest();
  }

  /** Gathers the parts. Each may be given once. */
  public static final class Builder {
    private final SortedSet<KeyPart> parts = new TreeSet<>(KeyPart.ORDER);
    private Map<String, String> code = Map.of();

    private Builder() {}

    /** The version that the step declares. */
    public Builder version(String version) {
      return add(Kind.VERSION, "", version);
    }

    public Builder code(Fingerprint.Known fingerprint) {
      code = fingerprint.parts();
      return add(Kind.CODE, "", fingerprint.sha256());
    }

    /** A literal, as canonical JSON. Never a secret. */
    public Builder param(String name, String json) {
      return add(Kind.PARAM, name, json);
    }

    /** An input, by the digest of its content. */
    public Builder input(String name, String digest) {
      return add(Kind.INPUT, name, digest);
    }

    /** An output: its type, and the materializer with its format version that will store it. */
    public Builder output(String name, String type, String materializer) {
      return add(Kind.OUTPUT, name, type + " by " + materializer);
    }

    /** A file that a literal names, by the digest of its content. */
    public Builder file(String path, String digest) {
      return add(Kind.FILE, path, digest);
    }

    /** An environment variable that the step declares. Never a secret. */
    public Builder environment(String variable, String value) {
      return add(Kind.ENV, variable, value);
    }

    public CacheKey build() {
      return new CacheKey(parts, code);
    }

    private Builder add(Kind kind, String name, String value) {
      var part = new KeyPart(kind, name, value);
      if (!parts.add(part)) {
        throw new IllegalArgumentException("The key has two parts named " + part.label());
      }
      return this;
    }
  }
}
