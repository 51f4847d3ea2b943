#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::host {

/// Lines typed at a terminal, with history (of this session only: what is typed may hold words of a plan) and
/// completion; plain lines where standard input is no terminal. One at a time in the program.
class LineEditor {
public:
    /// What the end of a line may become: where its last word begins, and the words.
    using Complete = std::function<std::pair<std::size_t, std::vector<std::string>>(std::string_view)>;
    explicit LineEditor(Complete complete);
    ~LineEditor();
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;

    /// Empty at the end of the input.
    std::optional<std::string> read(const std::string& prompt);

private:
    bool terminal_;
};

} // namespace plumbline::host
