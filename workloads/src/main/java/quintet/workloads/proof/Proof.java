package quintet.workloads.proof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A jcstress test of one claim about the real code. It forbids every outcome that it does not list.
 *
 * <p>A test that sees nothing bad proves little by itself: it may be unable to see it. So each
 * proof names a sabotaged {@link Twin}, and is void unless the bad outcome shows there.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proof {

  /** The claim: one sentence, without its full stop. */
  String claim();

  /** The same code without what the claim rests on. */
  Class<?>[] twin();

  /** With fewer samples than this the run says nothing, and fails. */
  long minimumSamples() default 10_000;
}
