#pragma once

/// Where libxlsxwriter keeps a workbook's parts until it puts them together.

#include <cstdio>

namespace plumbline::report::xlsx {

/// An empty file that is kept in memory, packed (a sheet takes a twentieth of its size): plans' words never
/// reach a disk but in the report. It is written from start to end, then read from its start, which is all
/// that the library does. Null when there is no memory.
std::FILE* new_part();

/// Whether the library does keep them so: its own function for files in a folder has been stood in for.
bool parts_stay_in_memory();

} // namespace plumbline::report::xlsx
