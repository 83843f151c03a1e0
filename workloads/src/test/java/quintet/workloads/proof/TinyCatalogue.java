package quintet.workloads.proof;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.catalog.Source;
import quintet.workloads.catalog.Work;

/**
 * The smallest input that a proof can use: at most nine records, each with nothing but a title,
 * which is its number, counted from 1. All are of one size, so that a block holds exactly one.
 */
public final class TinyCatalogue {

  /** What {@link #recordIn} says of a block that holds something else than one sound record. */
  public static final int GARBLED = -1;

  /** The size of a block for one record. */
  public static final int BLOCK_BYTES = 44;

  /** The result of a record is its number. */
  public static final Work<Integer> NUMBER = record -> Integer.valueOf(record.title());

  private static final byte[] NINE_RECORDS =
      IntStream.rangeClosed(1, 9)
          .mapToObj(
              number ->
                  ("00044nam a2200037   4500" + "245000600000\u001E")
                      + ("10\u001Fa" + number + "\u001E\u001D"))
          .collect(Collectors.joining())
          .getBytes(StandardCharsets.US_ASCII);

  private TinyCatalogue() {}

  /** Records 1 to {@code count}, from memory. */
  public static List<Source> of(int count) {
    return List.of(new Source.Stream("tiny", bytes(count)));
  }

  /** Records 1 to {@code count}, and then a failure to read. */
  public static List<Source> failingAfter(int count) {
    return List.of(
        new Source.Stream("failing", new SequenceInputStream(bytes(count), new Failing())));
  }

  /** The same, read as seed 000's library reads it: its failure makes the value of the end. */
  public static List<Source> endingEarlyAfter(int count) {
    var failing = new SequenceInputStream(bytes(count), new Failing());
    return List.of(new Source.Stream("failing", new Swallowing(failing)));
  }

  /** The number of the record in the block. */
  public static int recordIn(Block block) {
    int[] seen = {0, GARBLED};
    new BlockParser<Integer>(
            record -> {
              seen[0]++;
              seen[1] = Integer.parseInt(record.title());
              return seen[1];
            })
        .parse(block);
    return seen[0] == 1 ? seen[1] : GARBLED;
  }

  private static InputStream bytes(int count) {
    return new ByteArrayInputStream(NINE_RECORDS, 0, count * BLOCK_BYTES);
  }

  /** A device that breaks. */
  private static final class Failing extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("broken on purpose");
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      throw new IOException("broken on purpose");
    }
  }

  /** Says "no more" where it should say "broken". */
  private static final class Swallowing extends FilterInputStream {
    Swallowing(InputStream broken) {
      super(broken);
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      try {
        return super.read(bytes, from, length);
      } catch (IOException swallowed) {
        return -1;
      }
    }
  }
}
