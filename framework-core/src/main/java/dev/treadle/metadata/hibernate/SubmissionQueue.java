package dev.treadle.metadata.hibernate;

import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.StartStep;
import dev.treadle.metadata.UnitOfWork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** What waits for the writer, in order. Bounded, so that producers cannot outrun the disk. */
final class SubmissionQueue {
  static final int GROUP = 1_024;
  private static final int CAPACITY = 4 * GROUP;
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(8);
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long LULL_NANOS = TimeUnit.MICROSECONDS.toNanos(150);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition worthAGroup = lock.newCondition();
  private final Condition notFull = lock.newCondition();
  private final ArrayDeque<Submission<?>> waiting = new ArrayDeque<>();
  private long oldest;
  private int hurried;
  private boolean urgent;
  private boolean closed;
  private boolean lively;

  /** Blocks while the queue is full. False when it is closed. */
  boolean put(Submission<?> submission) {
    lock.lock();
    try {
      while (waiting.size() >= CAPACITY && !closed) {
        notFull.awaitUninterruptibly();
      }
      if (closed) {
        return false;
      }
      if (waiting.isEmpty()) {
        oldest = System.nanoTime();
      }
      waiting.add(submission);
      hurried += submission.isPatient() ? 0 : 1;
      urgent |= isUrgent(submission);
      if (waiting.size() == 1 || hurried == 1 || waiting.size() == GROUP) {
        worthAGroup.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next group; an empty one is the end. */
  List<Submission<?>> take() {
    awaitGroup();
    if (lively) {
      linger();
    }
    lock.lock();
    try {
      List<Submission<?>> group = new ArrayList<>();
      int steps = 0;
      while (group.size() < GROUP && !waiting.isEmpty()) {
        Submission<?> next = waiting.remove();
        group.add(next);
        hurried -= next.isPatient() ? 0 : 1;
        steps += next.unit() instanceof FinishStep && !next.isPatient() ? 1 : 0;
      }
      lively = steps > 1;
      urgent = waiting.stream().anyMatch(SubmissionQueue::isUrgent);
      notFull.signalAll();
      return group;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      worthAGroup.signalAll();
      notFull.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the first, and while nobody waits for any of them, for company. */
  private void awaitGroup() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        worthAGroup.awaitUninterruptibly();
      }
      long left = oldest + PATIENCE_NANOS - System.nanoTime();
      while (hurried == 0 && waiting.size() < GROUP && !closed && left > 0) {
        try {
          left = worthAGroup.awaitNanos(left);
        } catch (InterruptedException e) {
          left = 0; // nobody means the writer, which goes on all the same
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives steps that end one after the other the chance to share a commit. Only when the last group had several, and only as
   * long as more arrive: a producer that waits for its one step, or many that all wait, lose next to nothing.
   */
  private void linger() {
    long end = System.nanoTime() + LINGER_NANOS;
    int before;
    int now = arrived();
    do {
      before = now;
      LockSupport.parkNanos(LULL_NANOS);
      now = arrived();
    } while (now > before && now < GROUP && System.nanoTime() < end);
  }

  /** How many wait; as many as can be when someone should not be kept waiting. */
  private int arrived() {
    lock.lock();
    try {
      return urgent || closed ? GROUP : waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private static boolean isUrgent(Submission<?> submission) {
    UnitOfWork<?> unit = submission.unit();
    return !submission.isPatient() && !(unit instanceof FinishStep) && !(unit instanceof StartStep);
  }
}
