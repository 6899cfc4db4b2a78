#include "conclusions/sign_off.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "editing/yaml_entry.hpp"
#include "editing/yaml_text.hpp"
#include "yaml/parse.hpp"

namespace etic {
namespace {

void compare(const Finding& finding, std::string what, std::optional<std::int64_t> expected, std::size_t found,
             std::vector<Change>& changes) {
  if (expected && *expected != static_cast<std::int64_t>(found))
    changes.push_back({&finding, std::move(what), std::to_string(*expected), std::to_string(found)});
}

/// Where a value ends that is one scalar, or a mapping of scalars.
std::uint32_t end_of(const SourceFile& file, const YamlNode& value) {
  if (value.is_scalar()) return value.span.end;
  const std::uint32_t last = value.entries.empty() ? value.span.begin : value.entries.back().second.span.end;
  if (!is_in_brackets(file, value)) return last;
  const std::string_view bytes = file.bytes();
  return static_cast<std::uint32_t>(bytes.find('}', last)) + 1;
}

std::string expectation_text(const Finding& finding) {
  const std::string verdict(name(finding.judgement.verdict));
  if (finding.conclusion->parts.empty()) return verdict;
  return fmt::format("{{verdict: {}, support: {}, against: {}, base: {}}}", verdict, finding.sides.support.size(),
                     finding.sides.against.size(), finding.sides.base.size());
}

/// Whether verdict and every figure stand in the file as they are found.
bool is_signed_off(const Finding& finding) {
  const std::optional<Expectation>& expected = finding.conclusion->expect;
  if (!expected || expected->verdict != finding.judgement.verdict) return false;
  const auto is = [](const std::optional<std::int64_t>& figure, const std::vector<RespondentId>& found) {
    return figure && *figure == static_cast<std::int64_t>(found.size());
  };
  return finding.conclusion->parts.empty() ||
         (is(expected->support, finding.sides.support) && is(expected->against, finding.sides.against) &&
          is(expected->base, finding.sides.base));
}

/// Whether its verdict can be signed only with a reason that is not there: it has none, or one for another verdict.
bool wants_reason(const Finding& finding) {
  const Conclusion& conclusion = *finding.conclusion;
  if (is_comfortable(finding.judgement.verdict)) return false;
  const bool other_verdict = conclusion.expect && conclusion.expect->verdict != finding.judgement.verdict;
  return conclusion.reason.empty() || other_verdict;
}

/// Edits a mapping whose entries stand on lines of their own.
class EntryWriter {
 public:
  EntryWriter(FileEdit& edit, const YamlEntry& mapping) : edit_(edit), mapping_(mapping) {}

  /// Puts a value in the place of the old one, or behind the last entry.
  void write(std::string_view key, const std::string& text) {
    const SourceFile& file = edit_.file();
    if (const std::optional<YamlEntry> entry = mapping_.find(key)) {
      const std::uint32_t end =
          entry->value->is_scalar() && !entry->value->verbatim ? whole(*entry) : end_of(file, *entry->value);
      edit_.replace({entry->key->span.end, end}, ": " + text);
      return;
    }
    const YamlEntry last = mapping_.entries().back();
    const std::uint32_t indentation = indentation_at(file, last.key->span.begin);
    const std::string line_break(line_break_of(file));
    edit_.insert_lines(whole_lines(last),
                       std::string(indentation, ' ') + fmt::format("{}: {}", key, text) + line_break);
  }

  void remove(std::string_view key) {
    const std::optional<YamlEntry> entry = mapping_.find(key);
    const std::optional<Span> lines = entry ? lines_of(edit_.file(), *entry) : std::nullopt;
    if (lines) static_cast<void>(edit_.cut(*lines));
  }

 private:
  /// A scalar that runs over several lines ends where its lines do.
  [[nodiscard]] std::uint32_t whole(const YamlEntry& entry) const {
    const std::string_view bytes = edit_.file().bytes();
    std::uint32_t end = whole_lines(entry);
    while (end > entry.key->span.end && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) --end;
    return end;
  }

