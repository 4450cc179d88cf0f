package dev.treadle.run;

import dev.treadle.metadata.NewVersion;

/** An output that is stored and not yet published. */
record StoredOutput(NewVersion version, Produced produced) {}
