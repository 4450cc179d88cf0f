package dev.treadle.examples.digits;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A model in ONNX Runtime. */
final class OnnxModel {
  private OnnxModel() {}

  /** The scores of each row of inputs. */
  static float[][] scores(Path file, List<float[]> rows) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = environment.createSession(file.toString(), options);
          OnnxTensor input = OnnxTensor.createTensor(environment, rows.toArray(float[][]::new));
          OrtSession.Result result =
              session.run(Map.of(session.getInputNames().iterator().next(), input))) {
        return (float[][]) result.get(0).getValue();
      }
    }
  }
}
