package io.eicbridge.dialect.expression;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import groovy.lang.GroovyClassLoader;
import org.codehaus.groovy.control.CompilationUnit;
import org.junit.jupiter.api.Test;

/** The bridge uses Groovy's parser; what could compile or run a text stays out of its code. */
class NothingOfGroovyRunsTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.eicbridge");

    @Test
    void noClassReachesGroovysRuntimeOrItsCompiler() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "groovy..", "org.codehaus.groovy.runtime..", "org.codehaus.groovy.vmplugin..")
                        .and(not(type(GroovyClassLoader.class)))
                        .or(type(CompilationUnit.class)))
                .check(MAIN);
    }

    @Test
    void onlyOneClassCallsTheParser() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(GroovySyntax.class.getName())
                .should()
                .dependOnClassesThat(resideInAPackage("org.codehaus.groovy.control.."))
                .check(MAIN);
    }
}
