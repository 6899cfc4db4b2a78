#include "editing/study_edit.hpp"

#include <algorithm>

#include "diagnostics/open_source.hpp"
#include "text/natural_order.hpp"
#include "yaml/parse.hpp"

namespace etic {

StudyEdit::StudyEdit(const FileTree& files, const std::string& folder, const Study& study, const Codebooks& books,
                     const Ledger& ledger, const Memos& memos, Sink& sink)
    : study_(study), books_(books), ledger_(ledger), memos_(memos) {
  for (const Codebook& book : books_.books) documents_.push_back(parse(*book.file, sink));
  study_document_ = parse(*study_.file, sink);
  const std::string conclusions = join_path(folder, study_.conclusions_file);
  if (files.read(conclusions, study_limit.bytes).trouble == trouble_missing) return;
  conclusions_ = open_source(files, conclusions, study_limit, sink);
  if (conclusions_ != nullptr) conclusions_document_ = parse(*conclusions_, sink);
}

YamlNode StudyEdit::parse(const SourceFile& file, Sink& sink) {
  return parse_yaml(file, {file.bom_size(), static_cast<std::uint32_t>(file.bytes().size())}, sink);
}

YamlEntry StudyEdit::document(BookId book) const { return whole_document(file_of(book), documents_[book.index()]); }

YamlEntry StudyEdit::entry_of(CodeId code) const {
  return *entry_of(parent_of(code)).find("codes")->find(last_part(books_.code(code).name));
}

YamlEntry StudyEdit::entry_of(const CodeParent& parent) const {
  return parent.theme ? entry_of(*parent.theme) : document(parent.book);
}

CodeParent StudyEdit::parent_of(CodeId code) const { return {books_.code(code).book, books_.code(code).parent}; }

std::string StudyEdit::name_below(const CodeParent& parent, std::string_view part) const {
  return (parent.theme ? books_.code(*parent.theme).name + "." : "") + std::string(part);
}

std::vector<StudyEdit::Findings> StudyEdit::findings() const {
  std::vector<Findings> all;
  if (const auto tables = whole_document(*study_.file, study_document_).find("tables")) {
    all.push_back({study_.file.get(), *tables});
  }
  if (conclusions_ != nullptr) {
    all.push_back({conclusions_.get(), whole_document(*conclusions_, conclusions_document_)});
  }
  return all;
}

FileEdit& StudyEdit::of(const SourceFile& file) { return edits_.try_emplace(file.path(), file).first->second; }

std::vector<const FileEdit*> StudyEdit::changes() const {
  std::vector<const FileEdit*> changed;
  for (const auto& [path, edit] : edits_) {
    if (!edit.empty()) changed.push_back(&edit);
  }
  std::sort(changed.begin(), changed.end(), [](const FileEdit* a, const FileEdit* b) {
    return natural_compare(a->file().path(), b->file().path()) < 0;
  });
  return changed;
}

std::string StudyEdit::id_after(const std::string& id) const {
  for (const auto& [from, to] : renames_) {
    if (is_or_is_below(id, from)) return to + id.substr(from.size());
  }
  return id;
}

bool is_or_is_below(std::string_view id, std::string_view code) {
  return id.starts_with(code) && (id.size() == code.size() || (id[code.size()] == '.' && id.size() > code.size() + 1));
}

std::string_view last_part(std::string_view id) {
  const std::size_t dot = id.rfind('.');
  return dot == std::string_view::npos ? id : id.substr(dot + 1);
}

Span inside_quotes(const SourceFile& file, Span scalar) {
  const char first = file.bytes()[scalar.begin];
  if (first != '\'' && first != '"') return scalar;
  return {scalar.begin + 1, scalar.end - 1};
}

}  // namespace etic
