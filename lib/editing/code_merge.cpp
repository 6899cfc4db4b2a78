#include "editing/code_merge.hpp"

#include <fmt/format.h>
#include <string>
#include <utility>

#include "editing/code_entry.hpp"
#include "editing/code_mentions.hpp"
#include "editing/scope_difference.hpp"

namespace etic {
namespace {

class Merge {
 public:
  Merge(StudyEdit& edit, const Study& study, CodeId from, CodeId into, Sink& sink)
      : edit_(edit), study_(study), from_(from), into_(into), sink_(sink) {}

  [[nodiscard]] bool is_possible() const {
    return are_two_codes() && have_one_scope() && mean_alike() && can_take_entry(edit_, from_, sink_) &&
           can_join_rules();
  }

  void perform() {
    rename_mentions(edit_, code(from_).name, code(into_).name);
    if (rules_of(from_)) join_rules();
    static_cast<void>(take_entry(edit_, from_));
  }

 private:
  [[nodiscard]] const Code& code(CodeId id) const { return edit_.books().code(id); }
  [[nodiscard]] const SourceFile& file_of(CodeId id) const { return edit_.file_of(code(id).book); }
  [[nodiscard]] std::optional<YamlEntry> rules_of(CodeId id) const { return edit_.entry_of(id).find("rules"); }

  [[nodiscard]] bool refuse(std::string message, std::string hint) const {
    sink_.report(Kind::invalid_option, "", std::move(message), std::move(hint));
    return false;
  }

  [[nodiscard]] bool are_two_codes() const {
    if (from_ == into_) return refuse(fmt::format("`{}` cannot be merged into itself", code(from_).name), "");
    for (const CodeId id : {from_, into_}) {
      if (code(id).is_theme()) {
        return refuse(fmt::format("`{}` has codes below it and cannot be merged", code(id).name),
                      "move or merge those first");
      }
    }
    return true;
  }

  [[nodiscard]] bool have_one_scope() const {
    std::string differences;
    for (const auto& [id, other] : {std::pair(from_, into_), std::pair(into_, from_)}) {
      const std::string beyond = questions_beyond(study_, code(id).scope, code(other).scope);
      if (!beyond.empty()) differences += fmt::format("; only `{}` under {}", code(id).name, beyond);
    }
    if (differences.empty()) return true;
    return refuse(fmt::format("`{}` and `{}` cannot occur under the same questions{}", code(from_).name,
                              code(into_).name, differences),
                  "a merged code would have another base; give both the same `questions:` first");
  }

  /// Whatever else on a code bears on its rules must not come to bear on another's.
  [[nodiscard]] bool mean_alike() const {
    if (code(from_).excludes_all != code(into_).excludes_all) {
      return refuse(fmt::format("only one of `{}` and `{}` has `excludes: all`", code(from_).name, code(into_).name),
                    "");
    }
    if (code(from_).rules.empty() || edit_.books().book_of(from_).is_dictionary ||
        edit_.books().book_of(into_).is_dictionary)
      return true;
    for (const CodeId id : {from_, into_}) {
      for (const std::string_view condition : {"first", "answer_words", "has", "without"}) {
        if (!edit_.entry_of(id).find(condition)) continue;
        return refuse(fmt::format("`{}` of `{}` holds for each of its rules, and would for the other's or no longer",
                                  condition, code(id).name),
                      "write it on each rule instead");
      }
    }
    return true;
  }

  [[nodiscard]] bool can_join_rules() const {
    if (!can_put_below(into_)) return false;
    if (!rules_of(from_)) return true;
    for (const CodeId id : {from_, into_}) {
      const std::optional<YamlEntry> rules = rules_of(id);
      if (!rules || (rules->value->is_sequence() && !is_in_brackets(file_of(id), *rules->value))) continue;
      if (id == from_ && !rules_of(into_)) continue;
      sink_.report(Kind::code_in_brackets, file_of(id), rules->key->span,
                   "these rules do not stand on lines of their own", "below `rules:` begin a line with `- ` for each");
      return false;
    }
    return true;
  }

  [[nodiscard]] bool can_put_below(CodeId id) const {
    if (edit_.books().book_of(id).is_dictionary) {
      return refuse(fmt::format("`{}` is of a dictionary, whose codes can be renamed only", code(id).name), "");
    }
    const YamlEntry entry = edit_.entry_of(id);
    if (lines_of(file_of(id), entry) && !is_in_brackets(file_of(id), *entry.value)) return true;
    report_brackets(file_of(id), entry, sink_);
    return false;
  }

  void join_rules() {
    const YamlEntry rules = *rules_of(from_);
    const std::optional<YamlEntry> before = rules_of(into_);
    const SourceFile& source = file_of(from_);
    const SourceFile& target = file_of(into_);
    Span lines = *lines_of(source, rules);
    if (before) lines.begin = next_line(source, rules.key->span.begin);
    const YamlNode& first = before ? *rules.value : *rules.key;
    const YamlNode& neighbour = before ? *before->value : *edit_.entry_of(into_).value;
    const std::uint32_t at = lines_of(target, before ? *before : edit_.entry_of(into_))->end;
    const std::string text = edit_.of(source).cut(lines);
    edit_.of(target).insert_lines(at, reindented(text, indentation_at(source, first.span.begin),
                                                 indentation_at(target, neighbour.span.begin), line_break_of(target)));
  }

  StudyEdit& edit_;
  const Study& study_;
  CodeId from_;
  CodeId into_;
  Sink& sink_;
};

}  // namespace

bool merge_code(StudyEdit& edit, const Study& study, CodeId code, CodeId into, Sink& sink) {
  Merge merge(edit, study, code, into, sink);
  if (!merge.is_possible()) return false;
  merge.perform();
  return true;
}

}  // namespace etic
