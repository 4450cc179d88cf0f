package dev.treadle.examples.penguins;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.treadle.examples", importOptions = DoNotIncludeTests.class)
class UserSurfaceTest {

  @ArchTest
  static final ArchRule seesWhatAUserSees = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "dev.treadle",
          "dev.treadle.api..",
          "dev.treadle.examples..",
          "com.fasterxml.jackson..",
          "org.jspecify.annotations",
          "org.tribuo..");
}
