package dev.treadle.metadata.hibernate;

import dev.treadle.api.run.StepSelection;
import dev.treadle.json.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The selection of a partial run in its row; that of a whole run is null there. */
final class SelectionJson {
  private SelectionJson() {}

  static @Nullable String write(StepSelection selection) {
    return selection.coversAll() ? null : Json.writeString(selection);
  }

  static StepSelection read(@Nullable String json) {
    return json == null
        ? StepSelection.ALL
        : Objects.requireNonNull(Json.read(json, StepSelection.class));
  }
}
