package dev.treadle.graph.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Diagrams for tests. */
final class Diagrams {
  static final String PENGUINS =
      "load; clean; split; train; evaluate; report; load>clean; clean>split; split>train; split>evaluate;"
          + " split>report; train>evaluate; train>report; evaluate>report";
  static final String MAP =
      "prepare; plan; trial-map*; train@trial-map; evaluate@trial-map; best; prepare>train;"
          + " plan>trial-map; trial-map>train:each; train>evaluate; prepare>evaluate; evaluate>best:all";
  static final String BRANCH =
      "train; check; check-branch?; deploy; notify; alert; close; train>check;"
          + " check>check-branch; check-branch>deploy:then; train>deploy; deploy>notify;"
          + " check-branch>alert:otherwise; notify>close; alert>close; train>close:after";

  private Diagrams() {}

  /** Boxes {@code name}, {@code branch?}, {@code map*}, {@code step@map} and arrows {@code from>to:label}. */
  static Diagram of(String text) {
    List<Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    Map<String, Integer> index = new HashMap<>();
    for (String word : text.split("; *")) {
      String[] parts = word.split("[>:@]");
      if (word.contains(">")) {
        String label = parts.length > 2 ? parts[2] : "";
        Arrow.Kind kind = switch (label) {
          case "after" -> Arrow.Kind.ORDER;
          case "then", "otherwise" -> Arrow.Kind.CONTROL;
          default -> Arrow.Kind.VALUE;
        };
        arrows.add(new Arrow(index.get(parts[0]), index.get(parts[1]), kind, label));
      } else {
        Box.Kind kind = word.endsWith("?")
            ? Box.Kind.BRANCH
            : word.endsWith("*") ? Box.Kind.MAP : Box.Kind.STEP;
        int map =
            kind == Box.Kind.MAP ? boxes.size() : word.contains("@") ? index.get(parts[1]) : -1;
        String name = parts[0].replaceAll("[?*]", "");
        index.put(name, boxes.size());
        boxes.add(new Box(name, kind, map, Optional.empty()));
      }
    }
    return new Diagram("sample", boxes, arrows);
  }

  static Diagram chain(int length) {
    return random(length, 0, 0, 0, true);
  }

  /** Arrows of a length of at most {@code reach}; some stretches of boxes are bodies of maps. */
  static Diagram random(int size, int arrows, int reach, long seed) {
    return random(size, arrows, reach, seed, false);
  }

  private static Diagram random(int size, int count, int reach, long seed, boolean chained) {
    Random random = new Random(seed);
    List<Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    int map = -1;
    for (int i = 0; i < size; i++) {
      boolean starts = !chained && map < 0 && random.nextInt(10) == 0;
      boolean ends = map >= 0 && random.nextInt(4) == 0;
      map = starts ? i : ends ? -1 : map;
      Box.Kind kind = starts ? Box.Kind.MAP : Box.Kind.STEP;
      boxes.add(new Box("step-" + i, kind, map, Optional.empty()));
      if (chained && i > 0) {
        arrows.add(new Arrow(i - 1, i, Arrow.Kind.VALUE, ""));
      }
    }
    Set<List<Integer>> known = new HashSet<>();
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(size - 1);
      int to = from + 1 + random.nextInt(Math.min(reach, size - from - 1));
      if (known.add(List.of(from, to))) {
        String label = random.nextInt(6) == 0 ? "then" : "";
        arrows.add(new Arrow(from, to, Arrow.Kind.VALUE, label));
      }
    }
    return new Diagram("random", boxes, arrows);
  }

  /** {@code split>train:each}, by names and sorted. */
  static List<String> arrows(Diagram diagram) {
    return diagram.arrows().stream()
        .map(arrow -> diagram.boxes().get(arrow.from()).name() + ">"
            + diagram.boxes().get(arrow.to()).name()
            + (arrow.label().isEmpty() ? "" : ":" + arrow.label()))
        .sorted()
        .toList();
  }

  static List<String> names(Diagram diagram) {
    return diagram.boxes().stream().map(Box::name).sorted().toList();
  }
}
