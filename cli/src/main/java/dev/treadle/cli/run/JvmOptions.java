package dev.treadle.cli.run;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.session.Session;
import dev.treadle.config.Setting;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the pipeline's JVM is started. */
final class JvmOptions {
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--jvm-arg",
      paramLabel = "ARG",
      description = "an argument of the pipeline's JVM")
  List<String> arguments = List.of();

  @Option(
      names = "--jfr",
      description = "record the pipeline's JVM into a file in .treadle/recordings")
  boolean jfr;

  @Option(
      names = "--debug-port",
      paramLabel = "PORT",
      description = "wait for a debugger there, on this machine only")
  @Nullable
  Integer debugPort;

  /**
   * The JVM of one run.
   *
   * @param recording where it records, null when it does not
   */
  record Jvm(List<String> arguments, @Nullable Path recording) {}

  /**
   * @throws TreadleException CLI-800 when the port is none
   */
  Jvm of(Session session, LaunchTarget target) {
    List<String> all = new ArrayList<>();
    session.setting(Setting.JVM_ARGS).ifPresent(set -> all.addAll(List.of(set.split("\\s+"))));
    all.addAll(arguments);
    if (debugPort != null) {
      if (debugPort < 1 || debugPort > LAST_PORT) {
        throw new TreadleException(
            CliProblem.USAGE,
            "--debug-port is " + debugPort + ", give a port from 1 to " + LAST_PORT);
      }
      all.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=127.0.0.1:"
          + debugPort);
      session.say("The pipeline waits for a debugger on 127.0.0.1:" + debugPort + ".");
    }
    Path recording = jfr ? recording(session, target) : null;
    if (recording != null) {
      all.add("-XX:StartFlightRecording=dumponexit=true,settings=profile,filename=" + recording);
      all.add("-Xlog:jfr+startup=off");
    }
    return new Jvm(all, recording);
  }

  /** Says where the recording is, if the process lived long enough to write one. */
  static void told(Session session, Jvm jvm) {
    if (jvm.recording() != null) {
      session.say(
          Files.isRegularFile(jvm.recording())
              ? "Recorded " + jvm.recording() + "   (jfr summary, jfr view, JDK Mission Control)"
              : "Nothing was recorded: the pipeline's process did not come to its end");
    }
  }

  private static Path recording(Session session, LaunchTarget target) {
    String name = target.pipeline().className();
    Path folder = session.storeDirectory().resolve("recordings");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder, e);
    }
    return folder.resolve(name.substring(name.lastIndexOf('.') + 1) + "-"
        + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
            .withZone(ZoneOffset.UTC)
            .format(session.clock().instant())
        + ".jfr");
  }
}
