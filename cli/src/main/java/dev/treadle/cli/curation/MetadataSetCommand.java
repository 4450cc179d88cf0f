package dev.treadle.cli.curation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Fact;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "set",
    header = "Add to the metadata of a run, a step or an artifact.",
    description =
        "A value that is JSON is kept as such: a number, true, a list; all other is text.",
    footer = {
      "",
      "Examples:",
      "  treadle metadata set model@7 licence MIT",
      "  treadle metadata set @latest reviewers '[\"ana\", \"ben\"]'",
      "  treadle metadata set run:42/train ticket --text 0017"
    })
final class MetadataSetCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  TargetArgument target = new TargetArgument();

  @Parameters(index = "1", paramLabel = "KEY")
  String key = "";

  @Parameters(index = "2", paramLabel = "VALUE")
  String value = "";

  @Option(names = "--text", description = "the value is text, whatever it looks like")
  boolean text;

  MetadataSetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      Target of = target.in(store);
      store.write(
          new Change.Facts(of.holder(), List.of(new Fact(key, json())), Set.of(), session.act()));
      MetadataShowCommand.print(session, store, of);
    }
    return 0;
  }

  private String json() {
    if (!text) {
      // Made here: every call of treadle loads this class, and few need JSON.
      JsonMapper mapper = JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
      try {
        return mapper.readTree(value).isMissingNode() ? Json.value(value) : value.strip();
      } catch (JsonProcessingException e) {
        // text then
      }
    }
    return Json.value(value);
  }
}
