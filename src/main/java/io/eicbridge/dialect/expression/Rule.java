package io.eicbridge.dialect.expression;

import org.codehaus.groovy.ast.ASTNode;

/** Compiles one kind of Groovy's syntax. */
interface Rule<N extends ASTNode> {
    Node compile(N syntax, Compiler compiler);
}
