package quintet.workloads.harvest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a sheet has of each answer besides the fixed columns: the values at these places in its
 * JSON. An immutable value.
 *
 * @param pointers JSON Pointers (RFC 6901), such as {@code /owner/name}; also the columns' names
 */
public record Fields(List<String> pointers) {

  public static final Fields NONE = new Fields(List.of());

  private static final List<String> FIXED =
      List.of("url", "status", "attempts", "milliseconds", "bytes", "error");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /**
   * @throws IllegalArgumentException if one is not a JSON Pointer, or is given twice
   */
  public Fields {
    pointers = List.copyOf(pointers);
    for (var pointer : pointers) {
      JsonPointer.compile(pointer);
      if (Collections.frequency(pointers, pointer) > 1) {
        throw new IllegalArgumentException("the field " + pointer + " is given twice");
      }
    }
  }

  public static Fields of(String... pointers) {
    return new Fields(List.of(pointers));
  }

  /** The header of a sheet. */
  public List<String> columns() {
    var columns = new ArrayList<>(FIXED);
    columns.addAll(pointers);
    return columns;
  }

  public boolean isEmpty() {
    return pointers.isEmpty();
  }

  /** The values of an answer that has none. */
  List<String> ofNothing() {
    return Collections.nCopies(pointers.size(), "");
  }

  /**
   * The values in this answer, as texts; an array or object as JSON, nothing as an empty text.
   *
   * @throws IOException if it is not JSON; the message says why
   */
  List<String> of(byte[] json) throws IOException {
    try {
      var tree = JSON.readTree(json);
      return pointers.stream().map(pointer -> text(tree.at(pointer))).toList();
    } catch (JsonProcessingException e) {
      throw new IOException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String text(JsonNode node) {
    return node.isContainerNode() ? node.toString() : node.isNull() ? "" : node.asText();
  }
}
