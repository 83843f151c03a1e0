package quintet.workloads.catalog;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Gives I/O errors a message that names the source, the place and the reason. */
final class Unreadable {

  private Unreadable() {}

  static IOException at(Source source, long offset, IOException cause) {
    var reason =
        switch (cause) {
          case NoSuchFileException _ -> "no such file";
          case AccessDeniedException _ -> "permission denied";
          case EOFException _ -> "the compressed data ends too early";
          default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
        };
    return new IOException("%s: at byte %d: %s".formatted(source.name(), offset, reason), cause);
  }
}
