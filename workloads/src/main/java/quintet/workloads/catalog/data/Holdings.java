package quintet.workloads.catalog.data;

/**
 * The items of works that libraries hold many copies or volumes of. They make the few very long
 * records that every large catalogue has: each doubling of the length is half as frequent.
 */
final class Holdings {

  /** The longest record of the sample had 68,536 bytes. */
  private static final int LONGEST_BYTES = 68_000;

  private static final int SHORTEST_BYTES = 3_000;
  private static final int PERMILLE = 15;

  private Holdings() {}

  static void writeTo(Draft draft) {
    var dice = draft.dice();
    if (!dice.chance(PERMILLE)) {
      return;
    }
    int bytes = dice.between(SHORTEST_BYTES, 2 * SHORTEST_BYTES);
    while (bytes < LONGEST_BYTES && dice.chance(400)) {
      bytes *= 2;
    }
    for (int volume = 1; draft.out().lengthSoFar() < Math.min(bytes, LONGEST_BYTES); volume++) {
      write(draft, volume);
    }
  }

  private static void write(Draft draft, int volume) {
    var out = draft.out();
    out.startField("876");
    out.indicators("  ");
    out.subfield('a');
    draft.digits(9);
    out.subfield('h');
    draft.oneOf("Non-circulating", "4 weeks", "In library use only");
    out.subfield('p');
    draft.digits(14);
    out.subfield('3');
    out.text("v.");
    out.number(volume, 4);
    out.endField();
  }
}
