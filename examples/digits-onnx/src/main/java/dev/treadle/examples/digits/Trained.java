package dev.treadle.examples.digits;

import dev.treadle.api.Outputs;
import java.nio.file.Path;

/** A model twice: as a file for any engine that reads ONNX, and as plain numbers. */
public record Trained(Path onnx, Linear linear) implements Outputs {}
