#include "cli/output.hpp"

#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/failure.hpp"
#include "editing/whole_file.hpp"

namespace etic::cli {

void deliver(const std::string& bytes, const std::string& path, Env& env) {
  if (path.empty()) {
    env.out << bytes << std::flush;
    if (!env.out) throw Failure(exit_io, "the results could not be written to standard output");
  } else if (const std::optional<std::string> trouble = write_whole_file(path, bytes)) {
    throw Failure(exit_io, fmt::format("{} could not be written: {}", path, *trouble));
  }
}

void Output::set_up(CLI::App& app) {
  command_ = app.get_name();
  app.add_option("--format", format_name_, "table, csv, tsv, json, md, latex, html or xlsx (else by FILE's ending)")
      ->check(one_of("--format", format_names()))
      ->type_name("FORMAT");
  app.add_option("-o,--output", path_, "Write to FILE, whole or not at all")->type_name("FILE");
  app.add_option("--label", label_, "Of LaTeX: the table's \\label (default: tab: and FILE's name or the command)")
      ->check(not_empty("--label"))
      ->type_name("NAME");
}

Format Output::format() const {
  if (!format_name_.empty()) return *parse_format(format_name_);
  return format_of_file(path_).value_or(Format::table);
}

Page Output::page(const Env& env) const {
  if (!path_.empty()) return {};
  return {env.width, env.colour};
}

void Output::say(const std::string& sentence) {
  if (is_text() || format() == Format::markdown) {
    text_ << sentence << '\n';
  } else {
    tables_.push_back({sentence, {}, {}, {}});
  }
}

void Output::write(const Table& table, const Metadata& metadata, const Env& env) {
  if (written_) text_ << '\n';
  written_ = true;
  switch (format()) {
    case Format::table:
      return write_text(text_, table, page(env));
    case Format::markdown:
      return write_markdown(text_, table);
    case Format::csv:
      return write_csv(text_, table);
    case Format::tsv:
      return write_tsv(text_, table);
    case Format::json:
      return write_json(text_, metadata, table);
    case Format::latex:
    case Format::html:
    case Format::xlsx:
      return tables_.push_back(table);
  }
}

/// By what tells tables apart in a text that includes several.
std::string Output::label() const {
  if (!label_.empty()) return label_;
  std::string stem = path_.substr(path_.rfind('/') + 1);
  stem = stem.substr(0, stem.find('.'));
  return "tab:" + (stem.empty() ? command_ : stem);
}

void Output::commit(Env& env) {
  switch (format()) {
    case Format::latex: {
      std::ostringstream document;
      write_latex(document, tables_, label());
      return deliver(document.str(), path_, env);
    }
    case Format::html: {
      std::ostringstream document;
      write_html(document, tables_);
      return deliver(document.str(), path_, env);
    }
    case Format::xlsx:
      if (path_.empty() && env.width > 0)
        throw Failure(exit_usage, "a workbook is nothing to read on a terminal; write `-o FILE.xlsx`");
      return deliver(xlsx_bytes(tables_), path_, env);
    default:
      return deliver(text_.str(), path_, env);
  }
}

}  // namespace etic::cli
