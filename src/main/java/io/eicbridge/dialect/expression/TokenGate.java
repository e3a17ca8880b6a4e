package io.eicbridge.dialect.expression;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.Set;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.codehaus.groovy.GroovyBugError;

/** Looks at the tokens of an expression before the parser does, which some short texts keep busy for seconds. */
final class TokenGate {
    private static final int LONGEST = 10_000;
    private static final int MOST_TOKENS = 600;
    private static final int MOST_ASSIGNMENTS = 12;
    private static final int DEEPEST = 32;
    private static final Set<Integer> ALLOWED = Set.of(
            GroovyLangLexer.StringLiteral,
            GroovyLangLexer.GStringBegin,
            GroovyLangLexer.GStringPart,
            GroovyLangLexer.GStringPathPart,
            GroovyLangLexer.GStringEnd,
            GroovyLangLexer.RollBackOne,
            GroovyLangLexer.IntegerLiteral,
            GroovyLangLexer.FloatingPointLiteral,
            GroovyLangLexer.BooleanLiteral,
            GroovyLangLexer.NullLiteral,
            GroovyLangLexer.Identifier,
            GroovyLangLexer.CapitalizedIdentifier,
            GroovyLangLexer.RETURN,
            GroovyLangLexer.DOT,
            GroovyLangLexer.SAFE_DOT,
            GroovyLangLexer.SAFE_INDEX,
            GroovyLangLexer.LPAREN,
            GroovyLangLexer.RPAREN,
            GroovyLangLexer.LBRACK,
            GroovyLangLexer.RBRACK,
            GroovyLangLexer.LBRACE,
            GroovyLangLexer.RBRACE,
            GroovyLangLexer.COMMA,
            GroovyLangLexer.SEMI,
            GroovyLangLexer.QUESTION,
            GroovyLangLexer.COLON,
            GroovyLangLexer.ELVIS,
            GroovyLangLexer.EQUAL,
            GroovyLangLexer.NOTEQUAL,
            GroovyLangLexer.GT,
            GroovyLangLexer.GE,
            GroovyLangLexer.LT,
            GroovyLangLexer.LE,
            GroovyLangLexer.AND,
            GroovyLangLexer.OR,
            GroovyLangLexer.NOT,
            GroovyLangLexer.ADD,
            GroovyLangLexer.SUB,
            GroovyLangLexer.IF,
            GroovyLangLexer.ELSE,
            GroovyLangLexer.FOR,
            GroovyLangLexer.IN,
            GroovyLangLexer.DEF,
            GroovyLangLexer.NEW,
            GroovyLangLexer.BuiltInPrimitiveType,
            GroovyLangLexer.ASSIGN,
            GroovyLangLexer.ARROW,
            GroovyLangLexer.MUL,
            GroovyLangLexer.DIV,
            GroovyLangLexer.MOD,
            GroovyLangLexer.AS,
            GroovyLangLexer.INC,
            GroovyLangLexer.DEC,
            GroovyLangLexer.ADD_ASSIGN,
            GroovyLangLexer.SUB_ASSIGN,
            GroovyLangLexer.RANGE_INCLUSIVE,
            GroovyLangLexer.RANGE_EXCLUSIVE_RIGHT,
            GroovyLangLexer.NL);
    private static final Set<Integer> ASSIGNING = Set.of(
            GroovyLangLexer.ASSIGN,
            GroovyLangLexer.ADD_ASSIGN,
            GroovyLangLexer.SUB_ASSIGN,
            GroovyLangLexer.INC,
            GroovyLangLexer.DEC);
    private final Place start;
    private int assignments;
    private int count;
    private int depth;
    private int previous = Token.EOF;

    private TokenGate(Place start) {
        this.start = start;
    }

    static void check(String text, Place start) {
        if (text.length() > LONGEST) {
            throw start.fault("an expression has at most " + LONGEST + " characters, found " + text.length());
        }
        new TokenGate(start).checkAll(text);
    }

    private void checkAll(String text) {
        GroovyLangLexer lexer = new GroovyLangLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        try {
            for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
                check(token);
            }
        } catch (ExpressionFault refused) {
            throw refused;
        } catch (RuntimeException | GroovyBugError | StackOverflowError unreadable) {
            throw start.fault("is not written as Groovy reads it");
        }
    }

    private void check(Token token) {
        Place place = start.at(token.getLine(), token.getCharPositionInLine() + 1);
        if (++count > MOST_TOKENS) {
            throw place.fault("an expression has at most " + MOST_TOKENS + " words and signs");
        }
        if (!ALLOWED.contains(token.getType()) && !isNameAfterDot(token)) {
            throw place.fault("\"" + token.getText() + "\" is not allowed in expressions");
        }
        if (ASSIGNING.contains(token.getType()) && ++assignments > MOST_ASSIGNMENTS) {
            throw place.fault("an expression has at most " + MOST_ASSIGNMENTS + " assignments");
        }
        depth += nesting(token.getType());
        if (depth > DEEPEST) {
            throw place.fault("brackets are nested more than " + DEEPEST + " deep");
        }
        previous = token.getType();
    }

    /** After a dot every word is a name: {@code response.class} reads the member {@code class}. */
    private boolean isNameAfterDot(Token token) {
        boolean isAfterDot = previous == GroovyLangLexer.DOT || previous == GroovyLangLexer.SAFE_DOT;
        return isAfterDot && token.getText().chars().allMatch(Character::isLetter);
    }

    static int nesting(int type) {
        return switch (type) {
            case GroovyLangLexer.LPAREN, GroovyLangLexer.LBRACK, GroovyLangLexer.SAFE_INDEX, GroovyLangLexer.LBRACE ->
                1;
            case GroovyLangLexer.RPAREN, GroovyLangLexer.RBRACK, GroovyLangLexer.RBRACE -> -1;
            default -> 0;
        };
    }
}
