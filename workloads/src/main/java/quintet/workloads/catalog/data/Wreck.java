package quintet.workloads.catalog.data;

import static quintet.workloads.catalog.Iso2709.FIELD_TERMINATOR;
import static quintet.workloads.catalog.Iso2709.LEADER_BYTES;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import quintet.workloads.catalog.Iso2709;

/** Does {@link Damage} to the bytes of a sound record. Not thread-safe. */
final class Wreck {

  private static final byte[] GARBAGE =
      "<html><body>504 Gateway Time-out</body></html>".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = {};
  private int length;

  /** Takes a record; with a damage, copies it first if it must grow. */
  void of(byte[] sound, int soundLength, @Nullable Damage damage, Dice dice) {
    bytes = sound;
    length = soundLength;
    if (damage != null) {
      inflict(damage, dice);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  private void inflict(Damage damage, Dice dice) {
    switch (damage) {
      case CUT_SHORT -> length = dice.between(LEADER_BYTES, length - 2);
      case NO_RECORD_TERMINATOR -> length--;
      case LENGTH_TOO_SMALL -> state(dice.between(Iso2709.SHORTEST_RECORD, length - 2));
      case LENGTH_TOO_LARGE -> state(dice.chance(500) ? 99_999 : length + dice.between(1, 20));
      case LENGTHS_IN_CHARACTERS -> {} // it was written so
      case LENGTH_BLANK -> fill(0, 5, ' ');
      case GARBAGE_BEFORE -> precede(GARBAGE);
      case LETTERS_IN_DIRECTORY -> fill(entry(dice) + dice.between(3, 11), 1, 'o');
      case FIELD_OUT_OF_BOUNDS -> fill(entry(dice) + 7, 5, '9');
      case WRONG_BASE_ADDRESS -> RecordWriter.putDecimal(bytes, 12, base() + 1, 5);
      case TERMINATOR_IN_FIELD -> terminateInField(dice);
    }
  }

  private void state(int statedLength) {
    RecordWriter.putDecimal(bytes, 0, statedLength, 5);
  }

  private void fill(int from, int count, char with) {
    for (int i = from; i < from + count; i++) {
      bytes[i] = (byte) with;
    }
  }

  private void precede(byte[] garbage) {
    var longer = new byte[garbage.length + length];
    System.arraycopy(garbage, 0, longer, 0, garbage.length);
    System.arraycopy(bytes, 0, longer, garbage.length, length);
    bytes = longer;
    length = longer.length;
  }

  /** In the place of a letter, so that no terminator or delimiter is lost by it. */
  private void terminateInField(Dice dice) {
    int at = dice.between(base(), length - 3);
    while (bytes[at] < 'a' || bytes[at] > 'z') {
      at = at == length - 3 ? base() : at + 1;
    }
    bytes[at] = FIELD_TERMINATOR;
  }

  private int entry(Dice dice) {
    int entries = (base() - LEADER_BYTES - 1) / Iso2709.DIRECTORY_ENTRY_BYTES;
    return LEADER_BYTES + dice.below(entries) * Iso2709.DIRECTORY_ENTRY_BYTES;
  }

  private int base() {
    return Iso2709.decimal(bytes, 12, 5);
  }
}
