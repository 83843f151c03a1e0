package quintet.suite.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import quintet.workloads.catalog.CatalogGenerator;

/**
 * Writes generated catalogues. A file appears under its name only when it is whole: until then it
 * has a name of its own, so that an interrupt leaves nothing half and two writers do not meet.
 */
final class GeneratedData {

  private static final int BUFFER_BYTES = 1 << 20;
  private static final int GZIP_BUFFER_BYTES = 1 << 16;

  private final Terminal terminal;

  GeneratedData(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The catalogue for {@code quintet run}, made when it is first asked for. */
  Path cached(Path home, CatalogGenerator generator) throws IOException {
    var folder = home.resolve(".quintet").resolve("data");
    var file = folder.resolve(name(generator));
    if (!Files.exists(file)) {
      terminal.note(
          String.format(
              Locale.ROOT,
              "generating %,d records, once, into %s",
              generator.records(),
              folder.toAbsolutePath().normalize()));
      Files.createDirectories(folder);
      write(file, generator);
    }
    return file;
  }

  private static String name(CatalogGenerator generator) throws IOException {
    return String.format(
        Locale.ROOT,
        "catalog-%d-seed%d-marc8-%d-broken-%d-%08x.mrc",
        generator.records(),
        generator.seed(),
        generator.marc8Percent(),
        generator.brokenPercent(),
        version());
  }

  /** Another generator makes other data: its code's checksum keeps the two apart. */
  private static long version() throws IOException {
    try (var code = CatalogGenerator.class.getResourceAsStream("CatalogGenerator.class")) {
      var checksum = new CRC32();
      checksum.update(code.readAllBytes());
      return checksum.getValue();
    }
  }

  /** Writes to {@code target}, compressed if its name ends in {@code .gz}. */
  void write(Path target, CatalogGenerator generator) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      writeInto(target, target, generator); // a pipe or a device keeps its place
      return;
    }
    var place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    var unfinished =
        place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID() + ".unfinished");
    try {
      writeInto(unfinished, target, generator);
      moveWhole(unfinished, place);
    } catch (AccessDeniedException e) { // it would name a file that the user never named
      throw new AccessDeniedException(target.toString());
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void writeInto(Path file, Path named, CatalogGenerator generator) throws IOException {
    try (var progress = new ProgressLine(terminal);
        var out = buffered(interruptible(file), named)) {
      generator.write(
          out,
          written ->
              progress.show(
                  String.format(Locale.ROOT, "%,d of %,d records", written, generator.records()),
                  (double) written / generator.records()));
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
