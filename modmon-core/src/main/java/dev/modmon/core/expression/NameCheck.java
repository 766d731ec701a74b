package dev.modmon.core.expression;

import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.expression.Expression.Binary;
import dev.modmon.core.expression.Expression.Choice;
import dev.modmon.core.expression.Expression.Literal;
import dev.modmon.core.expression.Expression.Member;
import dev.modmon.core.expression.Expression.Name;
import dev.modmon.core.expression.Expression.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks up every name of an expression, also in branches that are not taken: a name that means nothing
/// is a mistake in every environment, not only in the one where it is needed.
final class NameCheck {
    private final Scope scope;
    private final List<ExpressionException> problems = new ArrayList<>();

    private NameCheck(Scope scope) {
        this.scope = scope;
    }

    static List<ExpressionException> problems(Expression expression, Scope scope) {
        NameCheck check = new NameCheck(scope);
        check.visit(expression);
        return check.problems;
    }

    /// What the expression stands for, when names alone tell.
    private Optional<Value> visit(Expression expression) {
        return switch (expression) {
            case Literal(var value, _) -> Optional.of(value);
            case Name name -> lookUp(() -> name(name, scope));
            case Member member -> member(member);
            case Not(var operand, _) -> all(operand);
            case Binary(_, var left, var right, _) -> all(left, right);
            case Choice(var condition, var then, var otherwise, _) ->
                    all(condition, then, otherwise);
        };
    }

    private Optional<Value> member(Member member) {
        Optional<Value> of = visit(member.of());
        Optional<Value> key = visit(member.key());
        return of.isPresent() && key.isPresent()
                ? lookUp(() -> member(member, of.get(), key.get()))
                : Optional.empty();
    }

    private Optional<Value> all(Expression... expressions) {
        for (Expression expression : expressions) {
            visit(expression);
        }
        return Optional.empty();
    }

    private Optional<Value> lookUp(java.util.function.Supplier<Value> lookUp) {
        try {
            return Optional.of(lookUp.get());
        } catch (ExpressionException e) {
            problems.add(e);
            return Optional.empty();
        }
    }

    static Value name(Name name, Scope scope) {
        return scope.get(name.name())
                .orElseThrow(() ->
                        new ExpressionException(
                                "expression.unknown-name",
                                name.at(),
                                "Nothing is called '%s' here.".formatted(name.name()),
                                DidYouMean.hint(name.name(), scope.names(), "names")));
    }

    static Value member(Member member, Value of, Value key) {
        if (of instanceof Value.Absent) {
            return of;
        }
        if (!(of instanceof Value.Group group)) {
            throw new ExpressionException(
                    "expression.no-members",
                    member.at(),
                    "There is nothing inside of a single value.",
                    "Only names such as DB and SERVICES have something inside.");
        }
        if (!(key instanceof Value.Text(var name))) {
            throw new ExpressionException(
                    "expression.bad-index",
                    member.at(),
                    "What stands in '[ ]' must be text.",
                    "Write it with quotes, as in DB['app_db'].");
        }
        return group.members()
                .apply(name)
                .orElseThrow(() ->
                        new ExpressionException(
                                "expression.unknown-name",
                                member.at(),
                                "There is no '%s' among the %s.".formatted(name, group.what()),
                                DidYouMean.hint(name, group.names(), group.what())));
    }
}
