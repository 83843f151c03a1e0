package quintet.workloads.catalog.data;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How often a field is met in a catalogue, and what it consists of.
 *
 * @param tag its three characters
 * @param condition what a record must be to have it at all
 * @param permille how many of a thousand such records have it
 * @param againPermille how many of a thousand occurrences are followed by another one
 * @param indicators the pairs of indicators, all alike frequent; none in a control field
 * @param parts its subfields in order, or the one value of a control field
 */
record FieldModel(
    String tag,
    Predicate<Draft> condition,
    int permille,
    int againPermille,
    List<String> indicators,
    List<Part> parts) {

  /** No record lists more of one kind; the very long ones are made by {@link Holdings}. */
  private static final int MOST_OCCURRENCES = 40;

  /**
   * A subfield.
   *
   * @param code its character
   * @param permille how many of a thousand fields have it
   * @param before punctuation at the end of the subfield before it (ISBD)
   * @param content writes its text
   */
  record Part(char code, int permille, String before, Consumer<Draft> content) {}

  static Part part(char code, int permille, Consumer<Draft> content) {
    return new Part(code, permille, "", content);
  }

  static Part part(char code, int permille, String before, Consumer<Draft> content) {
    return new Part(code, permille, before, content);
  }

  /** A data field. Several pairs of indicators are separated by commas. */
  static FieldModel field(
      String tag, int permille, int againPermille, String indicators, Part... parts) {
    return new FieldModel(
        tag,
        draft -> true,
        permille,
        againPermille,
        List.of(indicators.split(",", -1)),
        List.of(parts));
  }

  /** A control field. */
  static FieldModel control(String tag, int permille, Consumer<Draft> content) {
    return new FieldModel(
        tag, draft -> true, permille, 0, List.of(), List.of(part(' ', 1000, content)));
  }

  /** The same, for such records only. */
  FieldModel when(Predicate<Draft> condition) {
    return new FieldModel(tag, condition, permille, againPermille, indicators, parts);
  }

  /** Writes the field as often as chance has it. */
  void writeTo(Draft draft) {
    if (!condition.test(draft) || !draft.dice().chance(permille)) {
      return;
    }
    int occurrences = 0;
    do {
      writeOnce(draft);
      occurrences++;
    } while (occurrences < MOST_OCCURRENCES && draft.dice().chance(againPermille));
  }

  private void writeOnce(Draft draft) {
    var out = draft.out();
    out.startField(tag);
    if (indicators.isEmpty()) {
      parts.getFirst().content().accept(draft);
    } else {
      out.indicators(draft.dice().oneOf(indicators));
      for (var part : parts) {
        if (draft.dice().chance(part.permille())) {
          out.text(part.before());
          out.subfield(part.code());
          part.content().accept(draft);
        }
      }
    }
    out.endField();
  }
}
