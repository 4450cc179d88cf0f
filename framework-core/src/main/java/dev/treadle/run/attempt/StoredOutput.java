package dev.treadle.run.attempt;

import dev.treadle.metadata.NewVersion;
import dev.treadle.run.value.Produced;

/** An output that is stored and not yet published. */
public record StoredOutput(NewVersion version, Produced produced) {}
