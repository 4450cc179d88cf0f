package dev.treadle.run;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import dev.treadle.run.attempt.LogArchive;
import dev.treadle.run.attempt.RunServices;
import dev.treadle.run.attempt.StoredLogs;
import dev.treadle.run.process.StepEntrypoint;
import dev.treadle.run.value.ExternalData;
import dev.treadle.run.value.StoredValues;
import dev.treadle.run.value.ValueStore;

/** Binds what runs need; the stores, the stack, the clock and ids come from elsewhere. */
public final class RunModule extends AbstractModule {

  @Override
  protected void configure() {
    bind(ValueStore.class).to(StoredValues.class);
    bind(StoredValues.class).in(Singleton.class);
    bind(LogArchive.class).to(StoredLogs.class);
    bind(StoredLogs.class).in(Singleton.class);
    bind(ExternalData.class).in(Singleton.class);
    bind(RunServices.class).in(Singleton.class);
    bind(RunLauncher.class).in(Singleton.class);
    bind(StepEntrypoint.class).in(Singleton.class);
  }
}
