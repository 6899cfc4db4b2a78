#include "editing/code_mentions.hpp"

#include <algorithm>
#include <array>

#include "corpus/front_matter.hpp"
#include "csv/csv_reader.hpp"
#include "yaml/parse.hpp"

namespace etic {
namespace {

constexpr std::string_view white_space = " \t\r\n";

/// Keys of conclusions and tables whose values are prose, or words of other vocabularies.
constexpr std::array<std::string_view, 16> keys_without_codes{
    "id",    "title",  "label",   "caption",    "section", "sub_question", "question", "statement",
    "quote", "reason", "reading", "quantifier", "expect",  "note",         "memo",     "quantifiers"};

class MentionFinder {
 public:
  explicit MentionFinder(const StudyEdit& edit) : edit_(edit) {}

  std::vector<CodeMention> find() {
    const Codebooks& books = edit_.books();
    for (std::size_t i = 0; i < books.books.size(); ++i) {
      file_ = &edit_.file_of(BookId(i));
      if (const auto codes = edit_.document(BookId(i)).find("codes"); codes && !books.books[i].is_dictionary) {
        find_in_codes(*codes->value);
      }
    }
    for (const Coder& coder : edit_.ledger().coders) {
      if (coder.file != nullptr) find_in_codings(*coder.file);
    }
    for (const auto& memo : edit_.memos().files) find_in_memo(*memo);
    for (const StudyEdit::Findings& findings : edit_.findings()) {
      file_ = findings.file;
      find_in_values(findings.entry);
    }
    return std::move(found_);
  }

 private:
  void find_in_codes(const YamlNode& codes) {
    for (const auto& [key, code] : codes.entries) {
      find_in_conditions(code);
      for (const auto& [name, value] : code.entries) {
        if (name.text == "codes") find_in_codes(value);
        if (name.text != "rules") continue;
        for (const YamlNode& rule : value.items) find_in_conditions(rule);
      }
    }
  }

  /// `has` and `without` of a code or a rule.
  void find_in_conditions(const YamlNode& mapping) {
    for (const auto& [name, value] : mapping.entries) {
      if (name.text == "has" || name.text == "without") add_scalars(value);
    }
  }

  /// One name, or a list of them.
  void add_scalars(const YamlNode& value) {
    if (value.is_scalar()) add_scalar(value);
    for (const YamlNode& item : value.items) add_scalar(item);
  }

  void add_scalar(const YamlNode& scalar) {
    found_.push_back({file_, inside_quotes(*file_, scalar.span), scalar.text});
  }

  void find_in_codings(const SourceFile& file) {
    Sink reported;  // when the study was read
    const CsvFile csv = read_csv(file, reported);
    const std::optional<std::size_t> code = csv.column("code");
    const std::optional<std::size_t> status = csv.column("status");
    if (!code) return;
    for (const CsvRow& row : csv.rows) {
      const bool names_book = status && row[*status].text == "read";
      if (names_book) continue;
      const Span cell = row[*code].place;
      const std::string_view raw = file.slice(cell);
      const std::string_view around(" \t\r\n\"");
      const std::size_t begin = std::min(raw.find_first_not_of(around), raw.size());
      const std::size_t end = raw.find_last_not_of(around) + 1;
      if (begin < end) add(file, {offset(cell, begin), offset(cell, end)});
    }
  }

  /// What it is about may be a code.
  void find_in_memo(const SourceFile& file) {
    Sink reported;
    const std::optional<FrontMatter> front = find_front_matter(file, "", reported);
    if (!front) return;
    file_ = &file;
    const YamlNode root = parse_yaml(file, front->yaml, reported);
    if (const auto about = whole_document(file, root).find("about")) add_scalars(*about->value);
  }

  void find_in_values(const YamlEntry& entry) { find_in_values(*entry.value, entry.limit); }

  void find_in_values(const YamlNode& node, std::uint32_t limit) {
    if (node.is_scalar()) find_in_words(node, limit);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      find_in_values(node.items[i], i + 1 < node.items.size() ? node.items[i + 1].span.begin : limit);
    }
    for (const YamlEntry& entry : YamlEntry{nullptr, &node, nullptr, limit}.entries()) {
      const auto& known = keys_without_codes;
      if (std::find(known.begin(), known.end(), entry.key->text) == known.end()) find_in_values(entry);
    }
  }

  /// How far a scalar of several lines reaches is told by what follows it only; comments may stand between.
  void find_in_words(const YamlNode& scalar, std::uint32_t limit) {
    constexpr std::string_view separators = " \t\r\n,=[]{}()'\"";
    const Span span = scalar.verbatim ? inside_quotes(*file_, scalar.span) : Span{scalar.span.begin, limit};
    const std::string_view raw = file_->slice(span);
    for (std::size_t at = raw.find_first_not_of(separators); at < raw.size();) {
      std::size_t end = std::min(raw.find_first_of(separators, at), raw.size());
      const bool comment =
          !scalar.verbatim && raw[at] == '#' && (at == 0 || white_space.find(raw[at - 1]) != std::string_view::npos);
      if (comment) {
        end = std::min(raw.find('\n', at), raw.size());
      } else {
        add(*file_, {offset(span, at), offset(span, end)});
      }
      at = std::min(raw.find_first_not_of(separators, end), raw.size());
    }
  }

  static std::uint32_t offset(Span span, std::size_t at) { return span.begin + static_cast<std::uint32_t>(at); }
  void add(const SourceFile& file, Span span) { found_.push_back({&file, span, std::string(file.slice(span))}); }

  const StudyEdit& edit_;
  const SourceFile* file_ = nullptr;
  std::vector<CodeMention> found_;
};

}  // namespace

std::vector<CodeMention> find_mentions(const StudyEdit& edit) { return MentionFinder(edit).find(); }

void rename_mentions(StudyEdit& edit, std::string_view from, std::string_view to) {
  edit.note_rename(from, to);
  for (const CodeMention& mention : find_mentions(edit)) {
    if (!is_or_is_below(mention.name, from)) continue;
    edit.of(*mention.file).replace(mention.span, std::string(to) + mention.name.substr(from.size()));
  }
}

}  // namespace etic
