package quintet.workloads.harvest;

import java.io.IOException;
import java.util.Arrays;

/** A file on a disk that has room for so many bytes: what does not fit is written in part. */
final class FillingDisk implements Medium {

  private final Medium file;
  private final long room;
  private long used;

  FillingDisk(Medium file, long room) {
    this.file = file;
    this.room = room;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    int fit = (int) Math.min(bytes.length, room - used);
    file.write(Arrays.copyOf(bytes, fit));
    used += fit;
    if (fit < bytes.length) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public void truncate(long length) throws IOException {
    file.truncate(length);
    used = length;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
