package dev.treadle.cache.classfile;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The class names within a descriptor or a generic signature. */
final class TypeNames {
  // the first branch consumes type variables, so that "TLabel;" is not taken for the class "abel"
  private static final Pattern TYPE = Pattern.compile("T[^;<>:/]+;|L([^;<>:()\\[.]+)(?=[;<.])");

  private TypeNames() {}

  static Set<String> in(String signature) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = TYPE.matcher(signature);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }
}
