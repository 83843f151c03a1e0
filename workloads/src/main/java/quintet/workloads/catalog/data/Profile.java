package quintet.workloads.catalog.data;

import static quintet.workloads.catalog.data.FieldModel.control;
import static quintet.workloads.catalog.data.FieldModel.field;
import static quintet.workloads.catalog.data.FieldModel.part;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import quintet.workloads.catalog.data.FieldModel.Part;

/**
 * Which fields a catalogue's records have, how often, and how long they are: the rates were
 * measured on real records, the texts are invented.
 */
final class Profile {

  /** In the order in which cataloguers list them. */
  static final FieldModel[] FIELDS = {
    control("001", 1000, d -> number(d, "", 8)),
    control("003", 490, d -> d.oneOf("QuiNt", "QnTet", "Quint")),
    control("005", 670, FixedFields::timestamp),
    control("006", 130, d -> d.oneOf("m     o  d        ", "jaznnn           f")),
    control("007", 220, d -> d.oneOf("cr cnu---unuuu", "sd fsngnnmmned", "ta")),
    control("008", 1000, FixedFields::general),
    field("010", 405, 0, "  ", part('a', 1000, d -> number(d, "   ", 8))),
    field("019", 44, 0, "  ", part('a', 1000, d -> d.digits(8)), part('a', 500, d -> d.digits(9))),
    field(
            "020",
            410,
            450,
            "  ",
            part('a', 820, Profile::isbnWithQualifier),
            part('z', 170, FixedFields::isbn),
            part('q', 220, d -> d.oneOf("(hardback)", "(paperback)", "(ebook)")),
            part('c', 120, " :", d -> number(d, "$", 2)))
        .when(d -> !d.isMusic()),
    field("022", 600, 0, "0 ", part('a', 1000, Profile::issn)).when(Draft::isSerial),
    field("024", 70, 150, "1 ,3 ", part('a', 1000, d -> d.digits(12))),
    field(
            "028",
            800,
            400,
            "01,02",
            part('a', 1000, d -> d.digits(6)),
            part('b', 900, Profile::word))
        .when(Draft::isMusic),
    field("035", 960, 480, "  ", part('a', 900, d -> number(d, "(QuiNt)", 8)), zNumber(60)),
    field("037", 50, 0, "  ", part('a', 760, d -> d.digits(7)), part('b', 1000, d -> d.note(2, 6))),
    field(
        "039", 110, 0, "  ", part('a', 1000, d -> d.digits(1)), part('b', 1000, d -> d.digits(1))),
    field(
        "040",
        985,
        0,
        "  ",
        part('a', 960, Profile::agency),
        part('b', 260, d -> d.oneOf("eng", "ger")),
        part('e', 220, d -> d.oneOf("rda", "dacs")),
        part('c', 980, Profile::agency),
        part('d', 900, Profile::agency),
        part('d', 700, Profile::agency),
        part('d', 400, Profile::agency),
        part('d', 300, Profile::agency)),
    field(
        "041",
        120,
        0,
        "0 ,1 ",
        part('a', 1000, d -> d.out().text(FixedFields.language(d))),
        part('h', 400, d -> d.oneOf("eng", "lat", "grc"))),
    field("042", 90, 0, "  ", part('a', 1000, d -> d.oneOf("pcc", "lccopycat", "dc"))),
    field("043", 400, 0, "  ", part('a', 1000, Profile::region), part('a', 130, Profile::region)),
    field("049", 380, 0, "  ", part('a', 1000, d -> d.oneOf("QNTA", "QNTB", "QNTZ"))),
    field(
        "050",
        570,
        20,
        "00, 4",
        part('a', 1000, Profile::shelfmark),
        part('b', 970, d -> d.year(".Q46 ", ""))),
    field("066", 1000, 0, "  ", part('c', 1000, Profile::scriptCode)).when(Draft::isRomanised),
    field("072", 25, 300, " 7", part('a', 1000, d -> d.digits(3)), part('2', 700, Profile::source)),
    field(
        "082", 345, 0, "00,04", part('a', 1000, Profile::dewey), part('2', 910, d -> d.digits(2))),
    field(
        "090",
        330,
        50,
        "  ",
        part('a', 1000, Profile::shelfmark),
        part('b', 920, d -> d.year(".N5 ", "")),
        part('m', 500, d -> d.oneOf("MAIN", "ANNEX"))),
    field(
            "100",
            1000,
            0,
            "1 ,0 ",
            part('a', 1000, Draft::person),
            part('q', 50, d -> d.note(1, 2)),
            part('d', 440, ",", Draft::lifeDates),
            part('e', 180, ",", d -> d.oneOf("author.", "editor.", "composer.")))
        .when(d -> d.has(Draft.MainEntry.PERSON)),
    field(
            "110",
            1000,
            0,
            "2 ,1 ",
            part('a', 1000, d -> d.title(2, 7)),
            part('b', 640, ".", noteOf(1, 6)))
        .when(d -> d.has(Draft.MainEntry.CORPORATION)),
    field(
            "111",
            1000,
            0,
            "2 ",
            part('a', 1000, d -> d.title(2, 8)),
            part('d', 800, d -> d.year("(", ")")))
        .when(d -> d.has(Draft.MainEntry.MEETING)),
    field("130", 30, 0, "0 ", part('a', 1000, d -> d.title(1, 6)))
        .when(d -> d.has(Draft.MainEntry.NONE)),
    field(
        "240",
        70,
        0,
        "10",
        part('a', 1000, d -> d.title(1, 6)),
        part('l', 300, ".", Profile::tongue)),
    title().when(d -> !d.isRomanised()),
    title(part('6', 1000, d -> d.out().text("880-01"))).when(Draft::isRomanised),
    field(
        "246",
        160,
        200,
        "3 ,30,1 ",
        part('i', 300, d -> d.out().text("Title on cover: ")),
        part('a', 1000, d -> d.title(2, 11))),
    field(
        "250",
        160,
        0,
        "  ",
        part('a', 1000, d -> number(d, "Ed. ", 1)),
        part('b', 150, " /", Draft::person)),
    field(
            "260",
            970,
            0,
            "  ",
            part('a', 1000, Profile::place),
            part('b', 1000, " :", d -> d.title(1, 6)),
            part('c', 970, ",", d -> d.year("", ".")))
        .when(d -> !d.followsNewRules()),
    field(
            "264",
            1000,
            250,
            " 1, 4",
            part('a', 810, Profile::place),
            part('b', 770, " :", d -> d.title(1, 6)),
            part('c', 970, ",", d -> d.year("", ".")))
        .when(Draft::followsNewRules),
    field(
        "300",
        975,
        10,
        "  ",
        part('a', 1000, d -> number(d, "", 3, " pages")),
        part('b', 480, " :", d -> d.oneOf("illustrations", "maps", "charts, facsimiles")),
        part('c', 840, " ;", d -> number(d, "", 2, " cm"))),
    field("310", 550, 0, "  ", part('a', 1000, d -> d.oneOf("Monthly", "Annual")))
        .when(Draft::isSerial),
    carrier("336", "text", "performed music", "still image").when(Draft::followsNewRules),
    carrier("337", "unmediated", "computer", "audio").when(Draft::followsNewRules),
    carrier("338", "volume", "online resource", "audio disc").when(Draft::followsNewRules),
    field("362", 650, 0, "0 ", part('a', 1000, d -> d.year("Vol. 1, no. 1 (", ")-")))
        .when(Draft::isSerial),
    field(
        "490",
        220,
        60,
        "0 ,1 ",
        part('a', 1000, d -> d.title(2, 9)),
        part('v', 500, " ;", d -> d.digits(2))),
    field("500", 560, 430, "  ", part('a', 1000, d -> d.note(3, 40))),
    field(
        "504",
        380,
        0,
        "  ",
        part('a', 1000, d -> d.out().text("Includes references (p. 231-246) and index."))),
    field("505", 150, 50, "0 ,00", part('a', 1000, d -> d.note(30, 560))),
    field("506", 35, 0, "  ", part('a', 1000, d -> d.note(4, 24))),
    field("511", 500, 0, "0 ", part('a', 1000, d -> d.note(5, 40))).when(Draft::isMusic),
    field("520", 165, 60, "  ,3 ", part('a', 1000, d -> d.note(15, 260))),
    field("530", 35, 0, "  ", part('a', 1000, d -> d.note(5, 14))),
    field(
        "533",
        40,
        200,
        "  ",
        part('a', 1000, d -> d.note(1, 3)),
        part('b', 770, ".", Profile::place),
        part('c', 760, " :", noteOf(1, 4)),
        part('d', 740, ",", d -> d.year("", "."))),
    field("538", 50, 200, "  ", part('a', 1000, d -> d.note(4, 20))),
    field("546", 90, 50, "  ", part('a', 1000, d -> d.note(2, 10))),
    field("588", 60, 100, "  ", part('a', 1000, d -> d.note(5, 14))),
    field("590", 25, 50, "  ", part('a', 1000, d -> d.note(3, 28))),
    field(
        "600",
        130,
        350,
        "10,00",
        part('a', 1000, Draft::person),
        part('d', 510, ",", Draft::lifeDates),
        part('x', 300, d -> d.note(1, 3))),
    field(
        "610",
        70,
        300,
        "20,10",
        part('a', 1000, d -> d.note(2, 7)),
        part('b', 220, ".", noteOf(1, 4)),
        part('x', 200, d -> d.note(1, 3))),
    field(
        "648", 40, 0, " 7", part('a', 1000, d -> d.year("", "-")), part('2', 990, Profile::source)),
    field(
        "650",
        810,
        640,
        " 0, 0, 1, 7",
        part('a', 1000, d -> d.note(1, 7)),
        part('x', 300, d -> d.note(1, 3)),
        part('y', 60, d -> d.oneOf("20th century.", "19th century.")),
        part('z', 300, Profile::place),
        part('v', 160, d -> d.note(1, 2)),
        part('2', 250, Profile::source),
        part('0', 180, d -> number(d, "(QuiNt)sh", 8))),
    field(
        "651",
        310,
        380,
        " 0, 7",
        part('a', 1000, Profile::place),
        part('x', 560, d -> d.note(1, 3)),
        part('z', 280, Profile::place),
        part('y', 140, d -> d.oneOf("20th century.", "19th century.")),
        part('2', 340, Profile::source),
        part('0', 240, d -> number(d, "(QuiNt)sh", 8))),
    field(
        "655",
        250,
        450,
        " 7, 0",
        part('a', 1000, d -> d.note(1, 4)),
        part('2', 940, Profile::source),
        part('0', 400, d -> number(d, "(QuiNt)gf", 8))),
    field(
        "700",
        390,
        560,
        "1 ,12",
        part('a', 1000, Draft::person),
        part('d', 370, ",", Draft::lifeDates),
        part('e', 300, ",", d -> d.oneOf("editor.", "translator.", "performer.")),
        part('t', 60, d -> d.title(1, 6))),
    field(
        "710",
        270,
        300,
        "2 ,1 ",
        part('a', 1000, d -> d.title(2, 7)),
        part('b', 220, ".", noteOf(1, 5)),
        part('t', 100, d -> d.title(1, 5))),
    field("740", 60, 300, "0 ,02", part('a', 1000, d -> d.title(2, 9))),
    field(
        "776",
        85,
        0,
        "08,1 ",
        part('i', 690, d -> d.out().text("Print version:")),
        part('t', 900, d -> d.title(2, 9)),
        part('d', 390, d -> d.year("", "")),
        part('z', 880, FixedFields::isbn),
        part('w', 960, d -> number(d, "(QuiNt)", 9))),
    field(
        "830",
        130,
        60,
        " 0",
        part('a', 1000, d -> d.title(2, 9)),
        part('v', 460, " ;", d -> d.digits(2))),
    field(
        "852",
        33,
        200,
        "  ,0 ",
        part('a', 600, Profile::agency),
        part('b', 780, Profile::shelf),
        part('h', 400, Profile::shelfmark)),
    field(
        "856",
        160,
        260,
        "40,42",
        part('3', 400, d -> d.note(1, 5)),
        part('u', 1000, Profile::address),
        part('z', 600, d -> d.note(2, 9))),
    field("899", 80, 250, "  ", part('a', 1000, d -> number(d, "QNT_", 9))),
    field("902", 90, 0, "  ", part('a', 1000, d -> d.digits(6)), part('b', 900, Profile::shelf)),
    field("905", 90, 0, "  ", part('a', 1000, d -> number(d, "quintet.batch", 5))),
    field("906", 130, 80, "  ", part('a', 1000, d -> d.digits(1)), part('b', 190, Profile::source)),
    field(
        "948",
        400,
        450,
        "  ",
        part('a', 1000, d -> d.digits(8)),
        part('b', 890, d -> d.oneOf("c", "m", "u")),
        part('d', 890, d -> d.oneOf("batch", "lts", "cat")),
        part('e', 800, d -> d.oneOf("ret", "new", "mod"))),
    field("970", 300, 0, "  ", part('a', 1000, d -> d.digits(8))),
    field(
        "994",
        40,
        0,
        "  ",
        part('a', 1000, d -> d.out().text("C0")),
        part('b', 1000, Profile::agency)),
    field(
        "999",
        370,
        300,
        "  ",
        part('a', 940, Profile::shelfmark),
        part('w', 900, d -> d.out().text("LC")),
        part('i', 900, d -> d.digits(14)),
        part('l', 900, Profile::shelf),
        part('m', 700, d -> d.oneOf("MAIN", "ANNEX")),
        part('t', 700, d -> d.oneOf("BOOK", "DISC"))),
  };

