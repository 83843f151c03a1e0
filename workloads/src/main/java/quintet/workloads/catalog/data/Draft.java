package quintet.workloads.catalog.data;

/**
 * One record being made up: what all its fields have in common, and the phrases they are written
 * in. Reused from record to record; not thread-safe.
 */
final class Draft {

  private static final Script[] OTHER_SCRIPTS = {
    Script.CYRILLIC,
    Script.CYRILLIC,
    Script.CYRILLIC,
    Script.CJK,
    Script.CJK,
    Script.CJK,
    Script.ARABIC,
    Script.HEBREW,
    Script.GREEK,
  };
  private static final String[] ARTICLES = {
    "the ", "of ", "and ", "in ", "for ", "on ", "a ", "from ", "with ", "to ", "by "
  };

  /** The field of the main entry; a work without an author has none. */
  enum MainEntry {
    PERSON,
    CORPORATION,
    MEETING,
    NONE
  }

  private final RecordWriter out;
  private final Dice dice;

  private long number;
  private Script original = Script.ENGLISH;
  private boolean romanised;
  private MainEntry mainEntry = MainEntry.NONE;
  private boolean newRules;
  private boolean serial;
  private boolean music;
  private int year;

  Draft(RecordWriter out, Dice dice) {
    this.out = out;
    this.dice = dice;
  }

  /** Decides what the record is about. */
  void begin(long number) {
    this.number = number;
    original = pickScript();
    romanised = !original.isLatin() && dice.chance(out.inUtf8() ? 600 : 850);
    mainEntry = pickMainEntry();
    newRules = dice.chance(290);
    serial = dice.chance(50);
    music = !serial && dice.chance(80);
    year = pickYear();
  }

  private Script pickScript() {
    int permille = dice.below(1000);
    if (permille < 700) {
      return Script.ENGLISH;
    }
    return permille < 890 ? Script.LATIN : dice.oneOf(OTHER_SCRIPTS);
  }

  private MainEntry pickMainEntry() {
    int permille = dice.below(1000);
    if (permille < 610) {
      return MainEntry.PERSON;
    }
    if (permille < 695) {
      return MainEntry.CORPORATION;
    }
    return permille < 702 ? MainEntry.MEETING : MainEntry.NONE;
  }

  /** Half of a catalogue is from the last decades, and a few books are old. */
  private int pickYear() {
    int permille = dice.below(1000);
    if (permille < 430) {
      return dice.between(2000, 2024);
    }
    if (permille < 780) {
      return dice.between(1980, 1999);
    }
    return permille < 960 ? dice.between(1900, 1979) : dice.between(1550, 1899);
  }

  // ---- what the record is about

  RecordWriter out() {
    return out;
  }

  Dice dice() {
    return dice;
  }

  long number() {
    return number;
  }

  Script original() {
    return original;
  }

  /** Whether the title is in Latin letters here, and in its own script in an 880 field. */
  boolean isRomanised() {
    return romanised;
  }

  boolean has(MainEntry kind) {
    return mainEntry == kind;
  }

  /** Whether it is described by the rules that ask for 264 and 336 to 338 (RDA). */
  boolean followsNewRules() {
    return newRules;
  }

  boolean isSerial() {
    return serial;
  }

  boolean isMusic() {
    return music;
  }

  int year() {
    return year;
  }

  /** The script of the title as field 245 gives it. */
  Script script() {
    return romanised ? Script.LATIN : original;
  }

  // ---- phrases

  /** Words of the record's own language, the first with a capital letter. */
  void title(int least, int most) {
    words(script(), dice.mostlyLow(least, most));
  }

  /** Words of the cataloguer's language, the first with a capital letter. */
  void note(int least, int most) {
    words(Script.ENGLISH, dice.mostlyLow(least, most));
  }

  void words(Script script, int count) {
    var lexicon = Lexicon.of(script, out.inUtf8());
    out.bytes(lexicon.enter());
    out.bytes(lexicon.capitalised(dice));
    for (int i = 1; i < count && out.fieldLengthSoFar() < RecordWriter.LONGEST_FIELD - 200; i++) {
      out.bytes(lexicon.separator());
      if (script == Script.ENGLISH && dice.chance(350)) {
        out.text(dice.oneOf(ARTICLES));
      }
      out.bytes(lexicon.word(dice));
    }
    out.bytes(lexicon.leave());
  }

  /** Surname, forename. */
  void person() {
    person(dice.chance(60) ? Script.LATIN : script());
  }

  void person(Script script) {
    capitalised(script);
    out.text(", ");
    capitalised(script);
    if (dice.chance(400)) {
      out.text(" ");
      capitalised(script);
    }
  }

  void capitalised(Script script) {
    words(script, 1);
  }

  void lifeDates() {
    int born = year - dice.between(25, 70);
    out.number(born, 4);
    out.text("-");
    if (born < 1940) {
      out.number(born + dice.between(40, 90), 4);
    }
    out.text(".");
  }

  void digits(int count) {
    for (int i = 0; i < count; i++) {
      out.number(dice.below(10), 1);
    }
  }

  void oneOf(String... choices) {
    out.text(dice.oneOf(choices));
  }

  void year(String before, String after) {
    out.text(before);
    out.number(year, 4);
    out.text(after);
  }
}
