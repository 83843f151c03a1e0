package quintet.workloads.testing;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * With {@code -Dquintet.firstFailureEnds}, no test begins after one has failed: for the mutations,
 * which ask whether anything notices, and would else wait for every test that hangs.
 */
public final class FirstFailureEnds implements ExecutionCondition, TestWatcher {

  private static final AtomicBoolean FAILED = new AtomicBoolean();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Boolean.getBoolean("quintet.firstFailureEnds") && FAILED.get()
        ? ConditionEvaluationResult.disabled("a test has failed before")
        : ConditionEvaluationResult.enabled("no test has failed before");
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    FAILED.set(true);
  }
}
