#include "corpus/transcript.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "corpus/front_matter.hpp"
#include "corpus/respondent_name.hpp"
#include "corpus/turns.hpp"
#include "diagnostics/hint.hpp"
#include "study/question_hint.hpp"
#include "yaml/mapping_reader.hpp"
#include "yaml/parse.hpp"

namespace etic {
namespace {

constexpr std::size_t most_respondents = 1'000;

constexpr std::string_view lost_mark = "[lost:";

constexpr std::string_view example = "a transcript starts with `---`, a line `respondent: G1-01`, and `---`";

/// The lines of a file one after the other.
class Lines {
 public:
  explicit Lines(const SourceFile& file) : file_(file), at_(file.bom_size()) {}

  [[nodiscard]] bool more() const { return at_ < file_.bytes().size(); }

  /// The next line without its line break.
  Span next() {
    const std::size_t line_break = file_.bytes().find('\n', at_);
    const std::size_t end = line_break == std::string_view::npos ? file_.bytes().size() : line_break;
    Span line{at_, static_cast<std::uint32_t>(end)};
    at_ = static_cast<std::uint32_t>(std::min(file_.bytes().size(), end + 1));
    if (line_break == std::string_view::npos) at_ = static_cast<std::uint32_t>(file_.bytes().size());
    if (line.end > line.begin && file_.bytes()[line.end - 1] == '\r') --line.end;
    return line;
  }

  [[nodiscard]] std::uint32_t position() const { return at_; }
  void go_to(std::uint32_t offset) { at_ = offset; }

 private:
  const SourceFile& file_;
  std::uint32_t at_;
};

std::string_view without_trailing_space(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? text.substr(0, 0) : text.substr(0, last + 1);
}

/// A line that is a heading, or is meant as one.
struct HeadingLine {
  std::size_t level = 0;  // number of hashes; 0: no heading
  bool is_spaced = true;  // `## G1Q4`, not `##G1Q4`
  std::size_t text_begin = 0;
  std::size_t text_end = 0;
};

/// As in Markdown, up to three spaces may stand before a heading.
HeadingLine read_heading_line(std::string_view line) {
  constexpr std::string_view blank = " \t";
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t end = std::min(line.find_first_not_of('#', begin), line.size());
  HeadingLine heading;
  heading.is_spaced = end == line.size() || blank.find(line[end]) != std::string_view::npos;
  heading.text_begin = std::min(line.find_first_not_of(blank, end), line.size());
  heading.text_end = std::max(heading.text_begin, without_trailing_space(line).size());
  const std::string_view text = line.substr(heading.text_begin, heading.text_end - heading.text_begin);
  const bool meant = begin <= 3 && end - begin <= 6 && (heading.is_spaced || parse_question_code(text));
  if (meant) heading.level = end - begin;
  return heading;
}

class TranscriptReader {
 public:
  TranscriptReader(const SourceFile& file, const Study& study, Sink& sink)
      : file_(file), study_(study), sink_(sink), lines_(file) {}

  std::optional<Transcript> read() {
    const std::optional<FrontMatter> front = find_front_matter(file_, example, sink_);
    if (!front) return std::nullopt;
    lines_.go_to(front->body);
    transcript_.file = &file_;
    if (!read_front_matter(front->yaml)) return std::nullopt;
    read_answers();
    return std::move(transcript_);
  }

 private:
  bool read_front_matter(Span where) {
    const YamlNode root = parse_yaml(file_, where, sink_);
    MappingReader front(root, "the front matter", file_, sink_);
    std::vector<Text> names;
    if (const std::optional<Text> one = front.text("respondent")) names.push_back(*one);
    const std::vector<Text> several = front.texts("respondents");
    if (!names.empty() && !several.empty()) {
      front.refuse("respondents", Kind::wrong_value, "`respondent` and `respondents` both stand here",
                   "keep `respondents` for a joint interview");
    }
    names.insert(names.end(), several.begin(), several.end());
    read_attributes(front);
    front.finish();
    if (names.empty()) report_nobody(front, where);
    return read_respondents(names);
  }

  void report_nobody(MappingReader& front, Span where) {
    if (!front.has("respondent") && !front.has("respondents")) {
      if (!front.node().is_mapping() || front.node().cut) return;
      sink_.report(Kind::missing_key, file_, {where.begin, where.begin}, "the front matter names no respondent",
                   std::string(example));
    } else if (const YamlNode* list = front.find("respondents");
               list != nullptr && list->is_sequence() && list->items.empty()) {
      sink_.report(Kind::empty_value, file_, list->span, "`respondents` lists nobody");
    }
  }

