package quintet.workloads.catalog.data;

/**
 * The 880 fields: what the fields with a romanised text say, in the work's own script. The first
 * belongs to the title.
 */
final class OriginalScript {

  private static final int MOST_FIELDS = 9;
  private static final String[] LINKED = {"245", "100", "260", "490", "500", "700", "246"};

  private OriginalScript() {}

  static void writeTo(Draft draft) {
    if (!draft.isRomanised()) {
      return;
    }
    int fields = draft.dice().between(2, MOST_FIELDS);
    for (int link = 0; link < fields; link++) {
      write(draft, LINKED[link % LINKED.length], link + 1);
    }
  }

  private static void write(Draft draft, String tag, int link) {
    var out = draft.out();
    out.startField("880");
    out.indicators("10");
    out.subfield('6');
    out.text(tag);
    out.text("-");
    out.number(link, 2);
    out.text("/");
    out.text(draft.original().linkCode());
    out.subfield('a');
    draft.words(draft.original(), draft.dice().between(2, 9));
    if (draft.dice().chance(300)) {
      out.text(" :");
      out.subfield('b');
      draft.words(draft.original(), draft.dice().between(2, 9));
    }
    if (draft.dice().chance(300)) {
      out.text(" /");
      out.subfield('c');
      draft.person(draft.original());
    }
    out.endField();
  }
}
