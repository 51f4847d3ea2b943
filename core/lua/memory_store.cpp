#include "lua/memory_store.hpp"

#include "base/user_error.hpp"
#include "lua/memory_format.hpp"
#include "lua/worker.hpp"

namespace plumbline::lua {

namespace {

using namespace memory_format;

/// Copies values from one reader to a writer, words by their number in the table.
class Packer {
public:
    Packer(ByteReader& from, ByteWriter& to, WordTable& words) : from_(&from), to_(&to), words_(&words) {}

    void word() {
        const std::string_view text = from_->word(nullptr);
        if (const auto number = words_->take(text))
            to_->word_number(*number);
        else
            to_->word(text);
    }

    void value() {
        const char kind = from_->tag();
        to_->tag(kind);
        switch (kind) {
        case nothing:
        case yes:
        case no:
            return;
        case integer:
        case date:
            return to_->integer(from_->integer());
        case real:
            return to_->real(from_->real());
        case text:
            return to_->text(from_->text());
        case place:
            to_->text(from_->text());
            word();
            return numbers(2);
        case quote:
            to_->text(from_->text());
            return numbers(3);
        case integers:
            return numbers(counted());
        case list:
            for (std::uint64_t left = counted(); left > 0; --left)
                value();
            return;
        case table:
            for (std::uint64_t left = counted(); left > 0; --left)
                entry();
            return;
        default:
            throw InternalError("a memory with a value of unknown kind");
        }
    }

private:
    std::uint64_t counted() {
        const std::uint64_t count = from_->number();
        to_->number(count);
        return count;
    }

    void numbers(std::uint64_t count) {
        for (; count > 0; --count)
            to_->number(from_->number());
    }

    void entry() {
        const char kind = from_->tag();
        to_->tag(kind);
        if (kind == integer)
            to_->integer(from_->integer());
        else
            word();
        value();
    }

    ByteReader* from_;
    ByteWriter* to_;
    WordTable* words_;
};

} // namespace

void MemoryStore::add(const Memory& memory) {
    const std::size_t index = plans_++;
    if (memory.data.empty()) return;
    ByteReader reader(memory.data);
    const char kind = reader.tag();
    if (kind != memory_format::kept && kind != memory_format::failed)
        throw InternalError("a memory of unknown kind");
    ByteWriter writer;
    Packer packer(reader, writer, words_);
    writer.tag(kind);
    writer.number(index);
    writer.text(reader.text()); // the plan
    writer.text(reader.text()); // the child
    writer.integer(reader.integer());
    packer.word(); // the path
    writer.number(reader.number());
    writer.number(reader.number());
    if (kind == memory_format::failed) {
        writer.number(reader.number());
        packer.word();
        packer.word();
        failed_.add(writer.take());
    } else {
        packer.value();
        kept_.add(writer.take());
    }
}

Remembered MemoryStore::take_apart(std::string_view record) const {
    ByteReader reader(record);
    const char kind = reader.tag();
    Remembered taken;
    taken.index = reader.number();
    taken.plan_id = reader.text();
    taken.child_id = reader.text();
    taken.version = reader.integer();
    taken.place.id = taken.plan_id;
    taken.place.path = reader.word(&words_);
    taken.place.line = static_cast<std::uint32_t>(reader.number());
    taken.place.column = static_cast<std::uint32_t>(reader.number());
    if (kind == memory_format::failed) {
        const auto failure = static_cast<judgement::Failure>(reader.number());
        const std::string_view reason = reader.word(&words_);
        taken.failure = Unjudged{std::string(reason), std::string(reader.word(&words_)), failure};
    } else {
        taken.data = reader.rest();
    }
    return taken;
}

std::vector<std::string_view> MemoryStore::texts() const {
    std::vector<std::string_view> all = kept_.blocks();
    for (const std::string& word : words_.words())
        all.emplace_back(word);
    return all;
}

} // namespace plumbline::lua
