package dev.treadle.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.json.Json;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {

  record Settings(Secret token) {}

  @Test
  void isRecordedByReference() {
    var settings = new Settings(Secret.named("token"));

    assertThat(Json.writeString(settings)).isEqualTo("{\"token\":\"secret:token\"}");
    assertThat(Json.read("{\"token\":\"secret:token\"}", Settings.class)).isEqualTo(settings);
    assertThat(settings.toString()).isEqualTo("Settings[token=***]");
  }

  @Test
  void asksTheResolverWhileItIsRegistered() {
    var secret = Secret.named("only-in-this-test");

    try (var registration = Secret.resolveWith(n -> Optional.of("value of " + n))) {
      assertThat(registration).isNotNull();
      assertThat(secret.reveal()).isEqualTo("value of only-in-this-test");
    }

    assertThatThrownBy(secret::reveal)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("no secret named only-in-this-test");
  }

  @Test
  void doesNotRepeatAValueThatWasGivenInsteadOfAReference() {
    assertThatThrownBy(() -> Secret.parse("hunter2")).hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> Secret.fromEnvironment("TREADLE_NOT_SET").reveal())
        .hasMessageContaining("TREADLE_NOT_SET");
  }
}
