package quintet.suite.cli;

import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import quintet.suite.Models;

/** A model by its label. */
public final class ModelConverter implements ITypeConverter<Models> {

  @Override
  public Models convert(String label) {
    for (var model : Models.values()) {
      if (model.label().equalsIgnoreCase(label)) {
        return model;
      }
    }
    throw new TypeConversionException(
        "no model '" + label + "'; there are: " + String.join(", ", Models.labels()));
  }

  /** The labels, for completion and help. */
  public static final class Labels implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Models.labels().iterator();
    }
  }
}
