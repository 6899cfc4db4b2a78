#include "cli/output.hpp"

#include <fmt/format.h>
#include <map>

#include "cli/choice.hpp"
#include "cli/failure.hpp"
#include "editing/whole_file.hpp"

namespace etic::cli {
namespace {

const std::map<std::string, Format>& formats() {
  static const std::map<std::string, Format> known{{"table", Format::table},
                                                   {"csv", Format::csv},
                                                   {"tsv", Format::tsv},
                                                   {"json", Format::json},
                                                   {"md", Format::markdown}};
  return known;
}

}  // namespace

void Output::set_up(CLI::App& app) {
  app.add_option("--format", format_name_, "table, csv, tsv, json or md (else by the file's ending)")
      ->check(one_of("--format", {"table", "csv", "tsv", "json", "md"}))
      ->type_name("FORMAT");
  app.add_option("-o,--output", path_, "Write to FILE, whole or not at all")->type_name("FILE");
}

Format Output::format() const {
  if (!format_name_.empty()) return formats().at(format_name_);
  const std::size_t dot = path_.rfind('.');
  const auto by_ending = dot == std::string::npos ? formats().end() : formats().find(path_.substr(dot + 1));
  return by_ending == formats().end() ? Format::table : by_ending->second;
}

Page Output::page(const Env& env) const {
  if (!path_.empty()) return {};
  return {env.width, env.colour};
}

void Output::write(const Table& table, const Metadata& metadata, const Env& env) {
  if (written_) text_ << '\n';
  written_ = true;
  switch (format()) {
    case Format::table:
      write_text(text_, table, page(env));
      break;
    case Format::markdown:
      write_markdown(text_, table);
      break;
    case Format::csv:
      write_csv(text_, table);
      break;
    case Format::tsv:
      write_tsv(text_, table);
      break;
    case Format::json:
      write_json(text_, metadata, table);
      break;
  }
}

void Output::commit(Env& env) {
  if (path_.empty()) {
    env.out << text_.str() << std::flush;
    if (!env.out) throw Failure(exit_io, "the results could not be written to standard output");
  } else if (const std::optional<std::string> trouble = write_whole_file(path_, text_.str())) {
    throw Failure(exit_io, fmt::format("{} could not be written: {}", path_, *trouble));
  }
}

}  // namespace etic::cli