  private Profile() {}

  private static FieldModel title(Part... link) {
    var parts =
        List.of(
            part('a', 1000, d -> d.title(2, 14)),
            part('h', 130, d -> d.oneOf("[electronic resource]", "[sound recording]")),
            part('b', 390, " :", d -> d.title(2, 16)),
            part('c', 670, " /", Profile::responsibility));
    return field(
        "245",
        1000,
        0,
        "10,14,00,10",
        Stream.concat(Stream.of(link), parts.stream()).toArray(Part[]::new));
  }

  private static FieldModel carrier(String tag, String... terms) {
    return field(
        tag,
        1000,
        120,
        "  ",
        part('a', 1000, d -> d.oneOf(terms)),
        part('b', 930, d -> d.oneOf("txt", "nc", "cr")),
        part('2', 1000, d -> d.oneOf("qntcontent", "qntcarrier")));
  }

  private static Part zNumber(int permille) {
    return part('z', permille, d -> number(d, "(QuiNt)", 8));
  }

  private static Consumer<Draft> noteOf(int least, int most) {
    return d -> d.note(least, most);
  }

  private static void number(Draft draft, String before, int digits) {
    number(draft, before, digits, "");
  }

  private static void number(Draft draft, String before, int digits, String after) {
    draft.out().text(before);
    draft.digits(digits);
    draft.out().text(after);
  }

