package io.eicbridge.dialect.expression;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.stmt.Statement;

/** Turns Groovy's syntax tree into nodes of our own, by the rule of each kind. */
final class Compiler {
    private static final int DEEPEST = 400;
    private static final int LONGEST_SHOWN = 60;
    private static final Rules ALLOWED = allowed();
    private final Place start;
    private final Set<String> names = new TreeSet<>();
    private final Scopes scopes = new Scopes();
    private final Map<Local, Casting.Type> types = new HashMap<>();
    private int depth;

    /** @param start where the expression begins in its text */
    Compiler(Place start) {
        this.start = start;
    }

    Node compile(ASTNode syntax) {
        requireDepth(syntax);
        requireNoAnnotation(syntax);
        depth++;
        Node node = ALLOWED.of(syntax)
                .orElseThrow(() -> refuse(syntax, wordsFor(syntax) + " is not allowed in expressions"))
                .compile(syntax, this);
        depth--;
        return node;
    }

    /** A node that can fail and then tells where. */
    Node operation(ASTNode syntax, Node operation) {
        return new Operation(start.of(syntax), operation);
    }

    ExpressionFault refuse(ASTNode syntax, String reason) {
        return start.of(syntax).fault(reason);
    }

    Scopes scopes() {
        return scopes;
    }

    /** The types that the declarations of variables name. */
    Map<Local, Casting.Type> types() {
        return types;
    }

    void uses(String name) {
        names.add(name);
    }

    /** The names that the expression reads from its bindings. */
    Set<String> names() {
        return names;
    }

    private static Rules allowed() {
        Rules rules = LocalRules.in(MakingRules.in(LiteralRules.in(new Rules())));
        return StatementRules.in(CallRules.in(OperatorRules.in(PathRules.in(rules))));
    }

    private void requireDepth(ASTNode syntax) {
        if (depth > DEEPEST) {
            throw refuse(syntax, "is nested too deeply");
        }
    }

    /** An annotation makes Groovy's compiler run code; here it would do nothing, which its author does not expect. */
    private void requireNoAnnotation(ASTNode syntax) {
        boolean isAnnotated =
                syntax instanceof AnnotatedNode node && !node.getAnnotations().isEmpty();
        boolean isLabelled = syntax instanceof Statement statement && statement.getStatementLabels() != null;
        if (isAnnotated || isLabelled) {
            throw refuse(syntax, (isAnnotated ? "an annotation" : "a label") + " is not allowed in expressions");
        }
    }

    private static String wordsFor(ASTNode syntax) {
        String kind = syntax.getClass().getSimpleName().replace("Expression", "");
        String words = kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        String text = syntax.getText().length() > LONGEST_SHOWN
                ? syntax.getText().substring(0, LONGEST_SHOWN) + "…"
                : syntax.getText();
        return "\"" + text + "\" (" + words + ")";
    }
}
