package io.eicbridge.dialect.expression;

import groovy.lang.GroovyClassLoader;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.ParserPlugin;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** The one place that calls Groovy's parser; no later phase of its compiler, which could run code, ever follows. */
final class GroovySyntax {
    private static final GroovyClassLoader NO_CLASSES = new GroovyClassLoader(ClassLoader.getPlatformClassLoader());

    private GroovySyntax() {}

    /** The tree of a text that has passed the token gate. */
    static BlockStatement parse(String text, Place start) {
        TokenGate.check(text, start);
        ModuleNode module = module(text, start);
        boolean isOnlyCode = module.getMethods().isEmpty()
                && module.getImports().isEmpty()
                && module.getStarImports().isEmpty()
                && module.getPackage() == null
                && module.getClasses().size() <= 1;
        if (!isOnlyCode) {
            throw start.fault("only an expression is allowed, no class, function or import");
        }
        return module.getStatementBlock();
    }

    /** The tree of any Groovy, also of what the interpreter refuses; short texts only. */
    static ModuleNode module(String text, Place start) {
        try {
            CompilerConfiguration settings = CompilerConfiguration.DEFAULT;
            return ParserPlugin.buildAST(text, settings, NO_CLASSES, new ErrorCollector(settings));
        } catch (MultipleCompilationErrorsException wrong) {
            throw fault(wrong, start);
        } catch (CompilationFailedException | GroovyBugError | StackOverflowError wrong) {
            throw start.fault("is not written as Groovy reads it");
        }
    }

    private static ExpressionFault fault(MultipleCompilationErrorsException wrong, Place start) {
        if (wrong.getErrorCollector().getError(0) instanceof SyntaxErrorMessage message) {
            SyntaxException cause = message.getCause();
            String reason = cause.getOriginalMessage().strip();
            return start.at(cause.getStartLine(), cause.getStartColumn())
                    .fault("is not written as Groovy reads it: " + reason);
        }
        return start.fault("is not written as Groovy reads it");
    }
}
