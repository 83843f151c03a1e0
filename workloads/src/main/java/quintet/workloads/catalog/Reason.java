package quintet.workloads.catalog;

/** Why a record, or what stands where a record should be, cannot be taken as it is. */
public enum Reason {
  BAD_LENGTH("the leader's length is wrong"),
  TRUNCATED("the input ends inside the record"),
  NO_TERMINATOR("no record terminator where one must be"),
  BAD_BASE_ADDRESS("the leader's base address of data is wrong"),
  BAD_DIRECTORY("the directory is malformed"),
  FIELD_OUT_OF_BOUNDS("a field lies outside the record"),
  NO_FIELD_TERMINATOR("a field does not end with a field terminator"),
  EMBEDDED_TERMINATOR("a terminator stands inside a field"),
  BAD_DATA_FIELD("a data field lacks its indicators or its first subfield"),
  BAD_TEXT("text that is not in the record's encoding");

  private final String meaning;

  Reason(String meaning) {
    this.meaning = meaning;
  }

  /** A clause for people, without a full stop. */
  public String meaning() {
    return meaning;
  }
}
