#include "lua/source_names.hpp"

#include "lua/source_tokens.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace plumbline::lua {

namespace {

struct Local {
    bool parameter = false, used = false;
    SourcePlace at;
};

/// Walks the source by Lua's grammar. What an expression is worth does not matter here, so operators have no
/// precedence.
class Walker {
public:
    explicit Walker(std::string_view source) : tokens_(tokens_of(source)) {}

    SourceNames walk() {
        open();
        while (!ended())
            statement();
        close();
        const auto earlier = [](const UnusedLocal& left, const UnusedLocal& right) {
            return left.at.line < right.at.line ||
                   (left.at.line == right.at.line && left.at.column < right.at.column);
        };
        std::sort(found_.unused.begin(), found_.unused.end(), earlier);
        return std::move(found_);
    }

private:
    /// What a suffixed expression was, as far as an assignment needs to know.
    struct Target {
        std::optional<Token> bare; // a name alone
    };

    const Token& now() const { return tokens_[at_]; }
    bool ended() const { return now().kind == Token::Kind::end; }
    bool is(std::string_view word) const { return now().is(word); }
    Token take() { return ended() ? now() : tokens_[at_++]; }
    bool accept(std::string_view word) {
        if (!is(word)) return false;
        take();
        return true;
    }

    void open() { scopes_.emplace_back(); }
    void close() {
        for (const auto& [name, local] : scopes_.back())
            if (!local.used && !local.parameter && !name.starts_with('_'))
                found_.unused.push_back({std::string(name), local.at});
        scopes_.pop_back();
    }
    void declare(const Token& name, bool parameter) {
        auto& known = scopes_.back();
        if (const auto same = known.find(name.text); same != known.end() && !same->second.used &&
                                                     !same->second.parameter && !name.text.starts_with('_'))
            found_.unused.push_back({std::string(name.text), same->second.at});
        known[name.text] = {parameter, false, name.at};
    }
    Local* find(std::string_view name) {
        const auto scope = std::find_if(scopes_.rbegin(), scopes_.rend(),
                                        [&](const auto& names) { return names.contains(name); });
        return scope == scopes_.rend() ? nullptr : &scope->find(name)->second;
    }

    bool block_ends() const { return ended() || is("end") || is("else") || is("elseif") || is("until"); }
    void block() {
        open();
        while (!block_ends())
            statement();
        close();
    }

    void statement() {
        if (accept(";") || accept("break")) return;
        if (accept("::")) return skip(2);
        if (accept("do")) return block_to_end();
        if (accept("while")) return loop_while();
        if (accept("repeat")) return loop_repeat();
        if (accept("if")) return branches();
        if (accept("for")) return loop_for();
        if (accept("function")) return named_function();
        if (accept("local")) return local();
        if (accept("return")) {
            if (!block_ends() && !is(";")) expressions();
            return;
        }
        if (is("goto") && tokens_[at_ + 1].kind == Token::Kind::name) return skip(2);
        assignment_or_call();
    }

    void skip(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            take();
    }
    void block_to_end() {
        block();
        accept("end");
    }
    void loop_while() {
        expression();
        accept("do");
        block_to_end();
    }
    void loop_repeat() { // its condition still sees the block's locals
        open();
        while (!block_ends())
            statement();
        accept("until");
        expression();
        close();
    }
    void branches() {
        do {
            expression();
            accept("then");
            block();
        } while (accept("elseif"));
        if (accept("else")) block();
        accept("end");
    }
    void loop_for() {
        std::vector<Token> names;
        do
            names.push_back(take());
        while (accept(","));
        take(); // "=" or "in"
        expressions();
        accept("do");
        open();
        for (const Token& name : names)
            declare(name, false);
        block();
        close();
        accept("end");
    }
    void named_function() {
        read(take());
        bool method = false;
        while (is(".") || is(":")) {
            method = take().is(":");
            take();
        }
        function(method);
    }
    void local() {
        if (accept("function")) {
            declare(take(), false);
            return function(false);
        }
        std::vector<Token> names;
        do {
            names.push_back(take());
            if (accept("<")) skip(2); // "const >"
        } while (accept(","));
        if (accept("=")) expressions();
        for (const Token& name : names)
            declare(name, false);
    }
    void assignment_or_call() {
        std::vector<Target> targets{suffixed()};
        while (accept(","))
            targets.push_back(suffixed());
        const bool assigns = accept("=");
        for (const Target& target : targets)
            if (target.bare) assigns ? write(*target.bare) : read(*target.bare);
        if (assigns) expressions();
    }

