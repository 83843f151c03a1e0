package quintet.suite.report;

import java.util.List;

/**
 * A heading and what follows it.
 *
 * @param id the anchor
 */
record Section(String id, String title, List<Block> blocks) {

  Section {
    blocks = List.copyOf(blocks);
  }
}
