package dev.treadle.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How failed attempts of a step are tried again: {@code Retry.times(3).withDelay(Duration.ofSeconds(2)).on(IOException.class)}.
 *
 * <p>The pause before the first retry is {@code delay}, each further one {@code factor} times as long, none longer than
 * {@code maxDelay}; {@code jitter} then shortens each by a random part of up to that share, so that many items do not
 * come back in the same moment. Without a delay retries follow at once.
 *
 * <p>Only failures of the step itself count: what its method throws, values that cannot be loaded or stored, a timeout (which
 * the lists below know as {@link java.util.concurrent.TimeoutException}). An attempt that is lost for a reason outside of it, such as
 * a process that the system killed, is tried again on another account, up to three times.
 *
 * @param times how many retries may follow the first attempt; 0 to 100
 * @param delay the pause before the first retry; not negative
 * @param factor what each further pause is multiplied by; 1 to 100
 * @param maxDelay the longest pause; not negative
 * @param jitter the share of a pause that chance may take away; 0 to 1
 * @param on the classes of exceptions that are tried again, subclasses included; empty for all
 * @param abortOn the classes of exceptions that are not, even if {@code on} names them
 * @since 0.1
 */
public record Retry(
    int times,
    Duration delay,
    double factor,
    Duration maxDelay,
    double jitter,
    List<String> on,
    List<String> abortOn) {
  /** No retries. */
  public static final Retry NONE = times(0);

  public Retry {
    on = List.copyOf(on);
    abortOn = List.copyOf(abortOn);
  }

  /** So many retries, on every failure, without a pause; with a delay pauses double up to five minutes. */
  public static Retry times(int times) {
    return new Retry(times, Duration.ZERO, 2, Duration.ofMinutes(5), 0, List.of(), List.of());
  }

  /** The same so many times. */
  public Retry withTimes(int other) {
    return new Retry(other, delay, factor, maxDelay, jitter, on, abortOn);
  }

  /** The same with a pause before the first retry. */
  public Retry withDelay(Duration other) {
    return new Retry(times, other, factor, maxDelay, jitter, on, abortOn);
  }

  /** The same with pauses that grow by another factor; 1 keeps them equal. */
  public Retry withFactor(double other) {
    return new Retry(times, delay, other, maxDelay, jitter, on, abortOn);
  }

  /** The same with another longest pause. */
  public Retry withMaxDelay(Duration other) {
    return new Retry(times, delay, factor, other, jitter, on, abortOn);
  }

  /** The same with pauses that chance shortens by up to that share. */
  public Retry withJitter(double other) {
    return new Retry(times, delay, factor, maxDelay, other, on, abortOn);
  }

  /** The same for these exceptions only. */
  @SafeVarargs
  public final Retry on(Class<? extends Throwable> first, Class<? extends Throwable>... more) {
    return new Retry(times, delay, factor, maxDelay, jitter, names(first, more), abortOn);
  }

  /** The same, giving up at these exceptions. */
  @SafeVarargs
  public final Retry abortOn(Class<? extends Throwable> first, Class<? extends Throwable>... more) {
    return new Retry(times, delay, factor, maxDelay, jitter, on, names(first, more));
  }

  @SafeVarargs
  private static List<String> names(
      Class<? extends Throwable> first, Class<? extends Throwable>... more) {
    String[] names = new String[more.length + 1];
    names[0] = first.getName();
    Arrays.setAll(names, i -> i == 0 ? first.getName() : more[i - 1].getName());
    return List.of(names);
  }
}
