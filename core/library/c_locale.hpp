#pragma once

#include <clocale>
#include <locale.h>

namespace plumbline::library {

/// This thread's locale is "C" as long as this lives: the process that we are part of may have set one in
/// which 0.5 is written 0,5, and answers would differ.
class CLocale {
public:
    CLocale() : before_(::uselocale(plain())) {}
    ~CLocale() { ::uselocale(before_); }
    CLocale(const CLocale&) = delete;
    CLocale& operator=(const CLocale&) = delete;

private:
    static locale_t plain() {
        static const locale_t locale = ::newlocale(LC_ALL_MASK, "C", nullptr);
        return locale;
    }

    locale_t before_;
};

} // namespace plumbline::library
