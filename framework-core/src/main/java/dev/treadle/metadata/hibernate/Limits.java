package dev.treadle.metadata.hibernate;

import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.ClaimAttempt;
import dev.treadle.metadata.FinishAttempt;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.ImportVersion;
import dev.treadle.metadata.MetadataStoreException;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RegisterExternal;
import dev.treadle.metadata.StartRun;
import dev.treadle.metadata.StartStep;
import dev.treadle.metadata.VersionContent;
import java.util.Collection;

/** What a column can hold, checked before anything is written so that the message can name the value. */
final class Limits {
  private static final int NAME = 500;
  private static final int DIGEST = 100;
  private static final int LONG_NAME = 1_000;
  private static final int SHOWN = 60;

  private Limits() {}

  static void check(StartRun unit) {
    fits("pipeline name", unit.pipeline(), NAME);
    fits("stack name", unit.stack(), NAME);
    fits("user name", unit.user(), NAME);
    fits("host name", unit.host(), NAME);
    fits("snapshot digest", unit.snapshotDigest(), DIGEST);
    fits("environment digest", unit.environmentDigest(), DIGEST);
    fits("tag", unit.tags().keySet());
    unit.parameters().forEach(parameter -> fits("parameter name", parameter.key(), NAME));
  }

  static void check(StartStep unit) {
    fits("step name", unit.step(), NAME);
  }

  static void check(ClaimAttempt unit) {
    fits("owner", unit.owner(), NAME);
  }

  static void check(FinishStep unit) {
    fits("step name", unit.step(), NAME);
    fits("tag", unit.tags().keySet());
    fits("tag", unit.runTags().keySet());
    if (unit.cacheKey() != null) {
      fits("cache key", unit.cacheKey().digest(), DIGEST);
    }
    unit.outputs().forEach(Limits::check);
    unit.edges().forEach(edge -> fits("input or output name", edge.name(), NAME));
    unit.facts().forEach(fact -> fits("metadata key", fact.key(), NAME));
    unit.metrics().forEach(point -> fits("metric name", point.name(), NAME));
    unit.attempts().forEach(Limits::check);
  }

  static void check(FinishAttempt unit) {
    check(unit.attempt());
    fits("tag", unit.runTags().keySet());
    unit.edges().forEach(edge -> fits("input or output name", edge.name(), NAME));
    unit.facts().forEach(fact -> fits("metadata key", fact.key(), NAME));
    unit.metrics().forEach(point -> fits("metric name", point.name(), NAME));
  }

  private static void check(AttemptRecord attempt) {
    if (attempt.failure() != null) {
      fits("exception class", attempt.failure().errorClass(), LONG_NAME);
    }
    if (attempt.logPath() != null) {
      fits("log path", attempt.logPath(), LONG_NAME);
    }
    if (attempt.host() != null) {
      fits("host", attempt.host(), NAME);
    }
  }

  static void check(RegisterExternal unit) {
    fits("artifact name", unit.artifact(), NAME);
    fits("pin", unit.pin(), LONG_NAME);
  }

  static void check(ImportVersion unit) {
    fits("artifact name", unit.artifact(), NAME);
    fits("user name", unit.act().by(), NAME);
    check(unit.content());
    unit.facts().forEach(fact -> fits("metadata key", fact.key(), NAME));
  }

  static void check(Change unit) {
    fits("user name", unit.act().by(), NAME);
    if (unit instanceof Change.Tags tags) {
      fits("tag", tags.set().keySet());
    } else if (unit instanceof Change.Facts facts) {
      facts.said().forEach(fact -> fits("metadata key", fact.key(), NAME));
    } else if (unit instanceof Change.GiveAlias alias) {
      fits("alias", alias.alias(), NAME);
    }
  }

  private static void check(NewVersion version) {
    fits("artifact name", version.artifact(), NAME);
    fits("output name", version.output(), NAME);
    check(version.content());
    version.facts().forEach(fact -> fits("metadata key", fact.key(), NAME));
  }

  private static void check(VersionContent content) {
    fits("materializer", content.materializer(), NAME);
    fits("digest", content.manifestDigest(), DIGEST);
    fits("digest", content.contentDigest(), DIGEST);
    if (content.previewType() != null) {
      fits("media type", content.previewType(), NAME);
    }
  }

  private static void fits(String what, Collection<String> values) {
    values.forEach(value -> fits(what, value, NAME));
  }

  private static void fits(String what, String value, int limit) {
    if (value.length() > limit) {
      throw new MetadataStoreException(
          CoreProblem.STORE_LIMIT,
          "The " + what + " '" + value.substring(0, SHOWN) + "…' has " + value.length()
              + " characters and the store holds " + limit + ". Shorten it");
    }
    if (value.indexOf('\0') >= 0) {
      throw new MetadataStoreException(
          CoreProblem.STORE_LIMIT,
          "The " + what + " '" + value.replace("\0", "\\0") + "' holds a NUL character. Remove it");
    }
  }
}
