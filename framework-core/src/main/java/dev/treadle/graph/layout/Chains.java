package dev.treadle.graph.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Links cut into pieces from one layer to the next: a virtual vertex stands in each layer that a link passes. A link over very
 * many layers is not cut, as a few such would outnumber everything else; it is led around all layers.
 */
final class Chains {
  private static final int LONGEST = 12;

  private final int real;
  private final int[][] byLink;
  private final int[] ranks;
  private final List<Link> pieces;
  private final Neighbours into;
  private final Neighbours outOf;

  private Chains(int real, int[][] byLink, int[] ranks, List<Link> pieces) {
    this.real = real;
    this.byLink = byLink;
    this.ranks = ranks;
    this.pieces = pieces;
    this.into = Neighbours.indexesByEnd(ranks.length, pieces);
    this.outOf = Neighbours.indexesByStart(ranks.length, pieces);
  }

  static Chains of(List<Link> links, int[] ranks) {
    int[][] byLink = new int[links.size()][];
    List<Integer> virtual = new ArrayList<>();
    List<Link> pieces = new ArrayList<>(links.size());
    for (int i = 0; i < byLink.length; i++) {
      Link link = links.get(i);
      int span = ranks[link.to()] - ranks[link.from()];
      if (span > LONGEST) {
        byLink[i] = new int[] {link.from(), link.to()};
        continue;
      }
      byLink[i] = new int[span + 1];
      byLink[i][0] = link.from();
      for (int k = 1; k <= span; k++) {
        byLink[i][k] = k == span ? link.to() : ranks.length + virtual.size();
        if (k < span) {
          virtual.add(ranks[link.from()] + k);
        }
        pieces.add(new Link(
            byLink[i][k - 1],
            byLink[i][k],
            k == 1 ? link.fromDy() : 0,
            k == span ? link.toDy() : 0,
            0));
      }
    }
    int[] all = new int[ranks.length + virtual.size()];
    System.arraycopy(ranks, 0, all, 0, ranks.length);
    for (int i = 0; i < virtual.size(); i++) {
      all[ranks.length + i] = virtual.get(i);
    }
    return new Chains(ranks.length, byLink, all, pieces);
  }

  /** How many vertices there are, the virtual ones included. */
  int size() {
    return ranks.length;
  }

  int rank(int vertex) {
    return ranks[vertex];
  }

  boolean isVirtual(int vertex) {
    return vertex >= real;
  }

  List<Link> pieces() {
    return pieces;
  }

  /** The indexes of the pieces that end at a vertex. */
  int[] piecesInto(int vertex) {
    return into.of(vertex);
  }

  /** The indexes of the pieces that start at a vertex. */
  int[] piecesOutOf(int vertex) {
    return outOf.of(vertex);
  }

  /** The vertices along a link. */
  int[] along(int link) {
    return byLink[link];
  }

  /** Whether the link is led around all layers. */
  boolean isLong(int link) {
    int[] chain = byLink[link];
    return chain.length == 2 && ranks[chain[1]] - ranks[chain[0]] > 1;
  }
}
