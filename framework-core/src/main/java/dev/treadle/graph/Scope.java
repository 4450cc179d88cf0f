package dev.treadle.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The maps and branch sides around a node, outermost first.
 *
 * @param frames empty for a node at the top
 */
public record Scope(List<Frame> frames) {
  public static final Scope TOP = new Scope(List.of());

  /** One map or branch side. */
  public sealed interface Frame permits InMap, Guard {}

  /** Runs for each item of a map. */
  public record InMap(String map) implements Frame {}

  /** Runs when the branch's condition has the expected value. */
  public record Guard(String branch, boolean expected) implements Frame {}

  public Scope {
    frames = List.copyOf(frames);
  }

  public Scope inside(Frame frame) {
    return new Scope(Stream.concat(frames.stream(), Stream.of(frame)).toList());
  }

  /** Whether a handle made in the other scope can be used here: here is the same scope or lies inside it. */
  public boolean isWithin(Scope other) {
    return frames.size() >= other.frames.size()
        && frames.subList(0, other.frames.size()).equals(other.frames);
  }

  /** The map around the node. */
  public Optional<String> map() {
    return frames.stream()
        .filter(InMap.class::isInstance)
        .map(f -> ((InMap) f).map())
        .findFirst();
  }

  public List<Guard> guards() {
    return frames.stream()
        .filter(Guard.class::isInstance)
        .map(Guard.class::cast)
        .toList();
  }
}
