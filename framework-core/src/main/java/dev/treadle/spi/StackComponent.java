package dev.treadle.spi;

import java.util.Set;

/**
 * One configured part of a stack, such as the artifact store that a project uses. Made by a {@link ComponentFactory},
 * used by many threads at once, closed once.
 *
 * @since 0.1
 */
public interface StackComponent extends AutoCloseable {

  /** The name that the user gave it, as in messages and on the command line. */
  String name();

  /** Which implementation it is, such as {@code local}; the same as its factory's. */
  String flavor();

  /** What it can do beyond its interface. The set never changes. */
  Set<Capability> capabilities();

  /** Gives back what it holds. Closing twice does nothing; other calls after it are not defined. */
  @Override
  void close();
}
