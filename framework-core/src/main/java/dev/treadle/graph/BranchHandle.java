package dev.treadle.graph;

import dev.treadle.api.Branch;

final class BranchHandle implements Branch {
  private final GraphRecorder recorder;
  private final RecordedBranch branch;

  BranchHandle(GraphRecorder recorder, RecordedBranch branch) {
    this.recorder = recorder;
    this.branch = branch;
  }

  @Override
  public Branch named(String name) {
    branch.given = name;
    return this;
  }

  @Override
  public Branch then(Runnable body) {
    recorder.side(branch, true, body);
    return this;
  }

  @Override
  public Branch otherwise(Runnable body) {
    recorder.side(branch, false, body);
    return this;
  }
}
