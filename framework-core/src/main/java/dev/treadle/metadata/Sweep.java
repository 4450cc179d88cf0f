package dev.treadle.metadata;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How objects of the artifact store that nothing refers to come to be deleted, though others publish at the same time. They are
 * condemned; the runs that go on then may rely on them, so that is waited for; what is referred to by now is let off; and what
 * is taken is deleted before anybody else may rely on it. See docs/adr/0028. Each is written in a transaction of its own.
 */
public sealed interface Sweep<R> extends UnitOfWork<R> {

  /**
   * Condemns objects; what is condemned already stays as it is.
   *
   * @param mark tells this time from others
   * @param objects paths with the bytes of each
   */
  record Condemn(UUID mark, Map<String, Long> objects) implements Sweep<Void> {
    public Condemn {
      objects = Map.copyOf(objects);
    }
  }

  /**
   * Lets objects off. Gives those that are being deleted now, which can only be waited for.
   *
   * @param ended takers that delete nothing any more, as what they took has been seen for longer than {@link Lease#LENGTH}
   */
  record LetOff(Set<String> objects, Set<UUID> ended) implements Sweep<Set<String>> {
    public LetOff {
      objects = Set.copyOf(objects);
      ended = Set.copyOf(ended);
    }
  }

  /**
   * Says which runs are to be waited for: gives the number of the oldest that goes on, {@link Long#MAX_VALUE} when none does.
   * Runs that have lost their process are not waited for: should it come back, what it records is refused until the run is
   * resumed.
   */
  record Begin() implements Sweep<Long> {}

  /**
   * Takes objects for deletion within {@link Lease#LENGTH}. Gives those that are still condemned as they were.
   *
   * @param taker who takes them
   * @param marks the mark of each that is wanted
   */
  record Take(UUID taker, Map<String, UUID> marks) implements Sweep<Set<String>> {
    public Take {
      marks = Map.copyOf(marks);
    }
  }

  /**
   * Says what became of objects that the taker took. Of the others that it took nobody knows, and they are left alone until
   * their time is over.
   *
   * @param objects those that are deleted
   * @param untouched those that it did not come to, and has given up; they are condemned with its name as their mark
   */
  record Conclude(UUID taker, Set<String> objects, Set<String> untouched) implements Sweep<Void> {
    public Conclude {
      objects = Set.copyOf(objects);
      untouched = Set.copyOf(untouched);
    }
  }
}
