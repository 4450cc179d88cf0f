package dev.treadle.run.value;

import dev.treadle.api.data.Lazy;
import dev.treadle.api.data.Secret;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.cache.CacheKey;
import dev.treadle.json.CanonicalJson;
import dev.treadle.json.Json;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.VersionContent;
import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The value of one input of one step run: how it is loaded, what identifies its content, which versions it comes from. */
public sealed interface InputValue {

  /** Loads the value as the step gets it. */
  Object load();

  /** Identifies the content: equal text, equal value. */
  String identity();

  /** Adds this input's part to a cache key. */
  default void addTo(CacheKey.Builder key, String parameter) {
    key.input(parameter, identity());
  }

  /** The versions behind it, as edges of the step run that read it. */
  default void edges(String parameter, EdgeRole role, List<NewEdge> edges) {}

  /** A literal, parsed for each step run, so that every process sees the same. */
  record Literal(String json, Type type) implements InputValue {

    @Override
    public Object load() {
      return Objects.requireNonNull(Json.read(json, type), "literal");
    }

    @Override
    public String identity() {
      return json;
    }

    @Override
    public void addTo(CacheKey.Builder key, String parameter) {
      key.param(parameter, json);
    }
  }

  /** A secret by reference; its value is no part of any key. */
  record SecretInput(Secret secret) implements InputValue {

    @Override
    public Object load() {
      return secret;
    }

    @Override
    public String identity() {
      return "secret:" + secret.reference();
    }
  }

  /** A version of this run. */
  record Version(Produced produced, ValueStore values) implements InputValue {

    @Override
    public Object load() {
      return produced.live() != null
          ? produced.live()
          : values.load(
              produced.artifact(), produced.content(), produced.type(), produced.materializer());
    }

    @Override
    public String identity() {
      return "sha256:" + produced.content().manifestDigest();
    }

    @Override
    public void edges(String parameter, EdgeRole role, List<NewEdge> edges) {
      edges.add(new NewEdge(produced.version(), role, parameter));
    }
  }

  /** An item of a list, stored on its own so that its identity is its own; its edges are those of the list. */
  record Item(
      InputValue list,
      int index,
      VersionContent content,
      Type type,
      Materializer<?> materializer,
      ValueStore values)
      implements InputValue {

    @Override
    public Object load() {
      return values.load("item " + index, content, type, materializer);
    }

    @Override
    public String identity() {
      return "sha256:" + content.manifestDigest();
    }

    @Override
    public void edges(String parameter, EdgeRole role, List<NewEdge> edges) {
      list.edges(parameter, role, edges);
    }
  }

  /** Several values as an unmodifiable list. */
  record ListOf(List<InputValue> items) implements InputValue {

    @Override
    public Object load() {
      return items.stream().map(InputValue::load).toList();
    }

    @Override
    public String identity() {
      StringBuilder identities = new StringBuilder();
      items.forEach(item -> identities.append(item.identity()).append('\n'));
      return "sha256:" + CanonicalJson.sha256(identities.toString());
    }

    @Override
    public void edges(String parameter, EdgeRole role, List<NewEdge> edges) {
      for (int i = 0; i < items.size(); i++) {
        items.get(i).edges(parameter + "[" + i + "]", role, edges);
      }
    }
  }

  /** All outputs of a step as the record that it returned. */
  record Bundle(Class<?> type, Map<String, InputValue> components) implements InputValue {

    @Override
    public Object load() {
      return RecordAccess.create(
          type, components.values().stream().map(InputValue::load).toList());
    }

    @Override
    public String identity() {
      return new ListOf(List.copyOf(components.values())).identity();
    }

    @Override
    public void edges(String parameter, EdgeRole role, List<NewEdge> edges) {
      components.forEach((name, value) -> value.edges(parameter + "." + name, role, edges));
    }
  }

  /** A component of a record that is loaded whole. */
  record Component(InputValue of, String accessor) implements InputValue {

    @Override
    public Object load() {
      return RecordAccess.read(of.load(), accessor);
    }

    @Override
    public String identity() {
      return of.identity() + "#" + accessor;
    }

    @Override
    public void edges(String parameter, EdgeRole role, List<NewEdge> edges) {
      of.edges(parameter, role, edges);
    }
  }

  /** A value opened when asked for; one instance serves one attempt. */
  record LazyInput(InputValue of, Opened opened) implements InputValue {
    public LazyInput(InputValue of) {
      this(of, new Opened());
    }

    /** Whether the value was opened. */
    static final class Opened {
      volatile boolean value;
    }

    @Override
    public Object load() {
      Supplier<Object> once = new Once(of::load);
      return (Lazy<Object>) () -> {
        opened.value = true;
        return once.get();
      };
    }

    @Override
    public String identity() {
      return of.identity();
    }

    @Override
    public void edges(String parameter, EdgeRole role, List<NewEdge> edges) {
      List<NewEdge> inner = new ArrayList<>();
      of.edges(parameter, opened.value ? role : EdgeRole.INPUT_UNUSED, inner);
      edges.addAll(inner);
    }
  }

  /** Data that stays where it is, as a local path. */
  record External(UUID version, String pin, Supplier<Path> fetch) implements InputValue {

    @Override
    public Object load() {
      return fetch.get();
    }

    @Override
    public String identity() {
      return pin;
    }

    @Override
    public void edges(String parameter, EdgeRole role, List<NewEdge> edges) {
      edges.add(new NewEdge(version, EdgeRole.EXTERNAL, parameter));
    }
  }

  /** Loads on the first call; later calls give the same instance. */
  final class Once implements Supplier<Object> {
    private final Supplier<Object> load;
    private @Nullable Object value;

    Once(Supplier<Object> load) {
      this.load = load;
    }

    @Override
    public synchronized Object get() {
      if (value == null) {
        value = load.get();
      }
      return value;
    }
  }
}
