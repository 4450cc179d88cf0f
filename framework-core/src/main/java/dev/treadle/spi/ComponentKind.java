package dev.treadle.spi;

import java.util.Locale;

/**
 * What a component is for. A stack has at most one component of a kind, except for trackers and alerters.
 *
 * @since 0.1
 */
public enum ComponentKind {
  /** Runs attempts of steps: {@link Orchestrator}. */
  ORCHESTRATOR,
  /** Holds bytes: {@link ArtifactStore}. */
  ARTIFACT_STORE,
  /** Mirrors parameters and metrics elsewhere. */
  EXPERIMENT_TRACKER,
  /** Holds the logs of steps. */
  LOG_STORE,
  /** Tells people of what happened. */
  ALERTER,
  /** Resolves references to secrets. */
  SECRET_STORE;

  /** The word used in configuration files, such as {@code artifact-store}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
