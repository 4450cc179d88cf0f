package dev.treadle.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of RFC 8785, the same bytes for the same value in every process, and its SHA-256.
 *
 * <p>RFC 8785 knows numbers as doubles only. So that no digit is lost without a word, an integer beyond ±2^53 becomes a
 * string, and so does a fraction with more than 17 significant digits or out of a double's range. {@link
 * java.math.BigDecimal} values are strings already. A field that is null is left out: absent = absent.
 */
public final class CanonicalJson {

  private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);
  private static final int DIGITS_OF_A_DOUBLE = 17;

  private CanonicalJson() {}

  /** The canonical bytes of a value, written as its declared type. */
  public static byte[] bytes(@Nullable Object value, Type type) {
    return bytes(Json.toTree(value, type));
  }

  /** The canonical bytes of a value, written by its own class; only for values without type arguments. */
  public static byte[] bytes(Object value) {
    return bytes(Json.toTree(value));
  }

  /** The canonical bytes of a tree that was parsed, or made by {@link Json#toTree}. */
  public static byte[] bytes(JsonNode tree) {
    var exact = exact(tree);
    if (!exact.isContainerNode()) {
      // The canonicalizer takes objects and arrays only.
      var bytes = canonical("[" + exact + "]");
      return Arrays.copyOfRange(bytes, 1, bytes.length - 1);
    }
    return canonical(exact.toString());
  }

  /** The SHA-256 of {@link #bytes(Object, Type)} as 64 lower-case hex digits, without a prefix. */
  public static String sha256(@Nullable Object value, Type type) {
    return sha256(bytes(value, type));
  }

  /** The SHA-256 of {@link #bytes(Object)} as 64 lower-case hex digits, without a prefix. */
  public static String sha256(Object value) {
    return sha256(bytes(value));
  }

  /** The SHA-256 of {@link #bytes(JsonNode)} as 64 lower-case hex digits, without a prefix. */
  public static String sha256(JsonNode tree) {
    return sha256(bytes(tree));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }

  private static byte[] canonical(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedUTF8();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot bring JSON into canonical form", e);
    }
  }

  private static JsonNode exact(JsonNode node) {
    if (node.isNumber()) {
      return number(node);
    }
    if (node instanceof ArrayNode array) {
      var copy = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(item -> copy.add(exact(item)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      var copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(field -> {
        if (!field.getValue().isNull()) {
          copy.set(field.getKey(), exact(field.getValue()));
        }
      });
      return copy;
    }
    return node;
  }

  private static JsonNode number(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.bigIntegerValue().abs().compareTo(EXACT) <= 0
          ? node
          : JsonNodeFactory.instance.textNode(node.bigIntegerValue().toString());
    }
    var value = node.doubleValue();
    var fits = Double.isFinite(value)
        && (!node.isBigDecimal() || fitsIntoDouble(node.decimalValue(), value));
    return fits
        ? JsonNodeFactory.instance.numberNode(value)
        : JsonNodeFactory.instance.textNode(
            node.decimalValue().stripTrailingZeros().toString());
  }

  private static boolean fitsIntoDouble(BigDecimal exact, double value) {
    return exact.signum() == 0
        || (value != 0 && exact.stripTrailingZeros().precision() <= DIGITS_OF_A_DOUBLE);
  }
}
