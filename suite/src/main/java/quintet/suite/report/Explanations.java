package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import quintet.suite.results.Summary;

/** How the parts of a report are read. */
final class Explanations {

  private static final Fact IDEAL =
      new Fact(
          "Ideal",
          "The ceiling of calls that wait: either every place in flight is always taken, or every"
              + " core, whichever takes longer: max(calls x latency / limit, calls x processor"
              + " time / cores). It is measured in every round, and the server's processor time is"
              + " a part of it. Time / ideal is how many times as long a variant takes for the"
              + " same calls.");

  private Explanations() {}

  static List<Fact> of(Summary summary) {
    var confidence = Numbers.plain(summary.confidencePercent());
    var threshold = Numbers.plain(summary.plan().thresholdPercent());
    var facts =
        new ArrayList<>(
            List.of(
                new Fact(
                    "Speed-up",
                    "The rate of a variant divided by the rate of its baseline in the same round, and of"
                        + " these ratios the geometric mean. 2.00x is twice as fast."),
                new Fact(
                    "Interval",
                    "The smaller numbers under a value or beside it are its "
                        + confidence
                        + " % confidence interval, from a bootstrap over the rounds: of a hundred ratios'"
                        + " intervals made like this, about "
                        + confidence
                        + " contain the true value (fewer if the noise is very skewed, and for fits and"
                        + " percentiles). Each is for one comparison: among many, some exclude 1 by"
                        + " chance. A value without one comes from too few rounds; where the ends would be"
                        + " a factor of a hundred apart, the rounds differ too much."),
                new Fact(
                    "Fork and round",
                    "A fork is a new virtual machine that measures one variant. A round measures each"
                        + " variant once, in an order of its own, so that the machine's drift falls on all"
                        + " alike."),
                new Fact(
                    "Stated or not",
                    "A ratio is stated when its interval excludes 1 and the difference is at least "
                        + threshold
                        + " %. All others are grey and say why; they are not to be quoted."),
                new Fact(
                    "Ceiling",
                    "How much faster so many threads are on this machine, at this moment, with the same"
                        + " work on data in memory: nothing to read, to order or to wait for. A model near"
                        + " it has little left to gain; one that also overlaps its reading may be above."),
                new Fact(
                    "Fitted curves",
                    "The Universal Scalability Law. Its \u03c3 is contention, what waits in line; its"
                        + " \u03ba is coherency, what the threads must tell each other. A curve says nothing"
                        + " beyond the last measurement."),
                new Fact(
                    "Control and plant",
                    "Two questions whose answers are known. When a run answers one wrongly, all its claims"
                        + " are withheld."),
                new Fact(
                    "Latency",
                    "The time from when a request should have been sent until its answer. p99 is what one"
                        + " request in a hundred exceeds."),
                new Fact(
                    "Allocation and processor time",
                    "Of all threads together, for one unit of work. A model that is faster with more"
                        + " processor time has bought its speed."),
                new Fact(
                    "Dash",
                    "A dash means that there is no such number: not measured, or not enough rounds for an"
                        + " interval. It never means 0.")));
    if (hasIdeal(summary)) {
      facts.add(IDEAL);
    }
    return facts;
  }

  private static boolean hasIdeal(Summary summary) {
    return summary.groups().stream().anyMatch(Words::waits);
  }
}
