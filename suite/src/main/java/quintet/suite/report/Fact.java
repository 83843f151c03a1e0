package quintet.suite.report;

/** A line of the environment, such as "cores" and "2". */
public record Fact(String label, String value) {}
