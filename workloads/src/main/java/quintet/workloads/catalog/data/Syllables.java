package quintet.workloads.catalog.data;

/** Makes words up: consonant and vowel a few times, and an ending. Confined to one thread. */
final class Syllables {

  private final String[] vowels;
  private final String[] consonants;
  private final String[] endings;
  private final int most;

  Syllables(String[] vowels, String[] consonants, String[] endings, int most) {
    this.vowels = vowels;
    this.consonants = consonants;
    this.endings = endings;
    this.most = most;
  }

  /** A word in lower case, where the script has that. */
  String word(Dice dice) {
    int syllables = dice.mostlyLow(1, most);
    var word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(dice.oneOf(consonants)).append(dice.oneOf(vowels));
    }
    return word.append(dice.oneOf(endings)).toString();
  }
}
