package dev.treadle.event;

/** Hears what a run tells. Called by one thread at a time, in order; an exception is logged and harmless. */
@FunctionalInterface
public interface RunListener {

  void on(RunEvent event);
}
