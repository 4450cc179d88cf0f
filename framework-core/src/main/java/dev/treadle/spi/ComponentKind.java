package dev.treadle.spi;

import java.util.Locale;

/**
 * What a component is for. A stack has at most one component of a kind, except for trackers and alerters.
 *
 * @since 0.1
 */
public enum ComponentKind {
  ORCHESTRATOR,
  ARTIFACT_STORE,
  EXPERIMENT_TRACKER,
  LOG_STORE,
  ALERTER,
  SECRET_STORE;

  /** The word used in configuration files, such as {@code artifact-store}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
