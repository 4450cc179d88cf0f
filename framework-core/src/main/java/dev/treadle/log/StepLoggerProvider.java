package dev.treadle.log;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * An SLF4J provider for processes that have none of their own, so that what libraries log in a step reaches the step's log.
 * It is not registered as a service: {@link #useWhenAlone} names it in SLF4J's system property.
 */
public final class StepLoggerProvider implements SLF4JServiceProvider {
  private static final String PROPERTY = "slf4j.provider";

  private final ConcurrentHashMap<String, StepLogger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context = new NOPMDCAdapter();

  /** Makes this the provider if the class path has no other. To be called before SLF4J is first used. */
  public static void useWhenAlone(ClassLoader loader) {
    boolean another =
        loader.getResource("META-INF/services/" + SLF4JServiceProvider.class.getName()) != null;
    if (!another) {
      use();
    }
  }

  /** Makes this the provider where it is known that there is no other, unless somebody has named one. */
  public static void use() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, StepLoggerProvider.class.getName());
      System.setProperty("slf4j.internal.verbosity", "WARN");
    }
  }

  /**
   * Keeps off the console what Hibernate and Flyway tell of their start, when this is the provider: then nobody has configured
   * logging. To be called before they are.
   */
  public static void quietLibraries() {
    if (StepLoggerProvider.class.getName().equals(System.getProperty(PROPERTY))) {
      Libraries.LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
  }

  /** Apart, because the first logger of the JDK's takes its time. Kept from collection. */
  private static final class Libraries {
    static final List<Logger> LOGGERS =
        List.of(Logger.getLogger("org.hibernate"), Logger.getLogger("org.flywaydb"));
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> loggers.computeIfAbsent(name, StepLogger::new);
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}
}
