package quintet.workloads.catalog;

/**
 * A 64-bit fingerprint of a sequence of hash codes that depends on their order: a polynomial in an
 * odd constant, modulo 2^64.
 *
 * <p>Fingerprints of parts combine into the fingerprint of the whole, so that each worker can
 * compute that of its batch. It tells two runs apart; it is no defence against an adversary.
 */
final class Digest {

  /** 2^64 divided by the golden ratio: odd, and without a pattern in its bits. */
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private long value;
  private long power = 1;

  void add(int hash) {
    value = value * FACTOR + mixed(hash);
    power *= FACTOR;
  }

  /** Appends the sequence that {@code next} stands for. */
  void append(Digest next) {
    value = value * next.power + next.value;
    power *= next.power;
  }

  long value() {
    return value;
  }

  /** Spreads a hash code over 64 bits (the finalizer of SplittableRandom). */
  private static long mixed(int hash) {
    long z = (hash + FACTOR) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
