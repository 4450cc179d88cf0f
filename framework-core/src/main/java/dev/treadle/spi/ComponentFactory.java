package dev.treadle.spi;

/**
 * Makes components of one kind and flavor. Found through {@link java.util.ServiceLoader}; needs a public no-argument
 * constructor, which must be cheap: every factory on the class path is made when a stack is read.
 *
 * <p>The settings are a record, bound from configuration before {@link #create} is called: the key of a component is its
 * name in kebab-case ({@code endpointUrl} is {@code endpoint-url}), an absent key is null, an unknown key is refused with
 * a hint at a near name. The record checks its values in its constructor.
 *
 * @param <S> the settings
 * @since 0.1
 */
public interface ComponentFactory<S extends Record> {

  /** What the components it makes are for. */
  ComponentKind kind();

  /** The implementation's name in configuration, unique within the kind: {@code [a-z][a-z0-9-]*}. */
  String flavor();

  /**
   * Whether a component of it works without settings, services or credentials, so that it may be part of the stack that
   * every project has from the start. Default false. At most one flavor of a kind on a class path says so.
   */
  default boolean embedded() {
    return false;
  }

  /** The record that settings are bound to. */
  Class<S> settings();

  /**
   * Makes a component that is ready for use. Called once for each component of a process.
   *
   * @throws dev.treadle.error.TreadleException when the settings cannot work or the place they name cannot be used
   */
  StackComponent create(S settings, ComponentContext context);
}
