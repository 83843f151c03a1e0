package quintet.workloads.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What reading a catalogue finds wrong with it. */
public final class Flaws {

  private Flaws() {}

  /** The reasons of all flaws in these bytes, by the offset of each. */
  public static Map<Long, Reason> in(byte[] bytes) {
    var flaws = new HashMap<Long, Reason>();
    try (var reader = new BlockReader(List.of(Transcript.stream(bytes)))) {
      var parser = new BlockParser<>(Work.ENTRIES);
      var block = new Block(Block.DEFAULT_BYTES);
      while (reader.fill(block)) {
        for (var flaw : parser.parse(block).flaws()) {
          flaws.put(flaw.error().offset(), flaw.error().reason());
        }
      }
    }
    return flaws;
  }
}
