package io.eicbridge.dialect.expression;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.List;
import java.util.Set;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.codehaus.groovy.GroovyBugError;

/**
 * An expression as Groovy itself reads it, whether or not the interpreter would run it; it is only looked at.
 *
 * @param text the code between <code>${</code> and <code>}</code>
 * @param fault why Groovy cannot read it, null where it can
 * @param isChecked false for one so long or deep that the parser is not asked
 * @param names what it reads from its bindings
 * @param paths each {@code name.property} of its bindings
 * @param hyphens names that are read as a subtraction but look like one word
 */
public record ForeignCode(
        String text, String fault, boolean isChecked, Set<String> names, Set<String> paths, Set<String> hyphens) {
    private static final int LONGEST = 10_000;
    private static final int MOST_TOKENS = 600;
    private static final int DEEPEST = 32;

    /**
     * All expressions of a text.
     *
     * @throws ExpressionFault for one that is never closed
     */
    public static List<ForeignCode> in(String text) {
        return Placeholders.find(text, new Place("", 1, 1)).stream()
                .filter(Placeholders.Part::isCode)
                .map(part -> read(part.text()))
                .toList();
    }

    private static ForeignCode read(String code) {
        if (code.isBlank()) {
            return unread(code, "holds no expression", true);
        }
        if (!isShort(code)) {
            return unread(code, null, false);
        }
        try {
            NamesRead read = new NamesRead();
            GroovySyntax.module(code, new Place("", 1, 1)).getStatementBlock().visit(read);
            return new ForeignCode(code, null, true, read.free(), read.paths(), read.hyphens());
        } catch (ExpressionFault wrong) {
            return unread(code, wrong.reason(), true);
        } catch (StackOverflowError tooDeep) {
            return unread(code, null, false);
        }
    }

    private static ForeignCode unread(String code, String fault, boolean isChecked) {
        return new ForeignCode(code, fault, isChecked, Set.of(), Set.of(), Set.of());
    }

    /** The parser can be kept busy for seconds by what is long or deep. */
    private static boolean isShort(String code) {
        if (code.length() > LONGEST) {
            return false;
        }
        GroovyLangLexer lexer = new GroovyLangLexer(CharStreams.fromString(code));
        lexer.removeErrorListeners();
        int count = 0;
        int depth = 0;
        try {
            for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
                depth += TokenGate.nesting(token.getType());
                if (++count > MOST_TOKENS || depth > DEEPEST) {
                    return false;
                }
            }
        } catch (RuntimeException | GroovyBugError unreadable) {
            return true;
        }
        return true;
    }
}
