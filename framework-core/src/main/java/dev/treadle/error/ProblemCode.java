package dev.treadle.error;

/**
 * A stable code for one kind of problem. Each module keeps its codes in one enum; a number is never re-used.
 *
 * <p>Families: {@code STEP}, {@code PARAM}, {@code MAT} 1xx, {@code GRAPH}, {@code RUN} 2xx, {@code STACK} 3xx,
 * {@code ART} 4xx, {@code MODEL} 5xx, {@code SECRET} 6xx, {@code STORE} 7xx, {@code CLI} 8xx, {@code BUG} 000.
 *
 * @since 0.1
 */
public interface ProblemCode {

  /** The code as printed, such as {@code STEP-104}. */
  String code();

  /** Whose move it is. */
  ErrorKind kind();

  /** The exit code of a command that ends with this problem. */
  int exitCode();

  /** One or two sentences on what the problem means and how it is mended, without the values of a case. */
  String explanation();
}
