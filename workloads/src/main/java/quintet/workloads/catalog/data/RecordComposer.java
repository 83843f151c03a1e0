package quintet.workloads.catalog.data;

import org.jspecify.annotations.Nullable;

/** Makes up records one by one, sound or damaged. Holds their buffers; not thread-safe. */
final class RecordComposer {

  private final CatalogGenerator order;
  private final RecordWriter writer = new RecordWriter();
  private final Dice dice = new Dice();
  private final Draft draft = new Draft(writer, dice);
  private final Wreck wreck = new Wreck();

  RecordComposer(CatalogGenerator order) {
    this.order = order;
  }

  /**
   * Makes up a record, which is then in {@link #buffer}.
   *
   * @return what is wrong with it, or null
   */
  @Nullable Damage compose(long number) {
    dice.shake(order.seed(), number);
    boolean broken = dice.below(100) < order.brokenPercent();
    boolean utf8 = dice.below(100) >= order.marc8Percent();
    var damage = broken ? Damage.pick(dice, utf8) : null;
    writer.start(utf8);
    if (damage == Damage.LENGTHS_IN_CHARACTERS) {
      writer.countCharacters();
    }
    draft.begin(number);
    for (var field : Profile.FIELDS) {
      field.writeTo(draft);
    }
    if (damage == Damage.LENGTHS_IN_CHARACTERS) {
      writeAccents();
    }
    OriginalScript.writeTo(draft);
    Holdings.writeTo(draft);
    finish();
    wreck.of(writer.buffer(), writer.length(), damage, dice);
    return damage;
  }

  /** Bytes and characters differ only where there is something besides ASCII. */
  private void writeAccents() {
    writer.startField("500");
    writer.indicators("  ");
    writer.subfield('a');
    draft.words(Script.CYRILLIC, 3);
    writer.endField();
  }

  private void finish() {
    var kind = draft.isSerial() ? "as" : draft.isMusic() ? "jm" : "am";
    var status = dice.chance(700) ? "c" : "n";
    writer.finish(status + kind, draft.followsNewRules() ? " i" : " a");
  }

  /** The bytes last made; valid until the next are. */
  byte[] buffer() {
    return wreck.bytes();
  }

  int length() {
    return wreck.length();
  }
}
