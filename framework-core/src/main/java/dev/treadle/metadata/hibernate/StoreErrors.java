package dev.treadle.metadata.hibernate;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.MetadataStoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means for us. */
final class StoreErrors {
  /** How H2 says at the end of a message that what it works on was closed meanwhile. */
  private static final String STORE_CLOSED = "/" + DataUtils.ERROR_CLOSED + "]";

  private static final Set<Integer> LOST = Set.of(
      ErrorCode.CONNECTION_BROKEN_1,
      ErrorCode.DATABASE_IS_CLOSED,
      ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
      ErrorCode.OBJECT_CLOSED);

  private StoreErrors() {}

  /** Whether a unit is to blame and not the disk or the database, so that the others can go on. */
  static boolean isOfTheUnit(Throwable failure) {
    SQLException sql = sqlCause(failure);
    return sql == null
        || sql.getSQLState().startsWith("23")
        || sql.getSQLState().startsWith("22");
  }

  /** Whether the database is closed or its server gone. */
  static boolean isLostConnection(Throwable failure) {
    SQLException sql = sqlCause(failure);
    return sql != null
        && (sql.getSQLState().startsWith("08")
            || LOST.contains(sql.getErrorCode())
            || (sql.getErrorCode() == ErrorCode.GENERAL_ERROR_1
                && String.valueOf(sql.getMessage()).contains(STORE_CLOSED)));
  }

  /** The failure of a unit that is to blame. */
  static TreadleException ofUnit(Throwable failure) {
    if (failure instanceof TreadleException known) {
      return known;
    }
    SQLException sql = sqlCause(failure);
    if (sql == null) {
      return new TreadleException(
          CoreProblem.BUG, "A unit of work could not be written: " + failure, failure);
    }
    boolean conflict = sql.getSQLState().startsWith("23");
    return new MetadataStoreException(
        conflict ? CoreProblem.STORE_CONFLICT : CoreProblem.STORE_LIMIT,
        (conflict
                ? "The write contradicts what is stored: "
                : "The store cannot hold a value of the write: ")
            + sql.getMessage(),
        failure);
  }

  /** The failure of a read or of the store as a whole. */
  static TreadleException ofStore(Throwable failure, String where) {
    if (failure instanceof TreadleException known) {
      return known;
    }
    SQLException sql = sqlCause(failure);
    int code = sql == null ? 0 : sql.getErrorCode();
    if (code == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return locked(where, "another process", failure);
    }
    if (code == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
      return new MetadataStoreException(
          CoreProblem.STORE_UNREACHABLE, "There is no metadata store in " + where, failure);
    }
    if (code == ErrorCode.FILE_CORRUPTED_1 || code == ErrorCode.FILE_VERSION_ERROR_1) {
      return new MetadataStoreException(
          CoreProblem.STORE_IO,
          "The metadata store in " + where
              + " is damaged or no store of Treadle. Restore its backup",
          failure);
    }
    return new MetadataStoreException(
        CoreProblem.STORE_IO,
        "The metadata store in " + where + " failed: " + reason(failure, sql),
        failure);
  }

  static MetadataStoreException locked(String where, String holder, @Nullable Throwable cause) {
    return new MetadataStoreException(
        CoreProblem.STORE_LOCKED,
        "The metadata store in " + where + " is held by " + holder
            + ", which does not share it: wait until it has ended, or stop it",
        cause);
  }

  static MetadataStoreException unreachable(String where, Exception cause) {
    return new MetadataStoreException(
        CoreProblem.STORE_UNREACHABLE,
        "The metadata store in " + where + " cannot be opened: " + reason(cause)
            + ". Check that the folder exists and that you may write to it",
        cause);
  }

  /** Of a failure of a file the message is its name, and why is in the type. */
  private static String reason(Exception cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return cause instanceof FileSystemException || cause.getMessage() == null
        ? cause.toString()
        : cause.getMessage();
  }

  /** What the disk said, else what the database did. */
  private static @Nullable String reason(Throwable failure, @Nullable SQLException sql) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IOException) {
        return t.getMessage();
      }
    }
    return sql == null ? failure.toString() : sql.getMessage();
  }

  private static @Nullable SQLException sqlCause(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        return sql;
      }
    }
    return null;
  }
}
