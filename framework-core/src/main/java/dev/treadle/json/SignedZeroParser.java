package dev.treadle.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * Keeps {@code -0.0} in trees. Fractions become decimals there, which have no negative zero; what a decimal cannot hold
 * becomes a double, and the parser is asked by {@link #isNaN} whether that is so.
 */
final class SignedZeroParser extends JsonParserDelegate {

  SignedZeroParser(JsonParser parser) {
    super(parser);
  }

  @Override
  public boolean isNaN() throws IOException {
    return delegate.isNaN()
        || (delegate.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
            && delegate.getText().startsWith("-")
            && delegate.getDecimalValue().signum() == 0);
  }
}
