package quintet.workloads.catalog.data;

/** The fields whose characters have their meaning by their place, and the standard numbers. */
final class FixedFields {

  private static final String[] COUNTRIES = {
    "xxu", "enk", "gw ", "fr ", "it ", "sp ", "xx ", "nyu"
  };
  private static final String[] LATIN_LANGUAGES = {
    "ger", "spa", "fre", "ita", "por", "pol", "dan", "swe", "cze", "tur"
  };
  private static final String[] CYRILLIC_LANGUAGES = {"rus", "ukr", "bul"};
  private static final String[] CJK_LANGUAGES = {"chi", "jpn"};

  private FixedFields() {}

  /** Field 008 of a book: forty characters. */
  static void general(Draft draft) {
    var out = draft.out();
    var dice = draft.dice();
    out.number(dice.between(0, 99), 2);
    out.number(dice.between(1, 12), 2);
    out.number(dice.between(1, 28), 2);
    out.text(draft.isSerial() ? "c" : "s");
    int permille = dice.below(1000);
    if (permille < 22) {
      out.text("    ");
    } else if (permille < 27) {
      out.text("19uu");
    } else {
      out.number(draft.year(), 4);
    }
    out.text(draft.isSerial() ? "9999" : "    ");
    out.text(dice.oneOf(COUNTRIES));
    out.text(dice.chance(500) ? "a     b    001 0 " : "           000 1 ");
    out.text(dice.chance(13) ? "   " : language(draft));
    out.text("  ");
  }

  static String language(Draft draft) {
    var dice = draft.dice();
    return switch (draft.original()) {
      case ENGLISH -> "eng";
      case LATIN -> dice.oneOf(LATIN_LANGUAGES);
      case CYRILLIC -> dice.oneOf(CYRILLIC_LANGUAGES);
      case GREEK -> "gre";
      case HEBREW -> "heb";
      case ARABIC -> "ara";
      case CJK -> dice.oneOf(CJK_LANGUAGES);
    };
  }

  /** Date and time of the latest transaction: sixteen characters. */
  static void timestamp(Draft draft) {
    var out = draft.out();
    var dice = draft.dice();
    out.number(dice.between(1998, 2025), 4);
    out.number(dice.between(1, 12), 2);
    out.number(dice.between(1, 28), 2);
    out.number(dice.below(24), 2);
    out.number(dice.below(60), 2);
    out.number(dice.below(60), 2);
    out.text(".0");
  }

  /**
   * An ISBN of ten or thirteen digits with a right check digit; one in a hundred has a wrong one,
   * and one in fifty has hyphens.
   */
  static void isbn(Draft draft) {
    var dice = draft.dice();
    boolean ten = dice.chance(draft.year() < 2007 ? 900 : 200);
    boolean hyphens = dice.chance(20);
    int body = dice.below(1_000_000_000);
    int check = ten ? checkDigitOfTen(body) : checkDigitOfThirteen(body);
    if (dice.chance(10)) {
      check = (check + 1) % 10;
    }
    var out = draft.out();
    if (!ten) {
      out.text(hyphens ? "978-" : "978");
    }
    if (hyphens) {
      out.number(body / 100_000_000, 1);
      out.text("-");
      out.number(body / 1000, 5);
      out.text("-");
      out.number(body, 3);
      out.text("-");
    } else {
      out.number(body, 9);
    }
    out.text(check == 10 ? "X" : String.valueOf(check));
  }

  /** ISO 2108: the weighted sum of all ten digits is a multiple of eleven. */
  private static int checkDigitOfTen(int body) {
    int sum = 0;
    int rest = body;
    for (int weight = 2; weight <= 10; weight++) {
      sum += weight * (rest % 10);
      rest /= 10;
    }
    return (11 - sum % 11) % 11;
  }

  /** ISO 2108: the digits weighted 1, 3, 1, 3, ... sum up to a multiple of ten. */
  private static int checkDigitOfThirteen(int body) {
    int sum = 9 + 3 * 7 + 8;
    int rest = body;
    for (int place = 0; place < 9; place++) {
      sum += (place % 2 == 0 ? 3 : 1) * (rest % 10);
      rest /= 10;
    }
    return (10 - sum % 10) % 10;
  }
}
