package dev.treadle.cli.error;

import static dev.treadle.error.ErrorKind.EXTERNAL;
import static dev.treadle.error.ErrorKind.USER;

import dev.treadle.error.ErrorKind;
import dev.treadle.error.ProblemCode;

/** The codes of the command line. Append; never re-use a number; 806 is gone. */
public enum CliProblem implements ProblemCode {
  USAGE("CLI-800", USER, 2, "The command was not understood. See its --help."),
  NO_PROJECT("CLI-801", USER, 3, "There is no project here: no treadle.yaml and no pom.xml."),
  BUILD_FAILED("CLI-802", USER, 4, "The project's own build failed. Its output says why."),
  PIPELINE_CRASHED(
      "CLI-803",
      EXTERNAL,
      1,
      "The pipeline's process ended before its run did, by itself or killed."),
  OUTPUT_FAILED("CLI-804", EXTERNAL, 7, "The output could not be written. The disk may be full."),
  UNREADABLE_CLASSES("CLI-805", USER, 4, "Class files or jars of the project cannot be read."),
  UNKNOWN_TEMPLATE("CLI-810", USER, 3, "There is no such template to begin a project with."),
  INVALID_NAME("CLI-811", USER, 2, "A project or its package cannot have that name."),
  CONDITION_MET("CLI-820", USER, 9, "The condition of --fail-if is met."),
  NOT_CONFIRMED(
      "CLI-830", USER, 2, "Nothing was deleted, as nobody said yes. Give --yes to say so."),
  EXISTS(
      "CLI-831",
      USER,
      6,
      "What would be written exists already. Treadle overwrites nothing of yours."),
  WAIT_TIMED_OUT("CLI-840", EXTERNAL, 8, "What was waited for did not happen in time."),
  NOT_THERE("CLI-832", USER, 3, "What should be taken away is not there."),
  UNKNOWN_TOPIC("CLI-807", USER, 3, "There is no such command or topic to explain.");

  private final String code;
  private final ErrorKind kind;
  private final int exitCode;
  private final String explanation;

  CliProblem(String code, ErrorKind kind, int exitCode, String explanation) {
    this.code = code;
    this.kind = kind;
    this.exitCode = exitCode;
    this.explanation = explanation;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }

  @Override
  public int exitCode() {
    return exitCode;
  }

  @Override
  public String explanation() {
    return explanation;
  }
}
