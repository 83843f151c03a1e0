package quintet.suite;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import quintet.workloads.catalog.data.CatalogGenerator;

/**
 * Generated catalogues on disk. A file appears under its name only when it is whole: until then it
 * has a name of its own, so that an interrupt leaves nothing half and two writers do not meet.
 */
public final class CatalogFiles {

  private static final int BUFFER_BYTES = 1 << 20;
  private static final int GZIP_BUFFER_BYTES = 1 << 16;

  private CatalogFiles() {}

  /** Where the project keeps what it has generated. */
  public static Path cache(Path home) {
    return home.resolve(".quintet").resolve("data");
  }

  /** A name that no other content has. */
  public static String name(CatalogGenerator generator) {
    return String.format(
        Locale.ROOT,
        "catalog-%d-seed%d-marc8-%d-broken-%d-edition%d.mrc",
        generator.records(),
        generator.seed(),
        generator.marc8Percent(),
        generator.brokenPercent(),
        CatalogGenerator.EDITION);
  }

  /** Writes to {@code target}, compressed if its name ends in {@code .gz}. */
  public static void write(Path target, CatalogGenerator generator, LongConsumer recordsWritten)
      throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      writeInto(target, target, generator, recordsWritten); // a pipe or a device keeps its place
      return;
    }
    var place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    var unfinished =
        place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID() + ".unfinished");
    try {
      writeInto(unfinished, target, generator, recordsWritten);
      moveWhole(unfinished, place);
    } catch (AccessDeniedException e) { // it would name a file that the user never named
      throw new AccessDeniedException(target.toString());
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void writeInto(
      Path file, Path named, CatalogGenerator generator, LongConsumer recordsWritten)
      throws IOException {
    try (var out = buffered(interruptible(file), named)) {
      generator.write(out, recordsWritten);
    } catch (FileSystemException | ClosedByInterruptException e) {
      throw e; // these say what they need to
    } catch (IOException e) {
      throw new IOException(named + ": " + e.getMessage(), e);
    }
  }

  /** Unlike the stream of {@link Files#newOutputStream}, this one heeds an interrupt. */
  private static OutputStream interruptible(Path file) throws IOException {
    return Channels.newOutputStream(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING));
  }

  private static OutputStream buffered(OutputStream file, Path named) throws IOException {
    return named.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
        ? new BufferedOutputStream(new GZIPOutputStream(file, GZIP_BUFFER_BYTES), BUFFER_BYTES)
        : new BufferedOutputStream(file, BUFFER_BYTES);
  }

  private static void moveWhole(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
