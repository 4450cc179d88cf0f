package dev.treadle.run;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

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
