package dev.treadle.cli.session;

import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Which commands have to exist so that a call can be understood. Making them all, by reflection, would take most of the time
 * of those that read.
 */
public final class NeededCommands {
  /** These look at the whole tree. */
  private static final List<String> LOOK_AT_ALL = List.of("help", "completion");

  /** How options begin that ask for help, or for another place. */
  private static final List<String> ELSEWHERE = List.of("-h", "--help", "--store", "--project");

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
   * A command with those below it: the one that the call begins with, else all, since an option may stand before it or its name
   * be misspelt. Where the call names none of them, each is there only to be listed.
   *
   * @param make makes the command of a name, with what is needed below it
   */
  public CommandLine command(
      Object command, List<String> names, BiFunction<String, NeededCommands, Object> make) {
    if (extent == Extent.NONE) {
      return outline(command);
    }
    if (calls(names)) {
      String name = arguments.get(0);
      NeededCommands below =
          new NeededCommands(Extent.CALLED, arguments.subList(1, arguments.size()));
      // That one first: it may begin in the background what it will wait for.
      Object called = make.apply(name, below);
      return new CommandLine(command).addSubcommand(called);
    }
    CommandLine to = new CommandLine(command);
    if (extent == Extent.ALL || arguments.stream().anyMatch(names::contains)) {
      names.forEach(name -> to.addSubcommand(make.apply(name, all())));
    } else {
      NeededCommands none = new NeededCommands(Extent.NONE, List.of());
      names.forEach(name -> to.addSubcommand(outline(make.apply(name, none))));
    }
    return to;
  }

  private boolean calls(List<String> names) {
    return extent == Extent.CALLED && !arguments.isEmpty() && names.contains(arguments.get(0));
  }

  /** Whether the call begins with one of these and goes on to execute it, in the project and the store that are found here. */
  public boolean executesHere(List<String> names) {
    return calls(names)
        && arguments.stream()
            .noneMatch(argument -> ELSEWHERE.stream().anyMatch(argument::startsWith));
  }

  /** The command as it is listed: its name and what it does, but no options. */
  private static CommandLine outline(Object command) {
    if (command instanceof CommandLine made) {
      return made;
    }
    Command described = command.getClass().getAnnotation(Command.class);
    CommandSpec spec = CommandSpec.create().name(described.name());
    spec.usageMessage().header(described.header());
    return new CommandLine(spec);
  }
}