  private static void word(Draft draft) {
    draft.note(1, 2);
  }

  private static void isbnWithQualifier(Draft draft) {
    FixedFields.isbn(draft);
    if (draft.dice().chance(450)) {
      draft.oneOf(" (pbk.)", " (alk. paper)", " (v. 1)", " :");
    }
  }

  private static void issn(Draft draft) {
    draft.digits(4);
    draft.out().text("-");
    draft.digits(4);
  }

  private static void agency(Draft draft) {
    draft.oneOf("QNT", "QTT", "QuiNt", "UQN", "NQT", "QN$");
  }

  private static void source(Draft draft) {
    draft.oneOf("qnt", "qntsh", "qntgf");
  }

  private static void shelf(Draft draft) {
    draft.oneOf("STACKS", "REFERENCE", "ONLINE");
  }

  private static void region(Draft draft) {
    draft.oneOf("n-us---", "e-gx---", "a-ja---", "s-bl---");
  }

  private static void tongue(Draft draft) {
    draft.oneOf("English", "German", "Selections");
  }

  private static void shelfmark(Draft draft) {
    draft.oneOf("PR", "QA", "BX", "HD", "ML", "Z", "DK");
    draft.digits(4);
  }

  private static void dewey(Draft draft) {
    draft.digits(3);
    draft.out().text(".");
    draft.digits(3);
  }

  private static void place(Draft draft) {
    draft.words(Script.ENGLISH, draft.dice().between(1, 2));
  }

  private static void responsibility(Draft draft) {
    draft.person();
    if (draft.dice().chance(300)) {
      draft.out().text(" ; ");
      draft.person();
    }
    draft.out().text(".");
  }

  private static void address(Draft draft) {
    draft.out().text("https://library.example.org/resolve?collection=quintet&id=");
    draft.digits(12);
  }

  private static void scriptCode(Draft draft) {
    draft.out().text(draft.original().linkCode());
  }
}
