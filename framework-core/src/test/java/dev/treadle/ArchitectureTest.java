package dev.treadle;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;

/** Who may depend on whom in the core; R9 and R11 are {@link RepositoryTest}'s. */
@AnalyzeClasses(packages = "dev.treadle", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String OURS = "dev.treadle..";
  private static final String API = "dev.treadle.api..";
  private static final String SPI = "dev.treadle.spi..";
  private static final String ERROR = "dev.treadle.error..";
  private static final String GRAPH = "dev.treadle.graph..";
  private static final String JSON = "dev.treadle.json..";
  private static final String RUN = "dev.treadle.run..";

  @ArchTest
  static final ArchRule r1ApiSeesTheJdkAndAnnotations = classes()
      .that(resideInAPackage(API))
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          API,
          "java..",
          "org.jspecify.annotations",
          "org.slf4j",
          "com.fasterxml.jackson.annotation");

  @ArchTest
  static final ArchRule r2SpiSeesApiErrorAndTheReadViewOfGraph =
      oursIn(SPI).onlyDependOnClassesThat(notOursBut(SPI, API, ERROR).or(readViewOfGraph()));

  @ArchTest
  static final ArchRule r3GraphSeesApiErrorAndJson =
      oursIn(GRAPH).onlyDependOnClassesThat(notOursBut(GRAPH, API, ERROR, JSON));

  @ArchTest
  static final ArchRule r3CompileSeesGraphApiSpiMaterializersErrorAndJson = oursIn(
          "dev.treadle.compile..")
      .onlyDependOnClassesThat(notOursBut(
          "dev.treadle.compile..", GRAPH, API, SPI, "dev.treadle.materialize..", ERROR, JSON));

  @ArchTest
  static final ArchRule r4OnlyWiringAndTheWorkspaceReachIntoRun = noClasses()
      .that(not(resideInAnyPackage(RUN, "dev.treadle.wiring", "dev.treadle")))
      .should()
      .dependOnClassesThat()
      .resideInAPackage(RUN);

  @ArchTest
  static final ArchRule r5HibernateStaysInItsPackage = noClasses()
      .that(not(resideInAPackage("dev.treadle.metadata.hibernate..")))
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "org.flywaydb..", "org.h2..");

  @ArchTest
  static final ArchRule r6GuiceStaysInModulesWiringAndWorkspace = noClasses()
      .that(not(resideInAPackage("dev.treadle.wiring"))
          .and(not(simpleNameEndingWith("Module")))
          .and(not(equivalentTo(Workspace.class))))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("com.google.inject..");

  @ArchTest
  static final ArchRule r10PackagesFormNoCycle =
      slices().matching("dev.treadle.(**)").should().beFreeOfCycles();

  @ArchTest
  static void r10PackagesOfRunGoOneWay(JavaClasses classes) {
    List<String> order = Stream.of(
            "failure", "value", "task", "reuse", "attempt", "recording", "process", "", "plan")
        .map(name -> name.isEmpty() ? "dev.treadle.run" : "dev.treadle.run." + name)
        .toList();
    for (int i = 0; i < order.size() - 1; i++) {
      noClasses()
          .that(resideInAPackage(order.get(i)))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(order.subList(i + 1, order.size()).toArray(String[]::new)))
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule r10NothingDependsOnTheEntryPoints = noClasses()
      .that(not(resideInAPackage("dev.treadle")))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("dev.treadle");

  @ArchTest
  static final ArchRule r10TypesOfApiAndSpiAreFinalRecordsEnumsOrInterfaces = classes()
      .that(resideInAnyPackage(API, SPI, ERROR))
      .and(not(assignableTo(Throwable.class)))
      .and()
      .areNotAnonymousClasses()
      .should()
      .haveModifier(JavaModifier.FINAL)
      .orShould()
      .beInterfaces()
      .orShould()
      .beEnums();

  @ArchTest
  static final ArchRule r10ApiTypesAreImmutable = fields()
      .that()
      .areDeclaredInClassesThat(resideInAPackage(API).and(modifier(JavaModifier.PUBLIC)))
      .should()
      .beFinal();

  @ArchTest
  static final ArchRule jsonIsBelowEverything =
      oursIn(JSON).onlyDependOnClassesThat(notOursBut(JSON));

  @ArchTest
  static final ArchRule errorIsBelowEverything =
      oursIn(ERROR).onlyDependOnClassesThat(notOursBut(ERROR));

  @ArchTest
  static final ArchRule kryoStaysInMaterialize = noClasses()
      .that(not(resideInAPackage("dev.treadle.materialize..")))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("com.esotericsoftware..");

  @ArchTest
  static final ArchRule nothingIsReadByJavaSerialization = noClasses()
      .should()
      .dependOnClassesThat(
          assignableTo(ObjectInputStream.class).or(assignableTo(ObjectOutputStream.class)));

  @ArchTest
  static final ArchRule timeIsJavaTime = noClasses()
      .that(not(resideInAnyPackage("dev.treadle.materialize..")))
      .should()
      .dependOnClassesThat()
      .haveNameMatching(
          "java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)|java\\.sql\\.(Date|Time)");

  @ArchTest
  static final ArchRule logsGoThroughSlf4j = noClasses()
      .that(not(resideInAPackage("dev.treadle.log..")))
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.util.logging..", "org.apache..", "ch.qos..");

  private static ClassesShould oursIn(String layer) {
    return classes().that(resideInAPackage(layer)).should();
  }

  /** Libraries, the JDK, and of ours only these packages. */
  private static DescribedPredicate<JavaClass> notOursBut(String... packages) {
    return not(resideInAPackage(OURS))
        .or(resideInAnyPackage(packages))
        .as("are not ours or reside in %s", String.join(", ", packages));
  }

  /** The graph as data: records and interfaces, not what records or resolves it. */
  private static DescribedPredicate<JavaClass> readViewOfGraph() {
    return resideInAPackage(GRAPH)
        .and(describe("are data", c -> c.isRecord() || c.isInterface() || c.isEnum()))
        .as("are the read view of graph");
  }
}
