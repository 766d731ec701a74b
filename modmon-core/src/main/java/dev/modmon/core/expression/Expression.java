package dev.modmon.core.expression;

/// A parsed expression. Each node knows its index in the template's text.
sealed interface Expression {
    int at();

    record Literal(Value value, int at) implements Expression {}

    record Name(String name, int at) implements Expression {}

    /// `of.key` or `of[key]`; at the key.
    record Member(Expression of, Expression key, int at) implements Expression {}

    record Not(Expression operand, int at) implements Expression {}

    /// At the operator.
    record Binary(Operator operator, Expression left, Expression right, int at)
            implements Expression {}

    /// At the condition.
    record Choice(Expression condition, Expression then, Expression otherwise, int at)
            implements Expression {}
}
