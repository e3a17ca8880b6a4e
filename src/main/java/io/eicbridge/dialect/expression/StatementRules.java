package io.eicbridge.dialect.expression;

import java.util.List;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** The body of an expression: one value, with or without {@code return}. */
final class StatementRules {
    private StatementRules() {}

    static Rules in(Rules rules) {
        return rules.allow(
                        ExpressionStatement.class, (statement, compiler) -> compiler.compile(statement.getExpression()))
                .allow(ReturnStatement.class, (statement, compiler) -> compiler.compile(statement.getExpression()));
    }

    /** The statement that is the whole body. */
    static Statement only(BlockStatement body, Compiler compiler) {
        List<Statement> statements = body.getStatements();
        if (statements.size() == 1) {
            return statements.get(0);
        }
        throw compiler.refuse(
                statements.isEmpty() ? body : statements.get(1),
                "must be one expression, found " + statements.size() + " statements");
    }
}
