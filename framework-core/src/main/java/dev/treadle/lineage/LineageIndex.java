package dev.treadle.lineage;

import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The lineage of a whole store in memory, for questions of any depth: about 100 bytes an artifact version. Thread-safe.
 *
 * <p>A version has one producer: the step run whose output edge is the oldest. A cached step run has output edges to versions
 * that exist already; these are not followed in either direction. So lineage through a cached step leads to the step run that
 * computed the result, once, and no version descends from what was read after it was made. All input roles are followed, unused
 * ones too, as too many ancestors are a smaller error than one too few.
 */
public final class LineageIndex {
  private final IdTable ids = new IdTable();
  private final BitSet stepRuns = new BitSet();
  private final BitSet produced = new BitSet();
  private final Adjacency upstream = new Adjacency();
  private final Adjacency downstream = new Adjacency();
  private long position;

  /** Takes in the edges made since the last call; all of them at the first. */
  public synchronized void refresh(MetadataQueries queries) {
    position = queries.forEachEdge(position, this::add);
  }

  synchronized void add(Edge edge) {
    int step = ids.add(edge.stepRun());
    int version = ids.add(edge.version());
    stepRuns.set(step);
    if (!edge.role().isOutput()) {
      link(version, step);
    } else if (!produced.get(version)) {
      produced.set(version);
      link(step, version);
    }
  }

  /** How many versions are upstream or downstream of one, itself not counted. */
  public synchronized int count(UUID version, Direction direction) {
    int start = ids.find(version);
    if (start == IdTable.ABSENT) {
      return 0;
    }
    BitSet reached = Sweep.from(start, direction, links(direction), ids.size());
    reached.andNot(stepRuns);
    return reached.cardinality() - 1;
  }

  /** What is reached from a version by at most {@code depth} step runs one after the other. */
  synchronized Reach reach(UUID version, Direction direction, int depth) {
    int start = ids.find(version);
    if (start == IdTable.ABSENT) {
      return new Reach(Set.of(version), Set.of(), false);
    }
    if (depth == Lineage.ALL) {
      BitSet reached = Sweep.from(start, direction, links(direction), ids.size());
      return reach(reached.stream(), false);
    }
    Walk walk = Walk.from(start, links(direction), ids.size(), 2L * depth);
    return reach(walk.nodes(), walk.truncated());
  }

  private Reach reach(IntStream nodes, boolean truncated) {
    Set<UUID> versions = new HashSet<>();
    Set<UUID> steps = new HashSet<>();
    nodes.forEach(node -> (stepRuns.get(node) ? steps : versions).add(ids.id(node)));
    return new Reach(versions, steps, truncated);
  }

  private Adjacency links(Direction direction) {
    return direction == Direction.UPSTREAM ? upstream : downstream;
  }

  private void link(int from, int to) {
    downstream.add(from, to);
    upstream.add(to, from);
  }
}