  void read_attributes(MappingReader& front) {
    transcript_.attributes.resize(study_.attributes.size());
    for (std::size_t i = 0; i < study_.attributes.size(); ++i) {
      const Attribute& attribute = study_.attributes[i];
      if (attribute.from) {
        refuse_derived(front, attribute);
        continue;
      }
      const std::vector<Text> written = front.texts(attribute.name);
      if (attribute.of == Attribute::Of::respondent && written.size() > 1) {
        sink_.report(Kind::wrong_type, file_, written[1].node->span,
                     fmt::format("a respondent has one `{}`, not several", attribute.name),
                     "only attributes of interviews may be lists");
      }
      for (const Text& value : written) {
        if (!attribute.values.empty() &&
            std::find(attribute.values.begin(), attribute.values.end(), value.text) == attribute.values.end()) {
          sink_.report(Kind::unknown_attribute_value, file_, value.node->span,
                       fmt::format("`{}` is no value of `{}`", value.text, attribute.name),
                       near_or_all(value.text, attribute.values));
          continue;
        }
        transcript_.attributes[i].push_back({value.text, value.node->span});
      }
    }
  }

  void refuse_derived(MappingReader& front, const Attribute& attribute) {
    if (!front.has(attribute.name)) return;
    front.refuse(attribute.name, Kind::unknown_key,
                 fmt::format("`{}` is derived from `{}` by the study's map", attribute.name,
                             study_.attribute(*attribute.from).name),
                 "delete it here");
  }

  bool read_respondents(const std::vector<Text>& names) {
    std::optional<GroupId> group;
    std::set<std::string> seen;
    if (names.size() > most_respondents) {
      sink_.report(Kind::too_many, file_, names[most_respondents].node->span,
                   fmt::format("more than {} respondents in one interview", most_respondents));
      return false;
    }
    for (const Text& name : names) {
      const Span place = name.node->span;
      const auto number = parse_respondent_name(name.text);
      if (!number) {
        sink_.report(Kind::invalid_respondent, file_, place, fmt::format("`{}` is no respondent", name.text),
                     "a respondent is a group, a hyphen and a number or a name, like `G1-03`");
        continue;
      }
      const auto found = study_.find_group(*number);
      if (!found) {
        sink_.report(Kind::unknown_group, file_, place, fmt::format("the study has no group `G{}`", *number),
                     did_you_mean(fmt::format("G{}", *number), study_.group_names()));
      } else if (group && *found != *group) {
        sink_.report(Kind::mixed_groups, file_, place,
                     fmt::format("`{}` is not of group `{}` as the others", name.text, study_.group(*group).name));
      } else if (!seen.insert(name.text).second) {
        sink_.report(Kind::duplicate_respondent, file_, place, fmt::format("`{}` stands twice", name.text));
      } else {
        group = found;
        transcript_.respondents.push_back({name.text, place});
      }
    }
    if (!group) return false;
    transcript_.group = *group;
    return true;
  }

  void read_answers() {
    std::optional<Span> heading;  // of the answer that is being read
    std::uint32_t body = lines_.position();
    while (lines_.more() && !sink_.is_full(file_.path())) {
      const Span line = lines_.next();
      const std::size_t level = read_heading_line(file_.slice(line)).level;
      if (level == 0) continue;
      finish_answer(heading, {body, line.begin});
      const bool title = level == 1 && !heading;
      if (!title) heading = line;
      body = lines_.position();
    }
    finish_answer(heading, {body, lines_.position()});
    if (!heading) sink_.report(Kind::no_answers, file_.path(), "no answer stands in this transcript");
  }

  void finish_answer(const std::optional<Span>& heading, Span text) {
    if (!heading) return check_stray(text);
    const std::optional<WrittenAnswer> answer = read_heading(*heading);
    if (answer) read_body(*answer, text);
  }

  void check_stray(Span text) {
    const std::string_view slice = file_.slice(text);
    const std::size_t first = slice.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return;
    const auto begin = static_cast<std::uint32_t>(text.begin + first);
    const Span line = file_.line(file_.place(begin).line);
    sink_.report(Kind::stray_text, file_, {begin, line.end}, "text before the first question heading",
                 "put it under a heading like `## G1Q4`, or delete it");
  }

