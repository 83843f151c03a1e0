package quintet.suite.bench.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an enum that is a benchmark's parameter which of its constants are measured when the user
 * does not say. A thorough run takes them all. Without this, it is what {@code @Param} says.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Usual {

  /** In a quick run: one, so that the run stays short; or none, and it is not measured. */
  String[] quick();

  /** In a standard run. */
  String[] standard();
}