  [[nodiscard]] std::uint32_t whole_lines(const YamlEntry& entry) const {
    const std::optional<Span> lines = lines_of(edit_.file(), entry);
    return lines ? lines->end : next_line(edit_.file(), end_of(edit_.file(), *entry.value));
  }

  FileEdit& edit_;
  const YamlEntry& mapping_;
};

/// A block of its own is changed figure by figure, for there may be comments in it.
void sign_off(FileEdit& edit, const YamlEntry& entry, const Finding& finding, const std::string& reason) {
  EntryWriter writer(edit, entry);
  const std::optional<YamlEntry> expect = entry.find("expect");
  if (expect && expect->value->is_mapping() && !is_in_brackets(edit.file(), *expect->value)) {
    EntryWriter figures(edit, *expect);
    figures.write("verdict", std::string(name(finding.judgement.verdict)));
    figures.write("support", std::to_string(finding.sides.support.size()));
    figures.write("against", std::to_string(finding.sides.against.size()));
    figures.write("base", std::to_string(finding.sides.base.size()));
  } else {
    writer.write("expect", expectation_text(finding));
  }
  const std::optional<Expectation>& before = finding.conclusion->expect;
  const bool relieved = before && !is_comfortable(before->verdict) && is_comfortable(finding.judgement.verdict);
  if (relieved) {
    writer.remove("reason");
  } else if (!reason.empty() && !is_comfortable(finding.judgement.verdict)) {
    writer.write("reason", yaml_text(reason));
  }
}

}  // namespace

std::vector<Change> find_changes(const std::vector<Finding>& findings) {
  std::vector<Change> changes;
  for (const Finding& finding : findings) {
    const Conclusion& conclusion = *finding.conclusion;
    if (!conclusion.expect && !is_judged(conclusion)) continue;
    const Expectation expected = conclusion.expect.value_or(Expectation{});
    const Verdict found = finding.judgement.verdict;
    if (expected.verdict != found)
      changes.push_back({&finding, "verdict", std::string(name(expected.verdict)), std::string(name(found))});
    compare(finding, "support", expected.support, finding.sides.support.size(), changes);
    compare(finding, "against", expected.against, finding.sides.against.size(), changes);
    compare(finding, "base", expected.base, finding.sides.base.size(), changes);
  }
  return changes;
}

FileEdit sign_off(const Conclusions& conclusions, const std::vector<const Finding*>& findings,
                  const std::string& reason, Sink& sink) {
  const SourceFile& file = *conclusions.file;
  FileEdit edit(file);
  Sink reported;  // when the conclusions were read
  const YamlNode root = parse_yaml(file, {file.bom_size(), static_cast<std::uint32_t>(file.bytes().size())}, reported);
  const std::optional<YamlEntry> list = whole_document(file, root).find("conclusions");
  for (const Finding* finding : findings) {
    if (is_signed_off(*finding)) continue;
    const Conclusion& conclusion = *finding->conclusion;
    if (wants_reason(*finding) && reason.empty()) {
      sink.report(Kind::unreasoned_expectation, file, conclusion.place,
                  fmt::format("conclusion `{}` is {} ({})", conclusion.id, name(finding->judgement.verdict),
                              finding->judgement.why),
                  "say with `--reason TEXT` why it may stand");
      continue;
    }
    const std::vector<YamlNode>& items = list->value->items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::uint32_t limit = i + 1 < items.size() ? items[i + 1].span.begin : list->limit;
      const YamlEntry entry{nullptr, &items[i], nullptr, limit};
      const std::optional<YamlEntry> id = entry.find("id");
      if (!id || id->value->text != conclusion.id) continue;
      if (is_in_brackets(file, *list->value) || is_in_brackets(file, items[i])) {
        sink.report(Kind::wrong_value, file, conclusion.place,
                    fmt::format("conclusion `{}` stands in brackets, which cannot be edited by lines", conclusion.id),
                    "write its keys on lines of their own");
        break;
      }
      sign_off(edit, entry, *finding, reason);
      break;
    }
  }
  return edit;
}

}  // namespace etic
