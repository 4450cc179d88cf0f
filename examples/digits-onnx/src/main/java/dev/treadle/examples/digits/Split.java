package dev.treadle.examples.digits;

import dev.treadle.api.Outputs;
import java.util.List;

/** Images to learn from and images to be judged by. */
public record Split(List<Image> train, List<Image> test) implements Outputs {}
