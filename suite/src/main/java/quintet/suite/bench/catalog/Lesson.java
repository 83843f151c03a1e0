package quintet.suite.bench.catalog;

import java.nio.file.Path;

/** A design that was tried and is not among the models, kept so that its cost can be measured. */
interface Lesson {

  /** Works on all records of a well-formed file, and takes the results in order. */
  Answer run(Path file, Weight weight, int workers) throws Exception;
}
