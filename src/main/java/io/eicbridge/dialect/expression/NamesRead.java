package io.eicbridge.dialect.expression;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.syntax.Types;

/** Walks over an expression and keeps which names it reads from outside; names it declares anywhere count as its own. */
final class NamesRead extends CodeVisitorSupport {
    private final Set<String> read = new TreeSet<>();
    private final Set<String> declared = new HashSet<>(Set.of("it", "this", "super"));
    private final Set<String> paths = new TreeSet<>();
    private final Set<String> hyphens = new TreeSet<>();
    private final Set<String> hyphened = new TreeSet<>();

    Set<String> free() {
        Set<String> free = new TreeSet<>(read);
        free.removeAll(declared);
        free.removeAll(hyphened);
        return free;
    }

    Set<String> paths() {
        return new TreeSet<>(paths);
    }

    Set<String> hyphens() {
        return new TreeSet<>(hyphens);
    }

    @Override
    public void visitVariableExpression(VariableExpression name) {
        read.add(name.getName());
        super.visitVariableExpression(name);
    }

    @Override
    public void visitPropertyExpression(PropertyExpression path) {
        if (isClassName(path)) {
            return;
        }
        if (path.getObjectExpression() instanceof VariableExpression owner) {
            paths.add(owner.getName() + "." + path.getPropertyAsString());
        }
        super.visitPropertyExpression(path);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        if (call.getObjectExpression() instanceof VariableExpression type && startsLarge(type.getName())) {
            call.getArguments().visit(this);
        } else {
            super.visitMethodCallExpression(call);
        }
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        declare(declaration.getLeftExpression());
        super.visitDeclarationExpression(declaration);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression operation) {
        int kind = operation.getOperation().getType();
        if (kind == Types.EQUAL) {
            declare(operation.getLeftExpression());
        }
        if (kind == Types.MINUS) {
            subtraction(operation.getLeftExpression(), operation.getRightExpression());
        }
        super.visitBinaryExpression(operation);
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        Parameter[] parameters = closure.getParameters();
        for (Parameter parameter : parameters == null ? new Parameter[0] : parameters) {
            declared.add(parameter.getName());
        }
        super.visitClosureExpression(closure);
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        if (loop.getVariable() != null) {
            declared.add(loop.getVariable().getName());
        }
        super.visitForLoop(loop);
    }

    @Override
    public void visitTryCatchFinally(TryCatchStatement attempt) {
        attempt.getCatchStatements()
                .forEach(one -> declared.add(one.getVariable().getName()));
        super.visitTryCatchFinally(attempt);
    }

    private void declare(Expression left) {
        if (left instanceof VariableExpression name) {
            declared.add(name.getName());
        } else if (left instanceof TupleExpression names) {
            names.getExpressions().forEach(this::declare);
        }
    }

    /** A name right of a minus that touches it on both sides was meant as one word: {@code headers.X-Page}. */
    private void subtraction(Expression left, Expression right) {
        boolean touches = left.getLastLineNumber() == right.getLineNumber()
                && right.getColumnNumber() - left.getLastColumnNumber() == 1;
        String name = right instanceof VariableExpression variable ? variable.getName() : nameIn(right);
        if (touches && name != null && !declared.contains(name) && isPath(left)) {
            hyphens.add(left.getText().replace("?.", ".") + "-" + right.getText());
            hyphened.add(name);
        }
    }

    private static String nameIn(Expression right) {
        return right instanceof PropertyExpression path && path.getObjectExpression() instanceof VariableExpression name
                ? name.getName()
                : null;
    }

    private static boolean isPath(Expression left) {
        boolean isSubtraction = left instanceof BinaryExpression operation
                && operation.getOperation().getType() == Types.MINUS
                && isPath(operation.getLeftExpression());
        return isSubtraction || left instanceof PropertyExpression || left instanceof VariableExpression;
    }

    /** A name with packages before it, or a class that Groovy knows, is no binding. */
    private static boolean isClassName(PropertyExpression path) {
        String text = path.getText();
        return text.matches("(java|javax|groovy|grails|org|com)\\.[a-z.]+.*")
                || path.getObjectExpression() instanceof VariableExpression owner && startsLarge(owner.getName());
    }

    private static boolean startsLarge(String name) {
        return Character.isUpperCase(name.charAt(0)) && !name.equals("ServiceAccountOwnerMap");
    }
}
