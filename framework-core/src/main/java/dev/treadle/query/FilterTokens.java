package dev.treadle.query;

import java.util.ArrayList;
import java.util.List;

/** The words and signs of a filter's text. */
record FilterTokens(String text, List<Token> tokens) {
  private static final String SIGNS = "()=!<>~,\"";

  enum Kind {
    WORD,
    QUOTED,
    SIGN,
    END
  }

  /** @param at where it begins, from 0 */
  record Token(Kind kind, String text, int at) {
    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
  }

  FilterTokens {
    tokens = List.copyOf(tokens);
  }

  static FilterTokens of(String text) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
      } else if (c == '"') {
        i = quoted(text, i, tokens);
      } else if (SIGNS.indexOf(c) >= 0) {
        boolean two = i + 1 < text.length() && text.charAt(i + 1) == '=' && "!<>".indexOf(c) >= 0;
        String sign = text.substring(i, i + (two ? 2 : 1));
        tokens.add(new Token(Kind.SIGN, sign, i));
        i += sign.length();
      } else {
        int end = i;
        while (end < text.length()
            && !Character.isWhitespace(text.charAt(end))
            && SIGNS.indexOf(text.charAt(end)) < 0) {
          end++;
        }
        tokens.add(new Token(Kind.WORD, text.substring(i, end), i));
        i = end;
      }
    }
    tokens.add(new Token(Kind.END, "", text.length()));
    return new FilterTokens(text, tokens);
  }

  private static int quoted(String text, int start, List<Token> tokens) {
    StringBuilder content = new StringBuilder();
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      content.append(text.charAt(i++));
    }
    if (i >= text.length()) {
      throw FilterMistake.at(text, start, "the quotation mark has no end");
    }
    tokens.add(new Token(Kind.QUOTED, content.toString(), start));
    return i + 1;
  }
}