  std::optional<WrittenAnswer> read_heading(Span line) {
    const HeadingLine heading = read_heading_line(file_.slice(line));
    const Span place{static_cast<std::uint32_t>(line.begin + heading.text_begin),
                     static_cast<std::uint32_t>(line.begin + heading.text_end)};
    const std::string_view text = file_.slice(place);
    if (heading.level != 2) {
      sink_.report(Kind::invalid_heading, file_, line, fmt::format("a heading of level {}", heading.level),
                   "question headings are `## G1Q4`; put a backslash before a text's own `#`");
      return std::nullopt;
    }
    if (!heading.is_spaced) {
      sink_.report(Kind::invalid_heading, file_, line, "a heading without a space behind `##`",
                   fmt::format("write `## {}`", text));
      return std::nullopt;
    }
    const auto code = parse_question_code(text);
    if (!code) {
      const std::string near = did_you_mean(text, study_.question_names());
      sink_.report(Kind::invalid_heading, file_, text.empty() ? line : place, "a heading must be one question code",
                   near.empty() ? "like `## G1Q4`" : near);
      return std::nullopt;
    }
    const auto question = study_.find_question(*code);
    if (!question) {
      sink_.report(Kind::unknown_question, file_, place, fmt::format("the study has no question `{}`", text),
                   hint_on_unknown_question(text, study_, study_.question_names()));
      return std::nullopt;
    }
    if (study_.question(*question).group != transcript_.group) {
      const std::string own = fmt::format("{}Q{}", study_.group(transcript_.group).name, code->number);
      const auto same_number = study_.find_question({study_.group(transcript_.group).number, code->number});
      sink_.report(Kind::other_groups_question, file_, place,
                   fmt::format("`{}` is no question of group `{}`", text, study_.group(transcript_.group).name),
                   same_number ? fmt::format("did you mean `{}`?", own) : "");
      return std::nullopt;
    }
    if (const auto [first_place, fresh] = headings_.emplace(*question, place.begin); !fresh) {
      sink_.report(Kind::duplicate_answer, file_, place,
                   fmt::format("`{}` is answered twice, first in line {}", text, file_.place(first_place->second).line),
                   "join the two answers under one heading");
      return std::nullopt;
    }
    WrittenAnswer answer;
    answer.question = *question;
    answer.heading = place;
    return answer;
  }

  void read_body(WrittenAnswer answer, Span text) {
    const std::string_view slice = file_.slice(text);
    const std::size_t first = slice.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
      sink_.report(Kind::empty_answer, file_, answer.heading, "nothing stands under this heading",
                   "delete it, or say why: `[lost: the recording broke off]`");
      return;
    }
    answer.body = {static_cast<std::uint32_t>(text.begin + first),
                   static_cast<std::uint32_t>(text.begin + without_trailing_space(slice).size())};
    const TurnCutter turns(file_, study_, transcript_.respondents, [&](Span label) {
      sink_.report(Kind::unknown_speaker, file_, label,
                   fmt::format("`{}` is not in this interview", file_.slice(label)),
                   "name every speaker under `respondents:`");
    });
    answer.stretches = turns.cut(answer.body);
    const bool talk = std::any_of(answer.stretches.begin(), answer.stretches.end(),
                                  [](const WrittenStretch& s) { return s.kind == WrittenStretch::Kind::talk; });
    if (!talk && is_lost(answer)) {
      if (!read_reason(answer)) return;
    } else if (!talk) {
      sink_.report(Kind::empty_answer, file_, answer.heading, "no words of the respondent stand under this heading",
                   "for an answer that is lost write `[lost: why]`");
      return;
    }
    transcript_.answers.push_back(std::move(answer));
  }

  /// `[lost: …]` and nothing else.
  [[nodiscard]] bool is_lost(const WrittenAnswer& answer) const {
    return answer.stretches.size() == 1 && answer.stretches.front().kind == WrittenStretch::Kind::note &&
           file_.slice(answer.stretches.front().span).starts_with(lost_mark);
  }

  bool read_reason(WrittenAnswer& answer) {
    const Span note = answer.stretches.front().span;
    std::string_view reason = file_.slice(note).substr(lost_mark.size());
    reason.remove_suffix(1);
    const std::size_t first = reason.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
      sink_.report(Kind::empty_answer, file_, note, "this does not say why the answer is lost",
                   "like `[lost: the recording broke off]`");
      return false;
    }
    answer.lost = std::string(without_trailing_space(reason.substr(first)));
    return true;
  }

  const SourceFile& file_;
  const Study& study_;
  Sink& sink_;
  Lines lines_;
  Transcript transcript_;
  std::map<QuestionId, std::uint32_t> headings_;
};

}  // namespace

std::optional<Transcript> read_transcript(const SourceFile& file, const Study& study, Sink& sink) {
  return TranscriptReader(file, study, sink).read();
}

}  // namespace etic
