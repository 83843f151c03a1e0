package quintet.workloads.harvest;

/**
 * What is left of a body: how long it was, and its bytes if fields are to be read from them.
 * Immutable once it is made: the bytes are nobody else's.
 */
public final class Content {

  private final long length;
  private final byte[] bytes;

  /**
   * @param length in bytes
   * @param bytes the body, or nothing
   */
  Content(long length, byte[] bytes) {
    this.length = length;
    this.bytes = bytes;
  }

  long length() {
    return length;
  }

  byte[] bytes() {
    return bytes;
  }
}
