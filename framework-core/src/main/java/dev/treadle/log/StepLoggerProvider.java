package dev.treadle.log;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
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

  /** What Treadle itself uses tells its start-up to the console where nobody has configured logging. Kept from collection. */
  private static final List<Logger> QUIET =
      Stream.of("org.hibernate", "org.flywaydb").map(Logger::getLogger).toList();

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
      QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
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
