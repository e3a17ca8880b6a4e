package io.eicbridge.dialect.expression;

import org.codehaus.groovy.ast.ASTNode;

/** A place in the text that holds an expression, which may begin in the middle of a line. */
record Place(String origin, int line, int column) {
    /** A place that is counted from this one, as the parser counts from 1. */
    Place at(int innerLine, int innerColumn) {
        int columnHere = innerLine <= 1 ? column + Math.max(innerColumn, 1) - 1 : innerColumn;
        return new Place(origin, line + Math.max(innerLine, 1) - 1, columnHere);
    }

    Place of(ASTNode node) {
        return at(node.getLineNumber(), node.getColumnNumber());
    }

    ExpressionFault fault(String reason) {
        return new ExpressionFault(origin, line, column, reason);
    }
}
