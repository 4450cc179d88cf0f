package dev.treadle.api.data;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a secret, never its value. It may stand in parameters and settings: what is recorded, hashed and
 * compared is the reference. The value is looked up by {@link #reveal} each time, on the machine that runs the step.
 *
 * @since 0.1
 */
public final class Secret {

  private static final String ENVIRONMENT = "env:";
  private static final String NAMED = "secret:";
  private static final List<SecretResolver> RESOLVERS = new CopyOnWriteArrayList<>();

  private final String reference;

  private Secret(String reference) {
    this.reference = reference;
  }

  /** The secret that the environment variable holds. */
  public static Secret fromEnvironment(String variable) {
    return new Secret(ENVIRONMENT + checked(variable));
  }

  /** The secret of this name in the project's secret store. */
  public static Secret named(String name) {
    return new Secret(NAMED + checked(name));
  }

  /**
   * Reads a reference as {@link #reference} writes it.
   *
   * @throws IllegalArgumentException when the text is not a reference; the text is not repeated in the message, as it
   *     may be the secret itself
   */
  @JsonCreator
  public static Secret parse(String reference) {
    if (reference.startsWith(ENVIRONMENT)) {
      return fromEnvironment(reference.substring(ENVIRONMENT.length()));
    }
    if (reference.startsWith(NAMED)) {
      return named(reference.substring(NAMED.length()));
    }
    throw new IllegalArgumentException(
        "A secret is given by reference, as env:VARIABLE or secret:NAME, not by its value");
  }

  /**
   * Makes a resolver known to the whole process until the registration is closed. The newest is asked first. Treadle
   * registers the project's secret store; tests register what they need.
   */
  public static Registration resolveWith(SecretResolver resolver) {
    RESOLVERS.add(0, resolver);
    return () -> RESOLVERS.remove(resolver);
  }

  /** The reference: {@code env:VARIABLE} or {@code secret:NAME}. */
  @JsonValue
  public String reference() {
    return reference;
  }

  /**
   * Looks the value up.
   *
   * @throws NoSuchElementException when the variable is not set or no resolver knows the name
   */
  public String reveal() {
    if (reference.startsWith(ENVIRONMENT)) {
      var variable = reference.substring(ENVIRONMENT.length());
      return Optional.ofNullable(System.getenv(variable))
          .orElseThrow(() -> new NoSuchElementException(
              "The environment variable %s of a secret is not set. Set it where the step runs"
                  .formatted(variable)));
    }
    var name = reference.substring(NAMED.length());
    return RESOLVERS.stream()
        .flatMap(resolver -> resolver.resolve(name).stream())
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(
            "There is no secret named %s where the step runs, or nothing there that can look it up. A secret of the environment is named %s<VARIABLE>"
                .formatted(name, ENVIRONMENT)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && secret.reference.equals(reference);
  }

  @Override
  public int hashCode() {
    return reference.hashCode();
  }

  /** Always {@code ***}. */
  @Override
  public String toString() {
    return "***";
  }

  private static String checked(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of a secret is blank");
    }
    return name;
  }

  /**
   * Ends what {@link #resolveWith} began.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {

    @Override
    void close();
  }
}
