package dev.modmon.core.expression;

import dev.modmon.core.expression.Expression.Binary;
import dev.modmon.core.expression.Expression.Choice;
import dev.modmon.core.expression.Expression.Literal;
import dev.modmon.core.expression.Expression.Member;
import dev.modmon.core.expression.Expression.Name;
import dev.modmon.core.expression.Expression.Not;
import dev.modmon.core.expression.Token.Kind;
import java.util.List;
import java.util.Optional;

/// A Pratt parser: each operator takes what binds more tightly than itself.
final class Parser {
    static final int MAX_DEPTH = 100;
    static final int MAX_LENGTH = 2_000;

    private final List<Token> tokens;
    private int position;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// The expression between these indexes of the text.
    static Expression parse(String text, int start, int end) {
        if (end - start > MAX_LENGTH) {
            throw new ExpressionException(
                    "expression.too-long",
                    start,
                    "The expression is longer than %d characters.".formatted(MAX_LENGTH),
                    "Use several variables.");
        }
        Parser parser = new Parser(new Lexer(text, start, end).tokens());
        Expression expression = parser.choice();
        parser.expectEnd();
        return expression;
    }

    private Expression choice() {
        enter();
        Expression condition = binary(0);
        if (!take("?")) {
            depth--;
            return condition;
        }
        Expression then = choice();
        expect(":", "A choice is written CONDITION ? THIS : THAT.");
        Expression otherwise = choice();
        depth--;
        return new Choice(condition, then, otherwise, condition.at());
    }

    private Expression binary(int binding) {
        Expression left = unary();
        for (Optional<Operator> operator = operatorAbove(binding);
                operator.isPresent();
                operator = operatorAbove(binding)) {
            int at = next().at();
            left = new Binary(operator.get(), left, binary(operator.get().binding()), at);
        }
        return left;
    }

    private Optional<Operator> operatorAbove(int binding) {
        return peek().kind() == Kind.SYMBOL
                ? Operator.of(peek().text()).filter(it -> it.binding() > binding)
                : Optional.empty();
    }

    private Expression unary() {
        if (!peek().is("!")) {
            return members(primary());
        }
        int at = next().at();
        enter();
        Expression operand = unary();
        depth--;
        return new Not(operand, at);
    }

    private Expression members(Expression start) {
        Expression expression = start;
        while (true) {
            if (take(".")) {
                Token key = next();
                if (key.kind() != Kind.NAME) {
                    throw unexpected(key, "A '.' is followed by a name, such as .HOST.");
                }
                Value name = Value.text(key.text());
                expression = new Member(expression, new Literal(name, key.at()), key.at());
            } else if (take("[")) {
                Expression key = choice();
                expect("]", "Close the '[' with ']'.");
                expression = new Member(expression, key, key.at());
            } else {
                return expression;
            }
        }
    }

    private Expression primary() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> new Literal(new Value.Number(token.text()), token.at());
            case TEXT -> new Literal(Value.text(token.text()), token.at());
            case NAME -> name(token);
            case SYMBOL -> parenthesis(token);
            case END ->
                    throw unexpected(
                            token, "A name, a number, a quoted text or '(' is missing here.");
        };
    }

    private Expression name(Token token) {
        if (peek().is("(")) {
            throw ExpressionException.syntax(
                    token.at(),
                    "'%s(…)' is a call, and expressions have none.".formatted(token.text()),
                    "Use names, texts, numbers and operators.");
        }
        return switch (token.text()) {
            case "true", "false" ->
                    new Literal(new Value.Truth(token.text().equals("true")), token.at());
            default -> new Name(token.text(), token.at());
        };
    }

    private Expression parenthesis(Token token) {
        if (!token.is("(")) {
            throw unexpected(token, "A name, a number, a quoted text or '(' is expected here.");
        }
        Expression inner = choice();
        expect(")", "Close the '(' with ')'.");
        return inner;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException(
                    "expression.too-deep",
                    peek().at(),
                    "The expression is nested more than %d levels deep.".formatted(MAX_DEPTH),
                    "Use several variables.");
        }
    }

    private Token peek() {
        return tokens.get(position);
    }

    private Token next() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            position++;
        }
        return token;
    }

    private boolean take(String symbol) {
        boolean there = peek().is(symbol);
        if (there) {
            position++;
        }
        return there;
    }

    private void expect(String symbol, String hint) {
        if (!take(symbol)) {
            throw unexpected(peek(), hint);
        }
    }

    private void expectEnd() {
        if (peek().kind() != Kind.END) {
            throw unexpected(peek(), "An operator such as '+' or '==' is missing before it.");
        }
    }

    private static ExpressionException unexpected(Token token, String hint) {
        return ExpressionException.syntax(
                token.at(), "Did not expect %s here.".formatted(token.shown()), hint);
    }
}
