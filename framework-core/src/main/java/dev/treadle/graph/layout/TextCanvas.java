package dev.treadle.graph.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Characters of a drawing. Lines belong to nets, and lines of different nets may only cross: a level one then passes below an
 * upright one. Whatever else meets makes the drawing faulty, as nobody could tell what leads where.
 */
final class TextCanvas {
  static final int LEFT = 1;
  static final int RIGHT = 2;
  static final int UP = 4;
  static final int DOWN = 8;
  private static final int LEVEL = LEFT | RIGHT;
  private static final int UPRIGHT = UP | DOWN;
  // By the sum of the directions.
  private static final String LINES = " ───│┘└┴│┐┌┬│┤├┼";
  private static final int TEXT = -1;

  private final char[][] characters;
  private final int[][] nets;
  private final byte[][] directions;
  private int crossings;
  private boolean faulty;

  TextCanvas(int width, int height) {
    characters = new char[height][width];
    nets = new int[height][width];
    directions = new byte[height][width];
    for (char[] row : characters) {
      Arrays.fill(row, ' ');
    }
  }

  boolean isFaulty() {
    return faulty;
  }

  /** There was no room for something. */
  void fault() {
    faulty = true;
  }

  int crossings() {
    return crossings;
  }

  void text(int x, int y, String text) {
    for (int i = 0; i < text.length(); i++) {
      faulty |= characters[y][x + i] != ' ' && nets[y][x + i] == TEXT;
      characters[y][x + i] = text.charAt(i);
      nets[y][x + i] = TEXT;
    }
  }

  /** An arrow's head or label on a line of the net, nets counting from 1. */
  void mark(int net, int x, int y, String text) {
    for (int i = 0; i < text.length(); i++) {
      faulty |= nets[y][x + i] != 0 && nets[y][x + i] != net;
      faulty |= (directions[y][x + i] & UPRIGHT) == UPRIGHT;
      nets[y][x + i] = TEXT;
      characters[y][x + i] = text.charAt(i);
    }
  }

  /** A level line, both ends included; {@code ends} says in which directions the ends go on. */
  void level(int net, int from, int to, int y, int ends) {
    for (int x = from; x <= to; x++) {
      int open = (x > from ? LEFT : ends & LEFT) | (x < to ? RIGHT : ends & RIGHT);
      add(net, x, y, open);
    }
  }

  void upright(int net, int x, int from, int to) {
    for (int y = from; y <= to; y++) {
      add(net, x, y, (y > from ? UP : 0) | (y < to ? DOWN : 0));
    }
  }

  private void add(int net, int x, int y, int more) {
    if (more == 0) {
      return;
    }
    int there = directions[y][x];
    if (nets[y][x] == 0 || nets[y][x] == net) {
      nets[y][x] = net;
      directions[y][x] = (byte) (there | more);
      characters[y][x] = LINES.charAt(there | more);
    } else if (nets[y][x] > 0
        && ((there == LEVEL && more == UPRIGHT) || (there == UPRIGHT && more == LEVEL))) {
      nets[y][x] = TEXT;
      directions[y][x] = UPRIGHT;
      characters[y][x] = '│';
      crossings++;
    } else {
      faulty = true;
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (char[] row : characters) {
      lines.add(new String(row).stripTrailing());
    }
    return lines;
  }
}
