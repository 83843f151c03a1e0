package quintet.suite.bench.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;

/**
 * Says of a benchmark class which piece it measures, when it is run, and what its results are
 * compared with. A class with this annotation is found, measured, reported and checked: there is no
 * list to add it to.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Contest {

  /** The piece of work, as on the command line. */
  String piece();

  Kind kind();

  /** What the group's name begins with; may be empty. */
  String title() default "";

  /** The parameters whose values name the group, in this order; a group is compared within. */
  String[] group() default {};

  /** The parameter whose values compete; empty if the benchmark's methods do, or nothing does. */
  String among() default "";

  /** Its value that the others are divided by. The baseline always has one worker. */
  String baseline() default "";

  /**
   * Another benchmark of the piece, with the same parameters in its group: its baseline is that of
   * this one too, and both stand in one table. Then there is no {@link #baseline} here.
   */
  Class<?> against() default void.class;

  /** What limits the work: threads are swept over, or calls in flight. */
  Bound bound() default Bound.CORES;

  /** What must be there before the first fork. */
  Class<? extends Preparation> preparation() default Preparation.None.class;

  /** What the rate counts: the name of the counter in {@code @AuxCounters}. */
  String unit() default "records";
}
