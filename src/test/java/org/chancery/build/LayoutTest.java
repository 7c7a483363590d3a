package org.chancery.build;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where things live, and in which direction they may depend on each other. A rule that matches no
 * class fails.
 */
class LayoutTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.chancery");

  /**
   * Each folder with those that it may use: itself, what it is built on, and what every concept
   * shares.
   */
  static Stream<List<String>> folders() {
    return Stream.of(
        List.of(
            "operation",
            "document",
            "revision",
            "proof",
            "users",
            "address",
            "meeting",
            "database",
            "graphql"),
        List.of("proof"),
        List.of("users", "graphql"),
        List.of("database"),
        List.of("search"),
        List.of("graphql", "database", "search"),
        List.of("record", "graphql", "database", "search"),
        List.of("discovery", "graphql", "search"),
        List.of("pages", "record", "graphql", "address", "search"),
        List.of("party", "record", "graphql", "search"),
        List.of("topic", "party", "record", "graphql", "search"),
        List.of("participant", "party", "record", "graphql", "search"),
        List.of("event", "party", "topic", "record", "graphql", "search"),
        List.of(
            "meeting",
            "event",
            "participant",
            "party",
            "topic",
            "record",
            "graphql",
            "database",
            "search"),
        List.of("account", "meeting", "party", "record", "graphql", "database", "search"),
        List.of(
            "statement",
            "account",
            "meeting",
            "event",
            "participant",
            "party",
            "topic",
            "record",
            "graphql",
            "database",
            "search"),
        List.of(
            "comparison",
            "statement",
            "account",
            "meeting",
            "participant",
            "party",
            "record",
            "graphql",
            "search"),
        List.of(
            "address",
            "statement",
            "account",
            "meeting",
            "event",
            "participant",
            "party",
            "topic",
            "record",
            "graphql"),
        List.of(
            "document",
            "statement",
            "account",
            "meeting",
            "event",
            "participant",
            "party",
            "topic",
            "revision",
            "record",
            "database",
            "search"),
        List.of("exchange", "document", "revision", "proof", "graphql"),
        List.of("revision", "proof", "record", "graphql", "database", "search"),
        List.of(
            "history",
            "revision",
            "statement",
            "account",
            "meeting",
            "event",
            "participant",
            "party",
            "topic",
            "graphql"),
        List.of(
            "editing",
            "document",
            "revision",
            "statement",
            "account",
            "meeting",
            "event",
            "participant",
            "party",
            "topic",
            "record",
            "graphql"));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aFolderUsesOnlyWhatItIsBuiltOn(List<String> folders) {
    String[] allowed =
        folders.stream().map(folder -> "org.chancery." + folder + "..").toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(allowed[0])
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.chancery..").and(not(resideInAnyPackage(allowed)))));
  }

  @Test
  void noFolderIsLeftOutOfTheRules() {
    List<String> known =
        Stream.concat(
                folders().map(folders -> "org.chancery." + folders.get(0)),
                Stream.of("org.chancery"))
            .toList();
    String[] packages =
        known.stream()
            .map(name -> name.equals("org.chancery") ? name : name + "..")
            .toArray(String[]::new);
    check(
        classes().that().resideInAPackage("org.chancery..").should().resideInAnyPackage(packages));
  }

  @Test
  void foldersHaveNoCycles() {
    check(slices().matching("org.chancery.(*)..").should().beFreeOfCycles());
    check(slices().matching("org.chancery.graphql.(*)..").should().beFreeOfCycles());
  }

  @Test
  void foldersAreNamedAfterTheDomain() {
    check(
        noClasses()
            .should()
            .resideInAnyPackage("..impl..", "..util..", "..dto..", "..common..", "..service..")
            .orShould()
            .haveNameMatching(".*(Helper|Manager|Util|Utils|Impl)"));
  }

  @Test
  void apiClassesAreNamedSo() {
    check(
        classes()
            .that()
            .areAnnotatedWith(GraphQLApi.class)
            .should()
            .haveSimpleNameEndingWith("Api"));
  }

  /**
   * A field that waited for the database would hold up the thread that all others are answered on.
   */
  @Test
  void fieldsAreAnsweredWithoutWaiting() {
    check(
        methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(GraphQLApi.class)
            .and()
            .arePublic()
            .should()
            .haveRawReturnType(CompletionStage.class));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(false).check(CLASSES);
  }
}
