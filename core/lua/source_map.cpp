#include "lua/source_map.hpp"

#include "lua/source_tokens.hpp"

#include <algorithm>
#include <map>

namespace plumbline::lua {

namespace {

using Node = std::shared_ptr<const SourceNode>;

constexpr int deepest = 250; // Lua's own parser stops earlier

bool opens_block(const Token& token) {
    return token.is("function") || token.is("do") || token.is("if") || token.is("repeat");
}
bool closes_block(const Token& token) {
    return token.is("end") || token.is("until");
}
bool opens_bracket(const Token& token) {
    return token.is("(") || token.is("{") || token.is("[");
}
bool closes_bracket(const Token& token) {
    return token.is(")") || token.is("}") || token.is("]");
}

class Mapper {
public:
    explicit Mapper(std::string_view source) : tokens_(tokens_of(source)) {}

    Node map() {
        Node returned;
        int depth = 0;
        while (!at_end()) {
            if (depth == 0 && now().is("return")) {
                ++at_;
                returned = value(0);
            } else if (depth == 0 && now().is("local") && ahead(1).kind == Token::Kind::name &&
                       ahead(2).is("=")) {
                const std::string name{ahead(1).text};
                at_ += 3;
                locals_[name] = value(0);
            } else {
                if (now().kind == Token::Kind::name && ahead(1).is("="))
                    locals_.erase(std::string{
                        now().text}); // something else from here on: better no place than a wrong one
                if (opens_block(now())) ++depth;
                if (closes_block(now())) --depth;
                ++at_;
            }
        }
        return returned;
    }

private:
    const Token& now() const { return tokens_[at_]; }
    const Token& ahead(std::size_t count) const { return tokens_[std::min(at_ + count, tokens_.size() - 1)]; }
    bool at_end() const { return now().kind == Token::Kind::end; }

    static bool ends_value(const Token& token) {
        return token.is(",") || token.is(";") || token.is("}") || token.kind == Token::Kind::end;
    }

    /// A value, without what may follow of its expression.
    Node value(int depth) {
        if (now().is("{") && depth < deepest) return constructor(depth + 1);
        auto node = std::make_shared<SourceNode>();
        node->at = now().at;
        if (now().kind != Token::Kind::name) return node;
        const auto known = locals_.find(std::string{now().text});
        const Token& after = ahead(1);
        const bool alone = ends_value(after) || (after.kind == Token::Kind::name && depth == 0);
        if (known != locals_.end() && alone) node->fields = known->second->fields;
        return node;
    }

    /// "{ … }", at its brace; ends after it.
    Node constructor(int depth) {
        auto node = std::make_shared<SourceNode>();
        node->at = now().at;
        ++at_;
        std::size_t items = 0;
        while (!at_end() && !now().is("}")) {
            if (SourceNode::Field field; read_key(field)) {
                field.value = value(depth);
                node->fields.push_back(std::move(field));
            } else {
                field.key = std::to_string(++items);
                field.key_at = now().at;
                field.value = value(depth);
                node->fields.push_back(std::move(field));
            }
            skip_value();
            if (now().is(",") || now().is(";")) ++at_;
        }
        if (!at_end()) ++at_;
        return node;
    }

    /// `name =` or `[key] =`; false and nothing read when the value has no key.
    bool read_key(SourceNode::Field& field) {
        field.key_at = now().at;
        if (now().kind == Token::Kind::name && ahead(1).is("=")) {
            field.key = now().text;
            at_ += 2;
            return true;
        }
        if (!now().is("[")) return false;
        const Token& key = ahead(1);
        const bool literal = ahead(2).is("]");
        if (literal && key.kind == Token::Kind::number) field.key = key.text;
        if (literal && key.kind == Token::Kind::text &&
            key.text.size() > 1) // escapes are not undone: no place then
            field.key = key.text.substr(1, key.text.size() - 2);
        ++at_;
        skip_to([](const Token& token) { return token.is("]"); });
        if (!at_end()) ++at_;
        if (now().is("=")) ++at_;
        return true;
    }

    void skip_value() { skip_to(&ends_value); }

    /// To the first such token outside brackets and blocks that begin here.
    template <class Wanted>
    void skip_to(Wanted&& wanted) {
        int depth = 0;
        for (; !at_end(); ++at_) {
            if (depth == 0 && wanted(now())) return;
            if (opens_bracket(now()) || opens_block(now())) ++depth;
            if (closes_bracket(now()) || closes_block(now())) --depth;
        }
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::map<std::string, Node> locals_; // at the file's top level
};

} // namespace

const SourceNode::Field* SourceNode::find(std::string_view key) const {
    const auto found =
        std::find_if(fields.rbegin(), fields.rend(), [&](const Field& field) { return field.key == key; });
    return found == fields.rend() ? nullptr : &*found;
}

std::shared_ptr<const SourceNode> map_source(std::string_view source) {
    return Mapper(source).map();
}

} // namespace plumbline::lua
