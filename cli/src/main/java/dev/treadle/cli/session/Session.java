package dev.treadle.cli.session;

import dev.treadle.cli.completion.Words;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.output.FieldChoice;
import dev.treadle.cli.output.Output;
import dev.treadle.cli.output.OutputFormat;
import dev.treadle.cli.output.Sink;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.ColourMode;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Terminal;
import dev.treadle.config.Setting;
import dev.treadle.config.SettingValue;
import dev.treadle.config.Settings;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.ProjectDirectory;
import dev.treadle.launch.StoreLocation;
import dev.treadle.metadata.Act;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import org.jspecify.annotations.Nullable;

/** One call of the command line. */
public final class Session implements AutoCloseable {
  private final Surroundings surroundings;
  private final GlobalOptions options = new GlobalOptions();
  private final Sink stdout;
  private final Sink stderr;
  private @Nullable Settings settings;
  private @Nullable StoreAhead ahead;

  public Session(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.stdout = new Sink(surroundings.stdout(), surroundings.charset());
    this.stderr = new Sink(surroundings.stderr(), surroundings.charset());
  }

  public GlobalOptions options() {
    return options;
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  public Clock clock() {
    return surroundings.clock();
  }

  public boolean isDebugging() {
    return options.debug;
  }

  public OutputFormat format() {
    return options.output == null
        ? setting(Setting.OUTPUT)
            .map(found -> OutputFormat.valueOf(found.toUpperCase(Locale.ROOT)))
            .orElse(OutputFormat.TABLE)
        : options.output;
  }

  /** The option of this call that a setting stands for. */
  public Optional<String> flag(Setting setting) {
    Object given = switch (setting) {
      case STORE -> options.store;
      case OUTPUT -> options.output;
      case COLOR -> options.colour;
      case MAX_PARALLEL, SEED, JVM_ARGS, RETENTION_OLDER_THAN, RETENTION_KEEP_LAST -> null;
    };
    return Optional.ofNullable(given)
        .map(value -> value instanceof Enum<?> choice
            ? choice.name().toLowerCase(Locale.ROOT)
            : value.toString());
  }

  /** What is set instead of an option that was not given. */
  public Optional<String> setting(Setting setting) {
    return settings().find(setting).map(SettingValue::value);
  }

  /**
   * The settings of the environment, the project and the user.
   *
   * @throws TreadleException CONFIG-160, once: afterwards there are none, so that the error can be told
   */
  public Settings settings() {
    if (settings == null) {
      settings = Settings.NONE;
      settings =
          Settings.load(surroundings.environment(), project().settings(), userFile(), directory());
    }
    return settings;
  }

  /** The file of the user's own settings. */
  public Path userFile() {
    return Settings.userFile(
        surroundings.environment(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", "")));
  }

  /** Results: standard output. */
  public Output out() {
    return new Output(
        stdout,
        format(),
        look(surroundings.terminal().stdout()),
        !options.noHeaders,
        new FieldChoice(options.fields));
  }

  /** Errors: standard error, whatever {@code --quiet} says. */
  public Sink errors() {
    return stderr;
  }

  public Look errorLook() {
    return look(surroundings.terminal().stderr());
  }

  /** Says something beside the result, on standard error. */
  public void say(String line) {
    if (!options.quiet) {
      stderr.line(line);
    }
  }

  /** Says something that only who asks for more wants to know. */
  public void tell(String line) {
    if (options.verbose.length > 0) {
      stderr.line(line);
    }
  }

  /** Who calls, and when: what is recorded of a change. */
  public Act act() {
    return new Act(System.getProperty("user.name", ""), surroundings.clock().instant());
  }

  /**
   * Goes on only when somebody agrees: by {@code --yes}, or by typing so on a terminal.
   *
   * @throws TreadleException CLI-830 when nobody does; then nothing may be done
   */
  public void confirm(String question) {
    if (options.yes) {
      return;
    }
    Terminal terminal = surroundings.terminal();
    if (options.noInput || !terminal.stdin() || !terminal.stderr()) {
      throw new TreadleException(
          CliProblem.NOT_CONFIRMED,
          "Nothing was deleted: nobody can be asked here\nfix: --yes to do it, --dry-run to look");
    }
    stderr.print(question + " [y/N] ");
    String answer = new Scanner(surroundings.stdin(), surroundings.charset())
        .useDelimiter("\\R")
        .tokens()
        .findFirst()
        .orElseGet(this::unanswered)
        .strip();
    if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
      throw new TreadleException(CliProblem.NOT_CONFIRMED, "Nothing was deleted");
    }
  }

  /** Nobody has typed a line end after the question. */
  private String unanswered() {
    stderr.line("");
    return "";
  }

  public ProjectDirectory project() {
    return new ProjectDirectory(directory());
  }

  /** The directory that relative paths start from. */
  public Path directory() {
    return options.project == null
        ? surroundings.directory()
        : surroundings.directory().resolve(options.project).normalize();
  }

  public Path storeDirectory() {
    return StoreLocation.find(
        Optional.ofNullable(options.store).map(surroundings.directory()::resolve),
        settings(),
        surroundings.environment(),
        project(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", "")));
  }

  public ProjectStore store() {
    Path directory = storeDirectory();
    tell("store " + directory);
    ProjectStore store =
        takeAhead(directory).orElseGet(() -> surroundings.stores().open(directory));
    wordsOfStore(directory).refresh(store.queries());
    return store;
  }

  /**
   * Begins to open the store. To be called as soon as it is known that it is wanted and that no option names another one.
   */
  public void openStoreAhead() {
    ahead = new StoreAhead(surroundings);
  }

  /** Closes what was opened and nobody has asked for. */
  @Override
  public void close() {
    if (ahead != null) {
      ahead.close();
      ahead = null;
    }
  }

  private Optional<ProjectStore> takeAhead(Path directory) {
    Optional<ProjectStore> taken = ahead == null ? Optional.empty() : ahead.take(directory);
    ahead = null;
    return taken;
  }

  /** What shells complete in the project here. */
  public Words words() {
    return wordsOfStore(storeDirectory());
  }

  /** What shells complete in and below a project's folder. */
  public Words words(Path project) {
    return new Words(cacheDirectory(), project);
  }

  /** Where what can be made again is kept for this user. */
  public Path cacheDirectory() {
    return CacheDirectory.find(
        surroundings.environment(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", "")));
  }

  /** A store inside the project is found from anywhere below it; another by its own name, or from everywhere. */
  private Words wordsOfStore(Path store) {
    Path beside = store.resolveSibling("");
    boolean isProjects =
        project().settings().or(project()::reactor).stream().anyMatch(beside::equals);
    boolean isNamed = options.store != null || setting(Setting.STORE).isPresent();
    return words(isProjects ? beside : isNamed ? store : store.getRoot());
  }

  /** Whether lines already on the screen can be written again. */
  public boolean canRedraw() {
    return surroundings.terminal().stdout()
        && !surroundings.environment().getOrDefault("TERM", "").equals("dumb");
  }

  private ColourMode colour() {
    return options.colour == null
        ? setting(Setting.COLOR)
            .map(found -> ColourMode.valueOf(found.toUpperCase(Locale.ROOT)))
            .orElse(ColourMode.AUTO)
        : options.colour;
  }

  private Look look(boolean isTerminal) {
    Terminal terminal = surroundings.terminal();
    return new Look(
        isTerminal,
        terminal.colours(colour(), isTerminal, surroundings.environment()),
        terminal.unicode(),
        isTerminal ? terminal.width() : Integer.MAX_VALUE,
        surroundings.clock().instant());
  }
}
