package quintet.workloads.catalog.data;

/**
 * A script in which invented texts are written, and the syllables they are made of.
 *
 * <p>The words mean nothing. In MARC-8 a script other than Latin is entered by an escape sequence
 * and left by another (MARC 21 Specifications, character sets, part 2).
 */
enum Script {
  ENGLISH(
      " ",
      "a e i o u ai ea ou ie oo",
      "b c d f g h l m n p r s t v w br cl dr gr pl pr st tr th ch sh",
      "- - n r s t l nd rt st ck ng"),
  LATIN(
      " ",
      "a e i o u é è ü ö ä ó í å ç ñ ž š ł ø ę ō ū ã â ğ æ",
      "b c d f g h j k l m n p r s t v z br kr st tr sch",
      "- - - n r s t l ng"),
  CYRILLIC(" ", "а е и о у ы я ю", "б в г д ж з к л м н п р с т ф х ц ч ш", "- - - й н т в к"),
  GREEK(" ", "α ε η ι ο υ ω ά έ ό ή", "β γ δ ζ θ κ λ μ ν π ρ σ τ φ χ ψ", "- - ς ν ρ"),
  HEBREW(" ", "א ו י ה ע", "ב ג ד ז ח ט כ ל מ נ ס פ צ ק ר ש ת", "- - ם ן ת"),
  ARABIC(" ", "ا و ي", "ب ت ث ج ح خ د ر ز س ش ص ط ع ف ق ك ل م ن ه", "- - ة ن ر"),
  CJK(
      "",
      "人 大 天 山 川 水 火 木 金 土 日 月 年 生 文 書 史 記 本 古 今 中 外 東 西 南 北",
      "道 德 理 法 政 治 經 濟 社 會 科 學 研 究 論 集 詩 歌 音 美 術 海 風 雲 花 春 秋 石 江 城",
      "- - の 新 光 明 安 平 和 世 界 時 代 地 物 業 工 商 農 国 語 全");

  private static final int MOST_SYLLABLES = 4;

  private final String separator;
  private final String vowels;
  private final String consonants;
  private final String endings;

  Script(String separator, String vowels, String consonants, String endings) {
    this.separator = separator;
    this.vowels = vowels;
    this.consonants = consonants;
    this.endings = endings;
  }

  Syllables syllables() {
    return new Syllables(
        vowels.split(" "),
        consonants.split(" "),
        endings.replace("-", "").split(" ", -1),
        this == CJK ? 1 : MOST_SYLLABLES);
  }

  /** What stands between two words. */
  String separator() {
    return separator;
  }

  /** How MARC 21 names the script in $6 and 066 $c. */
  String linkCode() {
    return switch (this) {
      case ENGLISH, LATIN -> "(B";
      case CYRILLIC -> "(N";
      case GREEK -> "(S";
      case HEBREW -> "(2";
      case ARABIC -> "(3";
      case CJK -> "$1";
    };
  }

  boolean isLatin() {
    return this == ENGLISH || this == LATIN;
  }
}
