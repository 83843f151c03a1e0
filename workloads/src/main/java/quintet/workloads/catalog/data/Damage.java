package quintet.workloads.catalog.data;

/** What goes wrong with records between the system that writes them and the one that reads them. */
enum Damage {
  /** A transfer stopped in the middle; the next record follows at once. */
  CUT_SHORT,
  /** The terminator was lost, for example by a conversion of line ends. */
  NO_RECORD_TERMINATOR,
  LENGTH_TOO_SMALL,
  LENGTH_TOO_LARGE,
  /** Lengths and places count characters, where UTF-8 takes several bytes for one. */
  LENGTHS_IN_CHARACTERS,
  LENGTH_BLANK,
  /** Something that is no record stands before this one, which is sound. */
  GARBAGE_BEFORE,
  LETTERS_IN_DIRECTORY,
  FIELD_OUT_OF_BOUNDS,
  WRONG_BASE_ADDRESS,
  /** A field terminator in the middle of a text. */
  TERMINATOR_IN_FIELD;

  private static final Damage[] ALL = values();

  static Damage pick(Dice dice, boolean utf8) {
    var damage = dice.oneOf(ALL);
    return damage == LENGTHS_IN_CHARACTERS && !utf8 ? LENGTH_TOO_LARGE : damage;
  }
}
