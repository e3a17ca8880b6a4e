package io.eicbridge.dialect.expression;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;

/** The body of an expression: one value, with or without {@code return}. */
final class StatementRules {
    private StatementRules() {}

    static Rules in(Rules rules) {
        return rules.allow(BlockStatement.class, StatementRules::block)
                .allow(ExpressionStatement.class, (statement, compiler) -> compiler.compile(statement.getExpression()))
                .allow(ReturnStatement.class, (statement, compiler) -> compiler.compile(statement.getExpression()));
    }

    private static Node block(BlockStatement block, Compiler compiler) {
        if (block.getStatements().size() != 1) {
            ASTNode at = block.isEmpty() ? block : block.getStatements().get(1);
            throw compiler.refuse(
                    at, "must be one expression, found " + block.getStatements().size() + " statements");
        }
        return compiler.compile(block.getStatements().get(0));
    }
}
