package quintet.workloads.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void appendingASequenceEqualsAddingItsElements() {
    for (int cut = 0; cut <= 10; cut++) {
      var head = of(0, cut);
      head.append(of(cut, 10));
      assertEquals(of(0, 10).value(), head.value(), "cut at " + cut);
    }
  }

  @Test
  void appendingIsAssociative() {
    var left = of(0, 3);
    left.append(of(3, 6));
    left.append(of(6, 9));
    var tail = of(3, 6);
    tail.append(of(6, 9));
    var right = of(0, 3);
    right.append(tail);
    assertEquals(left.value(), right.value());
  }

  @Test
  void theOrderMatters() {
    var digest = new Digest();
    digest.add(2);
    digest.add(1);
    assertNotEquals(of(1, 3).value(), digest.value());
  }

  @Test
  void aLostElementShowsEvenIfItsHashIsZero() {
    assertNotEquals(of(0, 3).value(), of(1, 3).value());
  }

  private static Digest of(int from, int to) {
    var digest = new Digest();
    for (int hash = from; hash < to; hash++) {
      digest.add(hash);
    }
    return digest;
  }
}
