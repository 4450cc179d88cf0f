package dev.treadle.materialize.kryo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as a {@link Schema} writes it: {@code double[]}, {@code Map<String, Layer#3>}.
 *
 * @param number of a class of the user, -1 for those of the JDK
 */
record SchemaType(String name, int number, List<SchemaType> arguments) {

  static final String ARRAY = "[]";

  private static final Pattern TOKEN =
      Pattern.compile("\\s*([^\\s<>\\[\\],()#]+)(?:#([0-9]{1,9}))?|\\s*(\\[]|[<>,])");

  SchemaType {
    arguments = List.copyOf(arguments);
  }

  /** A member of a record or class: type, then name. */
  record Member(String name, SchemaType type) {}

  static SchemaType parse(String text) {
    return new Parser(text).whole();
  }

  /** Of {@code double[] weights, String name}. */
  static List<Member> members(String text) {
    return text.isEmpty() ? List.of() : new Parser(text).members();
  }

  static List<SchemaType> types(String text) {
    return text.isEmpty() ? List.of() : new Parser(text).types();
  }

  SchemaType argument(int index) {
    if (index >= arguments.size()) {
      throw new IllegalArgumentException(this + " has no type argument " + index);
    }
    return arguments.get(index);
  }

  @Override
  public String toString() {
    if (name.equals(ARRAY)) {
      return arguments.get(0) + ARRAY;
    }
    return arguments.isEmpty()
        ? name
        : name + "<"
            + String.join(", ", arguments.stream().map(SchemaType::toString).toList()) + ">";
  }

  private static final class Parser {
    private final String text;
    private final Matcher token;
    private int position;

    Parser(String text) {
      this.text = text;
      this.token = TOKEN.matcher(text);
    }

    SchemaType whole() {
      var type = type();
      end();
      return type;
    }

    List<SchemaType> types() {
      var types = new ArrayList<SchemaType>();
      do {
        types.add(type());
      } while (accept(","));
      end();
      return types;
    }

    List<Member> members() {
      var members = new ArrayList<Member>();
      do {
        var type = type();
        members.add(new Member(word().name(), type));
      } while (accept(","));
      end();
      return members;
    }

    private SchemaType type() {
      var type = word();
      if (accept("<")) {
        var arguments = new ArrayList<SchemaType>();
        do {
          arguments.add(type());
        } while (accept(","));
        if (!accept(">")) {
          throw malformed();
        }
        type = new SchemaType(type.name(), type.number(), arguments);
      }
      while (accept(ARRAY)) {
        type = new SchemaType(ARRAY, -1, List.of(type));
      }
      return type;
    }

    private SchemaType word() {
      if (!next() || token.group(1) == null) {
        throw malformed();
      }
      position = token.end();
      var number = token.group(2);
      return new SchemaType(
          token.group(1), number == null ? -1 : Integer.parseInt(number), List.of());
    }

    private boolean accept(String sign) {
      if (next() && sign.equals(token.group(3))) {
        position = token.end();
        return true;
      }
      return false;
    }

    private boolean next() {
      return token.region(position, text.length()).lookingAt();
    }

    private void end() {
      if (position != text.length()) {
        throw malformed();
      }
    }

    private IllegalArgumentException malformed() {
      return new IllegalArgumentException(
          "A stored schema cannot be understood at " + position + ": " + text);
    }
  }
}
