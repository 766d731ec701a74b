package dev.modmon.core.expression;

import dev.modmon.core.expression.Expression.Binary;
import dev.modmon.core.expression.Expression.Choice;
import dev.modmon.core.expression.Expression.Literal;
import dev.modmon.core.expression.Expression.Member;
import dev.modmon.core.expression.Expression.Name;
import dev.modmon.core.expression.Expression.Not;
import dev.modmon.core.expression.Value.Secret;
import dev.modmon.core.expression.Value.Text;
import dev.modmon.core.expression.Value.Truth;
import java.util.function.IntPredicate;

/// Evaluates an expression. The rules of the language are told at [Template].
record Evaluator(Scope scope) {
    /// A single value: never a group, never absent.
    Value value(Expression expression) {
        Value value = any(expression);
        return switch (value) {
            case Value.Group group ->
                    throw new ExpressionException(
                            "expression.no-value",
                            expression.at(),
                            "This stands for all the %s, not for one value."
                                    .formatted(group.what()),
                            "Choose one%s."
                                    .formatted(
                                            group.names().isEmpty()
                                                    ? ", as in SECRETS['name']"
                                                    : " of " + String.join(", ", group.names())));
            case Value.Absent(var reason, var hint) ->
                    throw new ExpressionException(
                            "expression.no-value", expression.at(), reason, hint);
            case Text _, Value.Number _, Truth _, Secret _ -> value;
        };
    }

    private Value any(Expression expression) {
        return switch (expression) {
            case Literal(var value, _) -> value;
            case Name name -> NameCheck.name(name, scope);
            case Member member -> member(member);
            case Not(var operand, _) -> new Truth(!truth(operand));
            case Binary binary -> binary(binary);
            case Choice(var condition, var then, var otherwise, _) ->
                    value(truth(condition) ? then : otherwise);
        };
    }

    private Value member(Member member) {
        Value key = value(member.key());
        if (key instanceof Secret) {
            throw secretCompared(member.at());
        }
        return NameCheck.member(member, any(member.of()), key);
    }

    private Value binary(Binary it) {
        return switch (it.operator()) {
            case OR -> new Truth(truth(it.left()) || truth(it.right()));
            case AND -> new Truth(truth(it.left()) && truth(it.right()));
            case SAME -> new Truth(same(compared(it.left()), compared(it.right())));
            case NOT_SAME -> new Truth(!same(compared(it.left()), compared(it.right())));
            case EQUAL -> new Truth(equal(compared(it.left()), compared(it.right())));
            case NOT_EQUAL -> new Truth(!equal(compared(it.left()), compared(it.right())));
            case LESS -> ordered(it, order -> order < 0);
            case LESS_OR_EQUAL -> ordered(it, order -> order <= 0);
            case GREATER -> ordered(it, order -> order > 0);
            case GREATER_OR_EQUAL -> ordered(it, order -> order >= 0);
            case PLUS -> plus(value(it.left()), value(it.right()));
        };
    }

    private boolean truth(Expression expression) {
        return switch (value(expression)) {
            case Truth(var truth) -> truth;
            case Secret _ -> throw secretCompared(expression.at());
            case Value other ->
                    throw new ExpressionException(
                            "expression.not-a-condition",
                            expression.at(),
                            "A condition must be true or false, but this is '%s'."
                                    .formatted(ValueText.of(other)),
                            "Compare it with something, as in ENV === 'production'.");
        };
    }

    private static boolean same(Value left, Value right) {
        return left instanceof Value.Number a && right instanceof Value.Number b
                ? a.exact().compareTo(b.exact()) == 0
                : left.equals(right);
    }

    private static boolean equal(Value left, Value right) {
        return left.getClass() == right.getClass()
                ? same(left, right)
                : ValueText.of(left).equals(ValueText.of(right));
    }

    private Truth ordered(Binary it, IntPredicate accepted) {
        Value left = compared(it.left());
        Value right = compared(it.right());
        if (left instanceof Value.Number a && right instanceof Value.Number b) {
            return new Truth(accepted.test(a.exact().compareTo(b.exact())));
        }
        if (left instanceof Text(String a) && right instanceof Text(var b)) {
            return new Truth(accepted.test(a.compareTo(b)));
        }
        throw new ExpressionException(
                "expression.not-ordered",
                it.at(),
                "'%s' needs two numbers or two texts.".formatted(it.operator().symbol()),
                "Quotes make a text: 2 is a number, '2' is a text.");
    }

    /// A value whose content decides something, so it cannot be a secret.
    private Value compared(Expression expression) {
        Value value = value(expression);
        if (value instanceof Secret) {
            throw secretCompared(expression.at());
        }
        return value;
    }

    private static Value plus(Value left, Value right) {
        if (left instanceof Value.Number a && right instanceof Value.Number b) {
            return Value.Number.of(a.exact().add(b.exact()));
        }
        return left instanceof Secret || right instanceof Secret
                ? new Secret(ValueText.pattern(left) + ValueText.pattern(right))
                : new Text(ValueText.of(left) + ValueText.of(right));
    }

    private static ExpressionException secretCompared(int at) {
        return new ExpressionException(
                "expression.secret-compared",
                at,
                "A secret cannot decide anything: its value is not known when the stack is compiled.",
                "Decide by ENV, or by a variable that is no secret.");
    }
}
