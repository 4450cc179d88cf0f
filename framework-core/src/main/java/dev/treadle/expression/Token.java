package dev.treadle.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a condition.
 *
 * @param text without quotes
 * @param column where it begins, from 1
 */
record Token(Kind kind, String text, int column) {
  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.\\[\\]]*";
  private static final Pattern PLAIN_NAME = Pattern.compile(NAME);
  private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
      + "(?<number>(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
      + "|(?<base>base\\.)?\"(?<quoted>[^\"]+)\""
      + "|(?<name>" + NAME + ")"
      + "|(?<sign><=|>=|!=|==|[<>=+*/()-]))");

  enum Kind {
    NUMBER,
    NAME,
    QUOTED,
    BASE_QUOTED,
    SIGN,
    END
  }

  static boolean isPlainName(String name) {
    return PLAIN_NAME.matcher(name).matches();
  }

  /** All pieces and an end. */
  static List<Token> all(String text) {
    var tokens = new ArrayList<Token>();
    var matcher = TOKEN.matcher(text);
    int position = 0;
    while (!text.substring(position).isBlank()) {
      matcher.region(position, text.length());
      if (!matcher.lookingAt()) {
        int at = position + blanks(text.substring(position));
        throw ConditionParser.problem(
            text,
            at + 1,
            text.charAt(at) == '"'
                ? "a quote is not closed"
                : "'" + text.charAt(at) + "' has no meaning here");
      }
      for (var kind : List.of("number", "name", "quoted", "sign")) {
        if (matcher.group(kind) != null) {
          tokens.add(new Token(
              kind(kind, matcher.group("base") != null),
              matcher.group(kind),
              matcher.start() + blanks(matcher.group()) + 1));
        }
      }
      position = matcher.end();
    }
    tokens.add(new Token(Kind.END, "", text.length() + 1));
    return tokens;
  }

  private static Kind kind(String group, boolean isOfBase) {
    return switch (group) {
      case "number" -> Kind.NUMBER;
      case "name" -> Kind.NAME;
      case "quoted" -> isOfBase ? Kind.BASE_QUOTED : Kind.QUOTED;
      default -> Kind.SIGN;
    };
  }

  private static int blanks(String text) {
    return text.length() - text.stripLeading().length();
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  /** For messages. */
  String shown() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
