package dev.treadle.cli.session;

import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine;

/**
 * Which commands have to exist so that a call can be understood. Making them all, by reflection, would take most of the time
 * of those that read.
 */
public final class NeededCommands {
  /** These look at the whole tree. */
  private static final List<String> LOOK_AT_ALL = List.of("help", "completion");

  private enum Extent {
    ALL,
    NONE,
    CALLED
  }

  private final Extent extent;
  private final List<String> arguments;

  private NeededCommands(Extent extent, List<String> arguments) {
    this.extent = extent;
    this.arguments = arguments;
  }

  /** All commands. */
  public static NeededCommands all() {
    return new NeededCommands(Extent.ALL, List.of());
  }

  /** Those for a call with these arguments. */
  public static NeededCommands of(String... arguments) {
    return arguments.length > 0 && LOOK_AT_ALL.contains(arguments[0])
        ? all()
        : new NeededCommands(Extent.CALLED, List.of(arguments));
  }

  /**
   * Adds commands below another: the one that the call begins with, else all, since an option may stand before it or its name
   * be misspelt. Where the call names none of them, those added have none below them.
   *
   * @param make makes the command of a name, with what is needed below it
   */
  public CommandLine add(
      CommandLine to, List<String> names, BiFunction<String, NeededCommands, Object> make) {
    if (extent == Extent.NONE) {
      return to;
    }
    boolean called =
        extent == Extent.CALLED && !arguments.isEmpty() && names.contains(arguments.get(0));
    if (called) {
      String name = arguments.get(0);
      NeededCommands below =
          new NeededCommands(Extent.CALLED, arguments.subList(1, arguments.size()));
      return to.addSubcommand(make.apply(name, below));
    }
    boolean named = extent == Extent.ALL || arguments.stream().anyMatch(names::contains);
    NeededCommands below = named ? all() : new NeededCommands(Extent.NONE, List.of());
    names.forEach(name -> to.addSubcommand(make.apply(name, below)));
    return to;
  }
}
