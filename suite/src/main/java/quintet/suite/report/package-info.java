/**
 * The report of a run, as a page and as Markdown: {@link quintet.suite.report.ReportPage}. It
 * computes nothing: each number is one of {@link quintet.suite.results.Summary}.
 */
@NullMarked
package quintet.suite.report;

import org.jspecify.annotations.NullMarked;
