package quintet.workloads.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Decompresses a gzip file to its last byte. {@link GZIPInputStream} takes a member that it cannot
 * read, behind one that it could, for the end of the file; here it is an error.
 */
final class WholeGzip extends GZIPInputStream {

  private static final int BUFFER_BYTES = 64 * 1024;

  /** The checksum and the length that end a member (RFC 1952). */
  private static final int TRAILER_BYTES = 8;

  WholeGzip(InputStream file) throws IOException {
    super(file, BUFFER_BYTES);
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = super.read(target, from, length);
    if (read < 0 && (inf.getRemaining() > TRAILER_BYTES || in.read() >= 0)) {
      throw new ZipException("what follows the compressed data is not gzip");
    }
    return read;
  }
}
