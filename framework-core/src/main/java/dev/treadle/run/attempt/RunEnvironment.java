package dev.treadle.run.attempt;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a process runs on: Java, system, locale. Found out once a process. */
public final class RunEnvironment {
  private static final Map<String, String> CURRENT = read();

  private RunEnvironment() {}

  public static Map<String, String> current() {
    return CURRENT;
  }

  /** The host's name, empty when it has none. */
  public static String host() {
    return Host.NAME;
  }

  private static Map<String, String> read() {
    Map<String, String> facts = new TreeMap<>();
    for (String property : new String[] {
      "java.version", "java.vendor", "java.vm.name", "os.name", "os.version", "os.arch"
    }) {
      facts.put(property, System.getProperty(property, ""));
    }
    facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("locale", Locale.getDefault().toLanguageTag());
    facts.put("time-zone", ZoneId.systemDefault().getId());
    facts.put("charset", Charset.defaultCharset().name());
    return facts;
  }

  /** Asked for once: it may take a while. */
  private static final class Host {
    static final String NAME = find();

    private static String find() {
      String name = System.getenv("HOSTNAME");
      if (name != null && !name.isBlank()) {
        return name;
      }
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "";
      }
    }
  }
}
