package dev.treadle.examples.penguins;

import dev.treadle.api.Outputs;
import java.util.List;

/** Rows to learn from and rows to be judged by: two artifacts. */
public record Split(List<Penguin> train, List<Penguin> test) implements Outputs {}
