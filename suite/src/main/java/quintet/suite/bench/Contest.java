package quintet.suite.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a benchmark class when it is run, and what its results are compared with. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Contest {

  /** The part of {@code quintet bench} that the class belongs to. */
  Part part();

  /** The parameter whose values compete; empty if nothing is compared. */
  String among() default "";

  /** Its value that the others are divided by. The baseline always has one worker. */
  String baseline() default "";

  /** What can be asked for on the command line. */
  enum Part {
    MODELS,
    PEERS,
    LIMITS,
    LESSONS,
    LATENCY
  }
}
