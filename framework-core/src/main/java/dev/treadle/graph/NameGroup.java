package dev.treadle.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The nodes of one pipeline among those of the pipelines that include it; names are given out in each on its own. */
final class NameGroup {
  private final String prefix;
  private final List<RecordedNode> nodes = new ArrayList<>();
  private final Map<String, Integer> included = new HashMap<>();
  private final Map<String, RecordedNode> byLocalName = new HashMap<>();

  NameGroup(String prefix) {
    this.prefix = prefix;
  }

  void add(RecordedNode node) {
    nodes.add(node);
  }

  /** The group of a pipeline included here: {@code churn.}, the next time {@code churn-2.}. */
  NameGroup include(String pipeline) {
    int count = included.merge(pipeline, 1, Integer::sum);
    return new NameGroup(prefix + pipeline + (count == 1 ? "." : "-" + count + "."));
  }

  Optional<RecordedNode> find(String localName) {
    return Optional.ofNullable(byLocalName.get(localName));
  }

  Set<String> localNames() {
    return byLocalName.keySet();
  }

  /** Given names first, then default ones with the first free number in the order of definition. */
  void assignNames(UnaryOperator<String> names) {
    var taken = new HashSet<String>();
    for (var node : nodes) {
      if (node.given != null) {
        taken.add(node.given);
        assign(node, node.given);
      }
    }
    var numbers = new HashMap<String, Integer>();
    for (var node : nodes) {
      if (node.given == null) {
        assign(node, free(local(node.defaultName(names)), taken, numbers));
      }
    }
  }

  private static String free(String base, Set<String> taken, Map<String, Integer> numbers) {
    while (true) {
      int number = numbers.merge(base, 1, Integer::sum);
      var name = number == 1 ? base : base + "-" + number;
      if (taken.add(name)) {
        return name;
      }
    }
  }

  private void assign(RecordedNode node, String localName) {
    byLocalName.putIfAbsent(localName, node);
    node.name(prefix + localName);
  }

  private String local(String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }
}