    void expressions() {
        do
            expression();
        while (accept(","));
    }
    void expression() {
        static constexpr auto operators =
            std::to_array<std::string_view>({"+",  "-",  "*", "/",  "//", "^",  "%",  "&",  "~",   "|", ">>",
                                             "<<", "..", "<", "<=", ">",  ">=", "==", "~=", "and", "or"});
        do {
            while (accept("-") || accept("not") || accept("#") || accept("~")) {
            }
            simple();
        } while (std::any_of(operators.begin(), operators.end(),
                             [&](std::string_view known) { return accept(known); }));
    }
    void simple() {
        if (is("{")) {
            table();
            return;
        }
        if (accept("function")) return function(false);
        const bool literal = now().kind == Token::Kind::number || now().kind == Token::Kind::text ||
                             is("nil") || is("true") || is("false") || is("...");
        if (literal) {
            take();
            return;
        }
        const Target target = suffixed();
        if (target.bare) read(*target.bare);
    }

    void function(bool method) {
        open();
        if (method) scopes_.back()["self"] = {true, true, now().at};
        accept("(");
        while (!ended() && !accept(")")) {
            const Token name = take();
            if (name.kind == Token::Kind::name) declare(name, true);
        }
        block();
        close();
        accept("end");
    }

    /// Returns the named keys.
    std::vector<std::string> table() {
        std::vector<std::string> keys;
        accept("{");
        while (!ended() && !accept("}")) {
            if (accept("[")) {
                expression();
                accept("]");
                accept("=");
            } else if (now().kind == Token::Kind::name && tokens_[at_ + 1].is("=")) {
                keys.emplace_back(take().text);
                take();
            }
            expression();
            if (!accept(",")) accept(";");
        }
        return keys;
    }

    Target suffixed() {
        Target target;
        if (accept("(")) {
            expression();
            accept(")");
        } else {
            target.bare = take();
        }
        for (bool first = true; suffix(target, first); first = false) {
        }
        return target;
    }

    /// One ".name", "[…]", ":name(…)" or "(…)"; false when none follows.
    bool suffix(Target& target, bool first) {
        const std::optional<Token> base = first ? std::exchange(target.bare, std::nullopt) : std::nullopt;
        if (is(".") || is(":")) {
            const bool method = take().is(":");
            const Token name = take();
            if (base) read(*base, &name, method);
            if (method) arguments(base && of_parameter(*base) ? &found_.fields.back() : nullptr);
            return true;
        }
        if (is("[")) {
            take();
            const bool constant = now().kind == Token::Kind::text && tokens_[at_ + 1].is("]");
            if (base && constant && now().text.size() > 2) {
                Token name = now();
                name.text = name.text.substr(1, name.text.size() - 2);
                read(*base, &name, false);
            } else if (base) {
                read(*base);
            }
            expression();
            accept("]");
            return true;
        }
        if (is("(") || is("{") || now().kind == Token::Kind::text) {
            if (base) read(*base);
            arguments(nullptr);
            return true;
        }
        if (base) target.bare = base;
        return false;
    }

    void arguments(FieldUse* use) {
        if (is("{")) {
            const std::size_t index = use != nullptr ? found_.fields.size() - 1 : 0;
            std::vector<std::string> keys = table();
            if (use == nullptr) return;
            found_.fields[index].has_table = true; // `use` may have moved
            found_.fields[index].keys = std::move(keys);
            return;
        }
        if (now().kind == Token::Kind::text) {
            take();
            return;
        }
        accept("(");
        if (!is(")")) expressions();
        accept(")");
    }

    bool of_parameter(const Token& name) {
        const Local* local = find(name.text);
        return local != nullptr && local->parameter;
    }
    void read(const Token& name, const Token* field = nullptr, bool method = false) {
        if (name.kind != Token::Kind::name) return;
        Local* local = find(name.text);
        if (local == nullptr) {
            found_.globals.push_back(
                {std::string(name.text) + (field != nullptr ? "." + std::string(field->text) : ""), false,
                 name.at});
            return;
        }
        local->used = true;
        if (local->parameter && field != nullptr)
            found_.fields.push_back(
                {std::string(name.text), std::string(field->text), method, field->at, false, {}});
    }
    void write(const Token& name) {
        if (name.kind != Token::Kind::name) return;
        if (find(name.text) == nullptr) found_.globals.push_back({std::string(name.text), true, name.at});
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::vector<std::map<std::string_view, Local>> scopes_;
    SourceNames found_;
};

} // namespace

SourceNames names_in(std::string_view source) {
    return Walker(source).walk();
}

} // namespace plumbline::lua
