package dev.treadle.error;

import static dev.treadle.error.ErrorKind.CONFIGURATION;
import static dev.treadle.error.ErrorKind.EXTERNAL;
import static dev.treadle.error.ErrorKind.INTERNAL;
import static dev.treadle.error.ErrorKind.USER;

/**
 * The codes of framework-core. Append within a family; never re-use a number.
 *
 * @since 0.1
 */
public enum CoreProblem implements ProblemCode {
  // STEP: the step method and its class
  STEP_FAILED(
      "STEP-100",
      USER,
      1,
      "The step's own code threw an exception. The cause is the user's exception."),
  STEP_LAMBDA(
      "STEP-101",
      USER,
      4,
      "A lambda was passed where a method reference is needed. Write Type::method."),
  STEP_UNREADABLE_REFERENCE(
      "STEP-102",
      USER,
      4,
      "The compiler left no readable method reference. Use StepRef.of(Type.class, \"method\")."),
  STEP_CLOSED_MODULE(
      "STEP-103", USER, 4, "The step's module is not open to Treadle. Add the opens directive."),
  STEP_NOT_ANNOTATED(
      "STEP-104", USER, 4, "The method is not annotated with @Step. Add the annotation."),
  STEP_BOUND_RECEIVER(
      "STEP-105",
      USER,
      4,
      "A reference bound to an instance loses its state in another process. Bind the receiver with with()."),
  STEP_CLASS_UNUSABLE(
      "STEP-106",
      USER,
      4,
      "The step's class is local, anonymous, inner or not public. Make it a public top-level or nested class."),
  STEP_METHOD_UNUSABLE(
      "STEP-107",
      USER,
      4,
      "The step method is not public, is varargs, generic or overloaded, or its context is not first."),
  STEP_NOT_FOUND(
      "STEP-108", USER, 4, "No such step method. The class was changed, or the name is misspelt."),
  STEP_UNBOUND_INPUT(
      "STEP-109",
      USER,
      4,
      "An input of the step is not bound, or bound twice, or has no such name."),
  STEP_OPTION_RANGE(
      "STEP-110", USER, 4, "A retry, timeout or resource option is out of its range."),
  STEP_RECEIVER_UNUSABLE(
      "STEP-111", USER, 4, "The receiver of a step class must be a record or have a materializer."),
  STEP_TIMEOUT("STEP-112", USER, 1, "The step ran longer than its timeout."),
  STEP_CANCELLED("STEP-113", USER, 130, "The step was cancelled with its run."),
  STEP_PARAMETER_NAMES(
      "STEP-114",
      USER,
      4,
      "The class keeps no parameter names. Compile with -parameters, or use @Named."),
  STEP_LOST(
      "STEP-117",
      EXTERNAL,
      1,
      "The process of an attempt ended from outside: it was killed, or its machine was lost."),
  STEP_LISTENER(
      "STEP-116",
      USER,
      4,
      "A listener's class is not public, or has no public constructor without parameters."),
  STEP_OUTPUTS("STEP-115", USER, 4, "Outputs is implemented by a type that is not a record."),
  // PARAM
  PARAM_INVALID("PARAM-110", USER, 2, "A parameter is unknown, missing or not of its type."),
  PARAM_LITERAL(
      "PARAM-111",
      USER,
      4,
      "A literal does not survive a round trip through JSON. Pass it as an artifact or a record."),
  PARAM_TYPE("PARAM-112", USER, 4, "The pipeline's parameter type is not a record."),
  // CONFIG: settings of projects and users
  CONFIG_SETTING(
      "CONFIG-160",
      CONFIGURATION,
      4,
      "A setting in treadle.yaml, the user's file or a TREADLE_ variable is unknown or has no such value."),
  // MAT: materializers
  MAT_NONE("MAT-130", USER, 4, "There is no materializer for a type that a step returns or takes."),
  MAT_WRITE("MAT-131", USER, 1, "A value could not be stored by its materializer."),
  MAT_READ("MAT-132", USER, 1, "A stored value could not be read as the wanted type."),
  MAT_FORBIDDEN_CLASS(
      "MAT-133", USER, 1, "A stored stream names a class that the declared type does not allow."),
  MAT_TOO_DEEP("MAT-134", USER, 1, "The object graph is too deep to be stored."),
  // GRAPH
  GRAPH_EMPTY("GRAPH-200", USER, 4, "The pipeline has no steps."),
  GRAPH_DUPLICATE_NAME(
      "GRAPH-201", USER, 4, "Two nodes have the same name. Give one of them another by named()."),
  GRAPH_NAME("GRAPH-202", USER, 4, "The name is not allowed for a node, an output or a pipeline."),
  GRAPH_SCOPE("GRAPH-203", USER, 4, "A handle is used outside the map or branch that made it."),
  GRAPH_FOREIGN_HANDLE(
      "GRAPH-204", USER, 4, "A handle of another pipeline definition is used here."),
  GRAPH_DUPLICATE_OUTPUT("GRAPH-205", USER, 4, "Two outputs are published under the same name."),
  GRAPH_OUTPUT_COMPONENT("GRAPH-206", USER, 4, "get() was not given a record accessor."),
  GRAPH_DEFINE_FAILED("GRAPH-207", USER, 4, "The pipeline's define method threw an exception."),
  GRAPH_UNSUPPORTED(
      "GRAPH-208", CONFIGURATION, 4, "The orchestrator cannot do what the graph needs."),
  GRAPH_FORMAT(
      "GRAPH-209",
      CONFIGURATION,
      4,
      "The graph was written in a format that this version does not know."),
  GRAPH_UNREACHABLE("GRAPH-210", USER, 4, "A branch can never run."),
  GRAPH_LIST_EXPECTED("GRAPH-211", USER, 4, "A map needs a list."),
  GRAPH_NESTED_MAP("GRAPH-212", USER, 4, "A map is inside another map. One level is supported."),
  GRAPH_NO_RESULT("GRAPH-213", USER, 4, "The body of a map or a side of either() gave no handle."),
  GRAPH_ORDER("GRAPH-214", USER, 4, "A step waits for itself or for a step recorded after it."),
  GRAPH_TYPE(
      "GRAPH-215", USER, 4, "A value does not fit the type of the input that it is bound to."),
  GRAPH_UNKNOWN_STEP("GRAPH-216", USER, 4, "The included pipeline has no step of that name."),
  // RUN
  RUN_FAILED("RUN-200", USER, 1, "A step of the run failed."),
  RUN_NO_PIPELINE("RUN-201", USER, 3, "There is no pipeline of that name."),
  RUN_NOT_FOUND("RUN-202", USER, 3, "There is no such run."),
  RUN_TIMEOUT("RUN-207", USER, 1, "The run took longer than its timeout."),
  RUN_CANCELLED("RUN-203", USER, 130, "The run was cancelled."),
  RUN_PIPELINE_CLASS(
      "RUN-204",
      USER,
      4,
      "The pipeline class cannot be used: it is not public, abstract or has no public no-argument constructor."),
  RUN_STEP_NOT_FOUND("RUN-205", USER, 3, "The run has no step of that name."),
  RUN_AMBIGUOUS("RUN-206", USER, 2, "The reference fits more than one thing."),
  RUN_CONDITION(
      "RUN-208",
      USER,
      2,
      "A condition on metrics cannot be understood, or names a metric that the run does not have."),
  RUN_TAKEN_OVER("RUN-231", EXTERNAL, 6, "Another process has taken the run over."),
  RUN_STATE("RUN-232", USER, 6, "The state of the run does not allow that."),
  RUN_CHANGED("RUN-233", USER, 6, "The pipeline is not what it was when the run began."),
  RUN_NOT_ENDED("RUN-230", USER, 6, "The run has not ended, so it is not deleted."),
  RUN_SELECTION("RUN-240", USER, 2, "The steps to execute cannot be chosen in that way."),
  RUN_RESULT_MISSING(
      "RUN-241",
      USER,
      3,
      "A step that is not executed has no result in an earlier run that could stand in for it."),
  RUN_STEP_SKIPPED(
      "RUN-242",
      USER,
      6,
      "A step cannot be tried, as with the results of that run a branch goes the other way."),
  // STACK
  STACK_MISSING_COMPONENT(
      "STACK-300", CONFIGURATION, 4, "A component of the stack is not on the class path."),
  STACK_SETTING(
      "STACK-301", CONFIGURATION, 4, "A setting of a component is unknown or not of its type."),
  // ART
  ART_NOT_FOUND("ART-400", USER, 3, "There is no such artifact or version."),
  ART_CORRUPTED("ART-401", EXTERNAL, 1, "Stored bytes are missing or differ from their digest."),
  ART_CONFLICT("ART-402", EXTERNAL, 6, "Other content exists under the same id."),
  ART_PATH("ART-403", USER, 1, "A path is absolute, leaves its folder or has a forbidden part."),
  ART_EXTERNAL_CHANGED("ART-404", EXTERNAL, 1, "External data changed since it was pinned."),
  ART_AMBIGUOUS("ART-405", USER, 2, "The reference fits more than one artifact."),
  ART_DELETED(
      "ART-406",
      USER,
      3,
      "The version was deleted. What is recorded of it is still there, its bytes are not."),
  ART_ALIAS("ART-420", USER, 2, "The alias is no name that a version can have."),
  ART_IMPORT("ART-421", USER, 2, "The data cannot be imported as they are, or under that name."),
  // SECRET
  SECRET_RECORDED(
      "SECRET-600", USER, 4, "A secret value would have been recorded. Pass a reference to it."),
  SECRET_MISSING("SECRET-601", USER, 1, "The secret that a reference names does not exist."),
  // STORE: metadata store and artifact store
  STORE_UNREACHABLE("STORE-701", EXTERNAL, 7, "The metadata store cannot be reached."),
  STORE_LOCKED(
      "STORE-702", EXTERNAL, 6, "Another process holds the embedded store and does not share it."),
  STORE_SCHEMA_NEWER("STORE-703", CONFIGURATION, 4, "The store was written by a newer Treadle."),
  STORE_POISONED(
      "STORE-704",
      EXTERNAL,
      7,
      "A write to the disk failed; the store refuses to go on until it is opened again."),
  STORE_IO("STORE-705", EXTERNAL, 7, "The disk or the service behind the store failed."),
  STORE_LAYOUT(
      "STORE-706", CONFIGURATION, 4, "The folder holds another store or an unknown layout."),
  STORE_ACCESS("STORE-707", EXTERNAL, 7, "The store refused access, or has no space left."),
  STORE_STATE_UNKNOWN(
      "STORE-708",
      EXTERNAL,
      7,
      "The answer was lost, so it is not known whether the write happened. Repeating it is safe."),
  STORE_OBJECT_MISSING("STORE-720", EXTERNAL, 7, "The artifact store has no such object."),
  STORE_CORRUPT_UPLOAD(
      "STORE-721",
      EXTERNAL,
      7,
      "Bytes changed on their way to the artifact store. Nothing became visible; repeat it."),
  STORE_CONFLICT(
      "STORE-709",
      EXTERNAL,
      6,
      "The write contradicts what is stored: it exists already, has ended, or refers to what is not there."),
  FILTER_INVALID(
      "STORE-711", USER, 2, "A filter does not follow its grammar. See treadle help filters."),
  STORE_SWEPT(
      "STORE-712",
      EXTERNAL,
      6,
      "Objects were deleted from the artifact store while others were brought in. Repeating it is safe."),
  STORE_LIMIT(
      "STORE-710", USER, 2, "A name or value is longer than the store can hold. Shorten it."),
  // BUG
  BUG("BUG-000", INTERNAL, 70, "This is a bug in Treadle.");

  private final String code;
  private final ErrorKind kind;
  private final int exitCode;
  private final String explanation;

  CoreProblem(String code, ErrorKind kind, int exitCode, String explanation) {
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
