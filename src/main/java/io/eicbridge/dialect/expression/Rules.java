package io.eicbridge.dialect.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;

/** The kinds of syntax that are allowed; every other kind is refused. */
final class Rules {
    private final Map<Class<?>, Rule<ASTNode>> byKind = new HashMap<>();

    /** Allows exactly this kind, not what inherits from it. */
    <N extends ASTNode> Rules allow(Class<N> kind, Rule<N> rule) {
        byKind.put(kind, (syntax, compiler) -> rule.compile(kind.cast(syntax), compiler));
        return this;
    }

    Optional<Rule<ASTNode>> of(ASTNode syntax) {
        return Optional.ofNullable(byKind.get(syntax.getClass()));
    }
}
