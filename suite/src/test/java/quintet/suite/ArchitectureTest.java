package quintet.suite;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The arrows between the modules: suite -> models -> workloads, and none between the models. Only
 * the suite knows the services: to the rest they are an address.
 */
@AnalyzeClasses(
    packages = "quintet",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
final class ArchitectureTest {

  private static final String[] ALLOWED_IN_A_MODEL = {
    "java..", "quintet.workloads..", "org.jspecify..", "com.google.errorprone.."
  };

  /** The proofs reach the suite in test-jars. */
  static final class DoNotIncludeTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule workloadsKnowNoModel =
      noClasses()
          .that(resideInAPackage("quintet.workloads.."))
          .should()
          .dependOnClassesThat(
              resideInAPackage("quintet..").and(not(resideInAPackage("quintet.workloads.."))));

  @ArchTest
  static final ArchRule servicesKnowOnlyTheJdk =
      classes()
          .that(resideInAPackage("quintet.services.."))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "com.sun.net.httpserver..",
                  "quintet.services..",
                  "org.jspecify..",
                  "com.google.errorprone.."));

  /** But for the one class that the JDK's HTTP client makes speak of futures. */
  @ArchTest
  static final ArchRule workloadsUseNoConcurrency =
      noClasses()
          .that(
              resideInAPackage("quintet.workloads..")
                  .and(not(name("quintet.workloads.harvest.Body"))))
          .should()
          .dependOnClassesThat(resideInAPackage("java.util.concurrent.."));

  /** But for the alarm clock that looks after timeouts, which no model of doing the work is. */
  @ArchTest
  static final ArchRule workloadsStartNoThread =
      noClasses()
          .that(resideInAPackage("quintet.workloads.."))
          .and(not(simpleName("Watch")))
          .should()
          .callMethod(Thread.class, "start")
          .orShould()
          .callMethod(Thread.class, "startVirtualThread", Runnable.class)
          .orShould()
          .callMethod(Thread.Builder.class, "start", Runnable.class);

  @ArchTest
  static final ArchRule sequentialUsesNoConcurrency =
      noClasses()
          .that(resideInAPackage("quintet.sequential.."))
          .should()
          .dependOnClassesThat(resideInAPackage("java.util.concurrent.."));

  @ArchTest
  static final ArchRule onlyLocksLocks =
      noClasses()
          .that(resideInAnyPackage("quintet.threadpool..", "quintet.pipeline..", "quintet.async.."))
          .should()
          .dependOnClassesThat(resideInAPackage("java.util.concurrent.locks.."));

  @ArchTest
  static final ArchRule numbersDoNotKnowWhoMeasuresOrPrintsThem =
      noClasses()
          .that(
              resideInAnyPackage(
                  "quintet.suite.statistics..",
                  "quintet.suite.latency..",
                  "quintet.suite.results..",
                  "quintet.suite.analysis.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "quintet.suite.bench..",
                  "quintet.suite.report..",
                  "quintet.suite.run..",
                  "quintet.suite.cli.."));

  @ArchTest
  static final ArchRule whoeverRunsTheBenchmarksKnowsNoPiece =
      noClasses()
          .that(resideInAPackage("quintet.suite.bench"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("quintet.suite.bench.*")
                  .and(not(resideInAPackage("quintet.suite.bench.kit"))));

  @ArchTest
  static final ArchRule benchmarksDoNotKnowWhoRunsThem =
      noClasses()
          .that(resideInAPackage("quintet.suite.bench.*"))
          .should()
          .dependOnClassesThat(resideInAPackage("quintet.suite.bench"));

  @ArchTest
  static final ArchRule reportsAreMadeOfResultsAndNotOfBenchmarks =
      noClasses()
          .that(resideInAPackage("quintet.suite.report.."))
          .should()
          .dependOnClassesThat(resideInAPackage("quintet.suite.bench.."));

  @ArchTest
  static final ArchRule theDemonstrationIsNotTheMeasurement =
      noClasses()
          .that(resideInAPackage("quintet.suite.run.."))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("quintet.suite.bench..", "quintet.suite.report.."));

  @ArchTest
  static void modelsKnowOnlyWorkloadsAndTheJdk(JavaClasses imported) {
    for (var model : Models.labels()) {
      var allowed = new ArrayList<>(List.of(ALLOWED_IN_A_MODEL));
      allowed.add("quintet." + model + "..");
      classes()
          .that(resideInAPackage("quintet." + model + ".."))
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
          .check(imported);
    }
  }
}
