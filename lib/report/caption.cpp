#include "report/caption.hpp"

#include <fmt/format.h>
#include <utility>

#include "coding/ledger.hpp"

namespace etic {
namespace {

std::string_view counted(Unit unit) {
  switch (unit) {
    case Unit::respondents:
      return "respondents who voice it";
    case Unit::responses:
      return "responses (respondent × question) that voice it";
    case Unit::answers:
      return "answers that voice it (a joint answer is one)";
    case Unit::segments:
      return "segments (disjoint stretches of text)";
  }
  return "";
}

std::string_view basis(BaseRule base) {
  switch (base) {
    case BaseRule::recorded:
      return "those on record where it could be voiced";
    case BaseRule::eligible:
      return "those asked a question where it could be voiced, answered or not";
    case BaseRule::substantive:
      return "those on record where it could be voiced, non-answers left out";
  }
  return "";
}

}  // namespace

std::string coded_by(const CodedCorpus& coded) {
  if (coded.coders.empty()) return fmt::format("coded by {}", rules_coder);
  std::string text;
  for (const CoderId coder : coded.coders) {
    const std::string_view before = text.empty() ? "coded by " : coder == coded.coders[1] ? ", settled by " : ", ";
    text.append(before).append(coded.ledger->coder(coder).name);
  }
  return text;
}

std::string coder_name(const CodedCorpus& coded) {
  if (coded.coders.empty()) return std::string(rules_coder);
  return coded.coders.size() == 1 ? coded.ledger->coder(coded.coders.front()).name : std::string(settled_coder);
}

std::string describe(const CountingText& counting) {
  std::string text(counted(counting.unit));
  if (counting.unit != Unit::segments) text += fmt::format(" / {}", basis(counting.base));
  if (!counting.coded_by.empty()) text += fmt::format("; {}", counting.coded_by);
  for (const std::string& term : counting.where) text += fmt::format("; where {}", term);
  if (!counting.among.empty()) text += fmt::format("; among those who voice {}", counting.among);
  if (counting.only_asked) text += "; only questions asked for the sub-question";
  return text;
}

std::vector<std::string> joint_footnote(std::size_t joint_answers, Unit unit) {
  if (joint_answers == 0) return {};
  const std::string_view reading = unit == Unit::answers || unit == Unit::segments
                                       ? "counted once"
                                       : "counted for each of its respondents in the table";
  return {joint_answers == 1 ? fmt::format("One joint answer is among these, {}.", reading)
                             : fmt::format("{} joint answers are among these, each {}.", joint_answers, reading)};
}

Metadata count_metadata(std::string command, const CountingText& counting) {
  Metadata metadata{{"command", std::move(command)}, {"count", std::string(name(counting.unit))}};
  if (counting.unit != Unit::segments) metadata.emplace_back("base", std::string(name(counting.base)));
  if (!counting.coder.empty()) metadata.emplace_back("coder", counting.coder);
  if (!counting.where.empty()) metadata.emplace_back("where", fmt::format("{}", fmt::join(counting.where, " and ")));
  if (!counting.among.empty()) metadata.emplace_back("among", counting.among);
  if (counting.only_asked) metadata.emplace_back("questions", std::string("only asked"));
  return metadata;
}

}  // namespace etic
