package quintet.workloads.proof;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A jcstress test of sabotaged code. What must go wrong there is its {@code
 * ACCEPTABLE_INTERESTING}; it must be seen, or else the {@link Proof} beside it is void.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Twin {

  /** What the code lacks, to be read after the word "without". */
  String without();

  /** How many samples must show it. */
  long atLeast() default 1;

  /** With fewer samples than this the run says nothing, and fails. */
  long minimumSamples() default 1_000;

  /**
   * The passage of the specification that allows the bad outcome, where it is never seen on common
   * machines. The twin may then stay unseen, and the report says so; it voids nothing.
   */
  String allowedBy() default "";
}
