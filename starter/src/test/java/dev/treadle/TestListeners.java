package dev.treadle;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunEvent.StepEnded;
import dev.treadle.api.run.RunListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listeners that pipelines of tests name. */
public final class TestListeners {
  static final List<RunEvent> heard = new CopyOnWriteArrayList<>();
  /** For each step that ended, how many step runs the store then had that had ended so. */
  static final List<Long> publishedBefore = new CopyOnWriteArrayList<>();

  static volatile Workspace workspace;

  private TestListeners() {}

  static void reset(Workspace of) {
    heard.clear();
    publishedBefore.clear();
    workspace = of;
  }

  /** Hears all. */
  public static final class Hearing implements RunListener {
    @Override
    public void on(RunEvent event) {
      heard.add(event);
      if (event instanceof StepEnded ended) {
        publishedBefore.add(workspace.metadata().queries().steps(ended.run()).stream()
            .filter(step -> step.step().equals(ended.step()) && step.status() == ended.status())
            .count());
      }
    }
  }

  /** Throws at everything. */
  public static final class Failing implements RunListener {
    @Override
    public void on(RunEvent event) {
      throw new IllegalStateException("no mail server");
    }
  }

  /** Cannot be made. */
  public static final class Unmade implements RunListener {
    public Unmade() {
      throw new IllegalStateException("no settings");
    }

    @Override
    public void on(RunEvent event) {}
  }
}
