package dev.treadle.metadata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people change of what is stored, after its run or beside it. Whatever is named must exist and not be deleted. */
public sealed interface Change extends UnitOfWork<Void> {

  /** Who does it, and when. */
  Act act();

  /** Gives tags new texts, adds and removes some. */
  record Tags(Holder of, Map<String, String> set, Set<String> removed, Act act) implements Change {
    public Tags {
      set = Map.copyOf(set);
      removed = Set.copyOf(removed);
    }
  }

  /** Writes the note of a run in place of the one before; empty text removes it. */
  record Note(UUID run, String text, Act act) implements Change {}

  /** Says facts, and takes back some. What a step or a materializer said stays as it was said. */
  record Facts(Holder of, List<Fact> said, Set<String> removed, Act act) implements Change {
    public Facts {
      said = List.copyOf(said);
      removed = Set.copyOf(removed);
    }
  }

  /** Gives an alias to a version, and takes it from the version of the same artifact that had it. */
  record GiveAlias(UUID version, String alias, Act act) implements Change {}

  /** Takes an alias from whichever version of the artifact has it. */
  record TakeAlias(String artifact, String alias, Act act) implements Change {}

  /** Asks whoever leads a run to cancel it; refused with RUN-232 when nobody does. The first who asks is remembered. */
  record RequestCancel(UUID run, String reason, Act act) implements Change {}

  /**
   * Deletes runs that do not go on. What is left of a run is its number, its steps and their edges, so that what others have from it
   * can be explained and no number is given twice.
   *
   * @param artifacts what becomes of the versions that the runs made
   */
  record DeleteRuns(List<UUID> runs, Artifacts artifacts, Act act) implements Change {
    /** What becomes of versions that the deleted runs made. */
    public enum Artifacts {
      /** They go, but for those that have an alias or that runs which stay have read or taken from the cache. */
      DELETE_UNUSED,
      /** All stay. */
      KEEP
    }

    public DeleteRuns {
      runs = some(runs);
    }
  }

  /**
   * Deletes versions and keeps what is recorded of them. Those that are held stay: by an alias, by the tag {@code keep}, by a
   * run that has not ended.
   *
   * @param uses what becomes of those that steps of other runs, or other steps, have read or taken from the cache
   */
  record DeleteVersions(List<UUID> versions, Uses uses, Act act) implements Change {
    /** What becomes of versions that are used. */
    public enum Uses {
      /** They go, too. */
      DO_NOT_COUNT,
      /** They stay. */
      KEEP
    }

    public DeleteVersions {
      versions = List.copyOf(versions);
    }
  }

  /** Forgets where the logs of deleted runs are, once all their bytes are gone or condemned. */
  record ConcludeDeletion(List<UUID> runs, Act act) implements Change {
    public ConcludeDeletion {
      runs = some(runs);
    }
  }

  private static List<UUID> some(List<UUID> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("No run is named");
    }
    return List.copyOf(runs);
  }
}
