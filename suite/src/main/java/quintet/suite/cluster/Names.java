package quintet.suite.cluster;

/** What members and clients call what they share, and what both tell the engine. */
final class Names {

  static final String TASKS = "quintet-tasks";
  static final String MARKS = "quintet-begun";
  static final String CANCELLATIONS = "quintet-cancellations";

  /** A member's attribute: how many tasks it does at the same time. */
  static final String AT_ONCE = "quintet-tasks-at-once";

  private static final String LOGGING = "hazelcast.logging.type";

  private Names() {}

  /** The engine logs before it reads its configuration, and so to the screen. */
  static void silence() {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "none");
    }
  }
}
