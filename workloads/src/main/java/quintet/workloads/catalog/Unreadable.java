package quintet.workloads.catalog;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Gives I/O errors a message that names the source, the place and the reason. */
final class Unreadable {

  private Unreadable() {}

  /** What a model should throw for a failure to read {@code source}. */
  static Throwable at(Source source, long offset, Throwable cause) {
    return switch (cause) {
      case ClosedByInterruptException e -> interrupted(source, e);
      case SocketTimeoutException e -> unreadable(source, offset, e);
      case InterruptedIOException e -> interrupted(source, e);
      case IOException e -> unreadable(source, offset, e);
      default -> cause;
    };
  }

  private static InterruptedException interrupted(Source source, IOException cause) {
    var interrupt = new InterruptedException("interrupted while reading " + source.name());
    interrupt.initCause(cause);
    return interrupt;
  }

  private static IOException unreadable(Source source, long offset, IOException cause) {
    var place = "at byte " + offset + ": ";
    var reason =
        switch (cause) {
          case NoSuchFileException _ -> "no such file";
          case AccessDeniedException _ -> "permission denied";
          case EOFException _ -> place + "the compressed data ends too early";
          default -> place + (cause.getMessage() == null ? cause : cause.getMessage());
        };
    return new IOException(source.name() + ": " + reason, cause);
  }
}
