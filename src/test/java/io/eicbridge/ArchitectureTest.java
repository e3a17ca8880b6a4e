package io.eicbridge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LONGEST_FILE = 250;
    private static final Pattern JAVADOC_SENTENCE = Pattern.compile("(?s)/\\*\\*.+\\.\\s*\\*/\\s*package .*");
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.eicbridge");

    @Test
    void importsGoOnlyToLowerLines() {
        classes().should(new LeanOnlyOnLowerLines()).check(MAIN);
    }

    @Test
    void theSandboxIsSpokenToOverHttpOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.eicbridge.sandbox..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.eicbridge..").and(not(resideInAPackage("io.eicbridge.sandbox.."))))
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.eicbridge", "io.eicbridge.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.eicbridge.sandbox..")
                .check(MAIN);
    }

    @Test
    void onlyTheTopTwoLinesKnowCamel() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.eicbridge", "io.eicbridge.flow..", "io.eicbridge.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(MAIN);
    }

    @Test
    void librariesStayInTheirRooms() {
        only("Groovy's parser", "io.eicbridge.dialect..", "groovy..", "org.codehaus.groovy..", "org.apache.groovy..");
        noClasses()
                .that()
                .resideOutsideOfPackages("io.eicbridge.sandbox..", "io.eicbridge.flow.door..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..")
                .because("calls come in by routes; only the door to them knows the server")
                .check(MAIN);
        only("migrations and pools", "io.eicbridge.store..", "org.flywaydb..", "com.zaxxer..");
        noClasses()
                .that()
                .resideInAnyPackage("io.eicbridge.dialect..", "io.eicbridge.intercom..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..")
                .check(MAIN);
    }

    private static void only(String what, String room, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .as(what + " belongs to " + room)
                .check(MAIN);
    }

    @Test
    void resultsAndLogsGoTheirOwnWays() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.eicbridge", "io.eicbridge.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MAIN);
    }

    @Test
    void classesAreNotMadeToBeExtended() {
        classes()
                .that(areWrittenAsClasses())
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(MAIN);
        noClasses()
                .that(not(resideInAPackage("io.eicbridge.failure..")))
                .should()
                .beAssignableTo(superclassOfOurs())
                .check(MAIN);
    }

    private static DescribedPredicate<JavaClass> areWrittenAsClasses() {
        return DescribedPredicate.describe(
                "are written as classes",
                type -> !type.isInterface()
                        && !type.isEnum()
                        && !type.isAnonymousClass()
                        && !modifier(JavaModifier.ABSTRACT).test(type)
                        && !type.getEnclosingClass().map(JavaClass::isEnum).orElse(false));
    }

    private static DescribedPredicate<JavaClass> superclassOfOurs() {
        return DescribedPredicate.describe(
                "a class of ours that others extend",
                type -> type.getPackageName().startsWith("io.eicbridge")
                        && !type.isInterface()
                        && !type.isEnum()
                        && !type.getSubclasses().isEmpty());
    }

    @Test
    void namesSayWhatAThingIsFor() {
        noClasses()
                .should()
                .haveNameMatching("io\\.eicbridge\\.(.*\\.)?(util|utils|common|model|service|helper|manager|base)\\..*")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(MAIN);
    }

    @Test
    void everyPackageSaysInOneSentenceWhatItIs() throws IOException {
        for (Path folder : foldersWithClasses()) {
            assertThat(folder.resolve("package-info.java")).content().matches(JAVADOC_SENTENCE);
        }
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(LONGEST_FILE);
        }
    }

    private static List<Path> foldersWithClasses() throws IOException {
        return sources().stream().map(Path::getParent).distinct().toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Rooms stand on lines; a room leans on those of lower lines, never on its neighbours or upwards. */
    private static final class LeanOnlyOnLowerLines extends ArchCondition<JavaClass> {
        private static final List<List<String>> LINES = List.of(
                List.of(""),
                List.of("flow", "cli"),
                List.of("importing", "provisioning", "delivering", "connector", "packaging", "setup", "notifying"),
                List.of("dialect", "intercom", "eic", "directory", "journal"),
                List.of("store"),
                List.of("failure"));

        LeanOnlyOnLowerLines() {
            super("lean only on rooms of lower lines");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String room = room(type);
            boolean known = room.equals("sandbox") || line(room) >= 0;
            events.add(new SimpleConditionEvent(type, known, type.getName() + " is in no room of the house"));
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency ->
                            dependency.getTargetClass().getPackageName().startsWith("io.eicbridge"))
                    .filter(dependency -> isUpwardsOrSideways(room, room(dependency.getTargetClass())))
                    .forEach(dependency ->
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
        }

        private static boolean isUpwardsOrSideways(String from, String to) {
            boolean apart = from.equals("sandbox") || to.equals("sandbox");
            return !apart && !from.equals(to) && line(from) >= line(to);
        }

        private static int line(String room) {
            return LINES.indexOf(LINES.stream()
                    .filter(line -> line.contains(room))
                    .findFirst()
                    .orElse(List.of()));
        }

        private static String room(JavaClass type) {
            String[] parts = type.getPackageName().split("\\.");
            return parts.length < 3 ? "" : parts[2];
        }
    }
}
