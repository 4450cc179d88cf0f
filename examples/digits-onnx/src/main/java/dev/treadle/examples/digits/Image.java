package dev.treadle.examples.digits;

/** An image of 8 × 8 pixels, row by row, from 0 (white) to 16 (black), and the digit that it shows. */
public record Image(int[] pixels, int digit) {
  static final int SIDE = 8;
  static final int BLACK = 16;
}
