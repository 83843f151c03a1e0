package quintet.pipeline.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.pipeline.ReorderBuffer;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: what a parser wrote before it put an element, the consumer sees after it took it.
 *
 * <p>The result is what the consumer read in the element's plain field, or 1 if it took none.
 */
@Proof(
    claim = "what was written before a put is seen after the poll that takes it",
    twin = {
      ReorderBufferVisibilityProof.PutBeforeFilled.class,
      ReorderBufferVisibilityProof.PlainSlot.class
    })
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The element was not there yet.")
@Outcome(id = "42", expect = ACCEPTABLE, desc = "It was there, with its content.")
@Outcome(expect = FORBIDDEN, desc = "It was there without its content.")
@State
public class ReorderBufferVisibilityProof {

  /** Nothing in it makes anything visible, as nothing in a parcel does. */
  static final class Letter {
    int content;

    Letter filled() {
      content = 42;
      return this;
    }

    static int read(@Nullable Letter letter) {
      return letter == null ? 1 : letter.content;
    }
  }

  private final ReorderBuffer<Letter> buffer = new ReorderBuffer<>(1);

  @Actor
  public void parser() {
    buffer.put(0, new Letter().filled());
  }

  @Actor
  public void consumer(I_Result r) {
    r.r1 = Letter.read(buffer.poll());
  }

  /** The element is filled when it is already in the consumer's hands. */
  @Twin(without = "the order of fill and put")
  @JCStressTest
  @Outcome(
      id = {"1", "42"},
      expect = ACCEPTABLE,
      desc = "Not there yet, or filled in time.")
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "There without its content.")
  @State
  public static class PutBeforeFilled {

    private final ReorderBuffer<Letter> buffer = new ReorderBuffer<>(1);

    @Actor
    public void parser() {
      var letter = new Letter();
      buffer.put(0, letter);
      letter.filled();
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Letter.read(buffer.poll());
    }
  }

  /**
   * A plain array for the slots. The processors of the x86 family keep the order of writes, and no
   * compiler has been seen to change it here; others, such as ARM, need not keep it.
   */
  @Twin(
      without = "release and acquire: a plain slot",
      allowedBy = "JLS 17.4.5: no happens-before between plain accesses")
  @JCStressTest
  @Outcome(
      id = {"1", "42"},
      expect = ACCEPTABLE,
      desc = "Not there yet, or there with its content.")
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "There without its content.")
  @State
  public static class PlainSlot {

    private final @Nullable Letter[] slots = new Letter[1];

    @Actor
    public void parser() {
      slots[0] = new Letter().filled();
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Letter.read(slots[0]);
    }
  }
}
