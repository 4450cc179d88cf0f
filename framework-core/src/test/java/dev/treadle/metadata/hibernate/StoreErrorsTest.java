package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

class StoreErrorsTest {

  @Test
  void saysWhyAStoreCannotBeOpenedAndNoType() {
    assertThat(said(new IOException("it is served by a process that does not answer")))
        .isEqualTo("it is served by a process that does not answer");
    assertThat(said(new AccessDeniedException("/s/treadle"))).isEqualTo("permission denied");
    assertThat(said(new FileSystemException("/s", null, "Read-only file system")))
        .isEqualTo("Read-only file system");
  }

  @Test
  void namesTheTypeWhereThereIsNothingElse() {
    assertThat(said(new NotDirectoryException("/s"))).contains("NotDirectoryException");
    assertThat(said(new IllegalStateException())).contains("IllegalStateException");
  }

  private static String said(Exception cause) {
    String head = "The metadata store in /s cannot be opened: ";
    String tail = ". Check that the folder exists and that you may write to it";
    String message = StoreErrors.unreachable("/s", cause).getMessage();
    assertThat(message).startsWith(head).endsWith(tail);
    return message.substring(head.length(), message.length() - tail.length());
  }
}
