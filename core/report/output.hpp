#pragma once

/// Where a report goes: whole or not at all.

#include <memory>
#include <ostream>
#include <string>

namespace plumbline::report {

/// A file is written beside its name and renamed onto it by `commit`; whoever reads the name meets the old
/// report or the new one, never a part. "-" is standard output. A pipe or device is written to directly. An
/// error (disk full, closed pipe) is thrown by the write that meets it, as UserError that names the file and
/// the system's reason; the program ignores SIGPIPE for that.
class Output {
public:
    explicit Output(const std::string& target);
    /// Without commit: leaves no trace of a file.
    ~Output();
    Output(Output&&) noexcept;
    Output& operator=(Output&&) noexcept;

    std::ostream& stream();
    void commit();

private:
    class File;
    std::unique_ptr<File> file_;
};

} // namespace plumbline::report
