package dev.treadle.metadata;

import java.util.UUID;

/** What tags, notes and facts hang on. */
public record Holder(HolderKind kind, UUID id) {

  public static Holder ofRun(UUID id) {
    return new Holder(HolderKind.RUN, id);
  }

  public static Holder ofStep(UUID stepRun) {
    return new Holder(HolderKind.STEP_RUN, stepRun);
  }

  public static Holder ofVersion(UUID id) {
    return new Holder(HolderKind.VERSION, id);
  }
}
