package quintet.workloads.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Damages records blindly and repeatably: the same random numbers give the same mutant. */
final class Mutator {

  private static final byte[] SPECIAL = {0x1B, 0x1D, 0x1E, 0x1F, '0', '9', ' ', '\n', 0x1A, -1, 0};
  private static final String[] NUMBERS = {
    "00000", "00001", "00024", "00025", "00026", "99999", "-0001", "     ", "00x00", "12345"
  };
  private static final int LONGEST_MUTANT = 64 * 1024;

  private final RandomGenerator random;

  Mutator(RandomGenerator random) {
    this.random = random;
  }

  /** One to eight mutations of a record; {@code other} is what may be spliced in. */
  byte[] mutant(byte[] record, byte[] other) {
    var bytes = record;
    int mutations = 1 + random.nextInt(1 + random.nextInt(8));
    for (int i = 0; i < mutations && bytes.length > 0 && bytes.length < LONGEST_MUTANT; i++) {
      bytes = mutated(bytes, other);
    }
    return bytes;
  }

  private byte[] mutated(byte[] bytes, byte[] other) {
    return switch (random.nextInt(13)) {
      case 0 -> flipped(bytes);
      case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 2 -> without(bytes);
      case 3 -> repeated(bytes);
      case 4 -> inserted(bytes, new byte[] {special()}, random.nextInt(bytes.length + 1));
      case 5 -> set(bytes, random.nextInt(bytes.length), special());
      case 6 -> overwritten(bytes, 0, number());
      case 7 -> overwritten(bytes, 12, number());
      case 8 -> overwritten(bytes, entry(bytes) + 7, number());
      case 9 -> overwritten(bytes, entry(bytes) + 3, number().substring(1));
      case 10 -> overwritten(bytes, entry(bytes), random.nextBoolean() ? "245" : "008");
      case 11 -> spliced(bytes, other);
      default -> set(bytes, bytes.length - 1, special());
    };
  }

  private byte[] flipped(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    return set(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
  }

  private byte[] without(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
    return MarcBuilder.concat(
        Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
  }

  private byte[] repeated(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
    return inserted(bytes, Arrays.copyOfRange(bytes, from, to), from);
  }

  /** The start of one record and the end of another. */
  private byte[] spliced(byte[] bytes, byte[] other) {
    int cut = random.nextInt(bytes.length);
    int from = random.nextInt(other.length);
    return MarcBuilder.concat(
        Arrays.copyOf(bytes, cut), Arrays.copyOfRange(other, from, other.length));
  }

  private static byte[] inserted(byte[] bytes, byte[] more, int at) {
    return MarcBuilder.concat(
        Arrays.copyOf(bytes, at), more, Arrays.copyOfRange(bytes, at, bytes.length));
  }

  private static byte[] set(byte[] bytes, int at, byte to) {
    var changed = bytes.clone();
    changed[at] = to;
    return changed;
  }

  private static byte[] overwritten(byte[] bytes, int at, String text) {
    var changed = bytes.clone();
    var ascii = text.getBytes(StandardCharsets.US_ASCII);
    int length = Math.max(0, Math.min(ascii.length, bytes.length - at));
    System.arraycopy(ascii, 0, changed, Math.min(at, bytes.length), length);
    return changed;
  }

  private int entry(byte[] bytes) {
    return 24 + 12 * random.nextInt(1 + Math.min(40, bytes.length / 30));
  }

  private byte special() {
    return SPECIAL[random.nextInt(SPECIAL.length)];
  }

  private String number() {
    return random.nextBoolean()
        ? NUMBERS[random.nextInt(NUMBERS.length)]
        : "%05d".formatted(random.nextInt(3000));
  }
}
