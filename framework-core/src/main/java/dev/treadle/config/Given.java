package dev.treadle.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as somebody wrote it, before its type is known. */
sealed interface Given {

  /** Where it was written: {@code line 3 of params.yaml: }, empty for the command line. */
  String place();

  /** How a scalar was written. */
  enum Kind {
    /** On the command line, where everything is text. */
    FLAG,
    TEXT,
    NUMBER,
    BOOLEAN
  }

  record Scalar(String text, Kind kind, String place) implements Given {}

  record Items(List<Given> items, String place) implements Given {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Fields(Map<String, Given> fields, String place) implements Given {
    static Fields none() {
      return new Fields(new LinkedHashMap<>(), "");
    }

    /** Puts a value at a dotted key, over what a file says. */
    void put(String key, Given value) {
      var dot = key.indexOf('.');
      if (dot < 0) {
        fields.put(key, value);
        return;
      }
      var inner = fields.get(key.substring(0, dot)) instanceof Fields known
          ? new Fields(new LinkedHashMap<>(known.fields()), known.place())
          : none();
      fields.put(key.substring(0, dot), inner);
      inner.put(key.substring(dot + 1), value);
    }
  }
}
