package io.eicbridge.dialect.expression;

import java.util.List;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Statements one after another, choices, loops over what there is, and {@code return}. */
final class StatementRules {
    private StatementRules() {}

    static Rules in(Rules rules) {
        return rules.allow(
                        ExpressionStatement.class, (statement, compiler) -> compiler.compile(statement.getExpression()))
                .allow(ReturnStatement.class, StatementRules::end)
                .allow(BlockStatement.class, StatementRules::block)
                .allow(IfStatement.class, StatementRules::choice)
                .allow(ForStatement.class, StatementRules::loop);
    }

    private static Node end(ReturnStatement syntax, Compiler compiler) {
        Node value = compiler.compile(syntax.getExpression());
        return run -> run.end(value.value(run));
    }

    private static Node block(BlockStatement syntax, Compiler compiler) {
        requireNoBareBlock(syntax, compiler);
        compiler.scopes().enter();
        List<Node> nodes =
                syntax.getStatements().stream().map(compiler::compile).toList();
        compiler.scopes().leave();
        return run -> {
            Object last = null;
            for (int i = 0; i < nodes.size() && !run.isEnding(); i++) {
                last = nodes.get(i).value(run);
            }
            return last;
        };
    }

    /** Groovy takes braces that stand alone for a closure, which is no value here. */
    private static void requireNoBareBlock(BlockStatement syntax, Compiler compiler) {
        syntax.getStatements().stream()
                .filter(BlockStatement.class::isInstance)
                .findFirst()
                .ifPresent(bare -> {
                    throw compiler.refuse(bare, "a block that stands alone is not allowed in expressions");
                });
    }

    private static Node choice(IfStatement syntax, Compiler compiler) {
        Node condition = compiler.compile(syntax.getBooleanExpression());
        Node whenTrue = scoped(syntax.getIfBlock(), compiler);
        Node whenFalse = scoped(syntax.getElseBlock(), compiler);
        return compiler.operation(syntax, run -> (Truth.of(condition.value(run)) ? whenTrue : whenFalse).value(run));
    }

    private static Node loop(ForStatement syntax, Compiler compiler) {
        Node all = compiler.compile(syntax.getCollectionExpression());
        compiler.scopes().enter();
        Local each = compiler.scopes().declare(syntax.getVariable().getName());
        Node body = scoped(syntax.getLoopBlock(), compiler);
        compiler.scopes().leave();
        return compiler.operation(syntax, run -> {
            for (Object element : Iterating.elements(all.value(run), run)) {
                run.step();
                run.set(each, element);
                Object value = body.value(run);
                if (run.isEnding()) {
                    return value;
                }
            }
            return null;
        });
    }

    private static Node scoped(Statement syntax, Compiler compiler) {
        if (syntax.isEmpty() && !(syntax instanceof BlockStatement)) {
            return run -> null;
        }
        compiler.scopes().enter();
        Node node = compiler.compile(syntax);
        compiler.scopes().leave();
        return node;
    }
}
