// Up to three transcripts of a small study, parted by lines of `%%%`: what a corpus promises, whatever stands in them.

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "corpus/corpus_reader.hpp"
#include "fuzz/property.hpp"
#include "study/question_code.hpp"
#include "text/natural_order.hpp"

using namespace etic;

namespace {

void check_respondents(const Corpus& corpus) {
  for (std::size_t i = 0; i < corpus.respondents.size(); ++i) {
    const Respondent& respondent = corpus.respondents[i];
    fuzz::require(corpus.find_respondent(respondent.name) == RespondentId(i), "a respondent is found by name");
    if (i == 0) continue;
    const Respondent& before = corpus.respondents[i - 1];
    const bool ordered = before.group < respondent.group ||
                         (before.group == respondent.group && natural_compare(before.name, respondent.name) < 0);
    fuzz::require(ordered, "respondents stand in study order");
  }
  const auto check_values = [&](const AttributeValues& held) {
    fuzz::require(held.size() == fuzz::study().attributes.size(), "values of every attribute");
    for (std::size_t i = 0; i < held.size(); ++i) {
      fuzz::require(std::is_sorted(held[i].begin(), held[i].end()), "values are sorted");
      for (const std::uint32_t value : held[i])
        fuzz::require(value < corpus.values[i].size(), "a value is one of the attribute's");
    }
  };
  for (const Respondent& respondent : corpus.respondents) check_values(respondent.attributes);
  for (const Interview& interview : corpus.interviews) check_values(interview.attributes);
}

void check_voices(const Answer& answer, const Interview& interview) {
  fuzz::require(!answer.voices.empty(), "an answer has a voice");
  for (const Voice& voice : answer.voices) {
    if (!voice.alone) continue;
    fuzz::require(interview.respondents.size() > 1, "alone one can only speak among others");
    fuzz::require(std::count(interview.respondents.begin(), interview.respondents.end(), *voice.alone) == 1,
                  "who speaks is in the interview");
  }
}

void check_stretches(const Answer& answer, const SourceFile& file) {
  std::uint32_t end = answer.body.begin;
  bool talk = false;
  for (const Stretch& stretch : answer.stretches) {
    fuzz::require(
        stretch.span.begin >= end && stretch.span.end > stretch.span.begin && stretch.span.end <= answer.body.end,
        "stretches follow each other");
    end = stretch.span.end;
    const std::string_view text = file.slice(stretch.span);
    fuzz::require(std::string_view(" \t\r\n").find(text.front()) == std::string_view::npos &&
                      std::string_view(" \t\r\n").find(text.back()) == std::string_view::npos,
                  "a stretch is trimmed");
    if (stretch.kind == Stretch::Kind::note)
      fuzz::require(text.front() == '[' && text.back() == ']', "a note stands in brackets");
    if (stretch.kind != Stretch::Kind::talk) continue;
    talk = true;
    fuzz::require(stretch.voice < answer.voices.size(), "a stretch of talk has a voice");
  }
  fuzz::require(talk, "an answer holds talk");
}

void check_answers(const Corpus& corpus) {
  std::set<std::tuple<RespondentId, QuestionId>> given;
  std::size_t responses = 0;
  for (std::size_t i = 0; i < corpus.answers.size(); ++i) {
    const Answer& answer = corpus.answers[i];
    const SourceFile& file = corpus.file_of(answer);
    fuzz::check_span(answer.heading, file, "a heading lies inside the file");
    fuzz::check_span(answer.body, file, "an answer lies inside the file");
    fuzz::require(parse_question_code(file.slice(answer.heading)) == fuzz::study().question(answer.question).code,
                  "a heading is its question's code");
    fuzz::require(answer.heading.end <= answer.body.begin, "an answer stands under its heading");
    fuzz::require(!answer.respondents.empty(), "an answer has respondents");
    for (const RespondentId respondent : answer.respondents) {
      fuzz::require(given.emplace(respondent, answer.question).second, "a respondent answers a question once");
      fuzz::require(corpus.find_answer(respondent, answer.question) == AnswerId(i), "an answer is found");
      fuzz::require(corpus.respondent(respondent).group == fuzz::study().question(answer.question).group,
                    "a question is put to its group");
    }
    responses += answer.respondents.size();
    check_voices(answer, corpus.interview(answer.interview));
    check_stretches(answer, file);
  }
  for (const LostAnswer& lost : corpus.lost) {
    fuzz::require(!lost.reason.empty() && !lost.respondents.empty(), "a lost answer has a reason and respondents");
    for (const RespondentId respondent : lost.respondents)
      fuzz::require(given.emplace(respondent, lost.question).second, "a respondent answers a question once");
  }
  fuzz::require(corpus.responses.size() == responses, "a response for each respondent of an answer");
  for (std::size_t i = 1; i < corpus.responses.size(); ++i) {
    const Response& a = corpus.responses[i - 1];
    const Response& b = corpus.responses[i];
    fuzz::require(std::tie(a.respondent, a.question) < std::tie(b.respondent, b.question), "responses stand in order");
  }
}

/// Headings of level two behind the front matter.
std::size_t count_headings(std::string_view text) {
  std::size_t headings = 0;
  int rules = 0;
  if (text.starts_with("\uFEFF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    if (line.starts_with("---") && line.find_first_not_of(" \t\r", 3) == std::string_view::npos && rules < 2) ++rules;
    line.remove_prefix(std::min(line.find_first_not_of(' '), std::min<std::size_t>(3, line.size())));
    if (rules == 2 && (line.starts_with("## ") || line.starts_with("##\t"))) ++headings;
  }
  return headings;
}

/// Everything that was said, without a word on where it stands.
std::string described(const Corpus& corpus) {
  std::string text;
  for (const Answer& answer : corpus.answers) {
    for (const RespondentId respondent : answer.respondents) text += corpus.respondent(respondent).name + ' ';
    text += fuzz::study().question(answer.question).code.text();
    for (const Stretch& stretch : answer.stretches) {
      const auto alone = stretch.kind == Stretch::Kind::talk ? answer.voices[stretch.voice].alone : std::nullopt;
      text +=
          '\n' + std::to_string(static_cast<int>(stretch.kind)) + (alone ? corpus.respondent(*alone).name : "") + ' ';
      text += corpus.file_of(answer).slice(stretch.span);
    }
    text += '\n';
  }
  for (const Respondent& respondent : corpus.respondents) {
    for (std::size_t i = 0; i < respondent.attributes.size(); ++i) {
      for (const std::uint32_t value : respondent.attributes[i]) text += ' ' + corpus.values[i][value];
    }
    text += '\n';
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files = fuzz::cut_into_files(data, size, {"transcripts/a.md", "transcripts/b.md", "transcripts/c.md"});
  Sink sink;
  const Corpus corpus = read_corpus(MemoryFiles(files), ".", fuzz::study(), sink);
  fuzz::check_diagnostics(sink);
  check_respondents(corpus);
  check_answers(corpus);
  if (sink.error_count() > 0) return 0;

  std::size_t headings = 0;
  for (const auto& [path, text] : files) headings += count_headings(text);
  fuzz::require(headings == corpus.answers.size() + corpus.lost.size(),
                "without an error every heading has its answer");

  std::map<std::string, std::string> renamed;
  for (const auto& [path, text] : files) renamed["transcripts/" + std::to_string(10 - renamed.size()) + ".md"] = text;
  Sink again;
  const Corpus other = read_corpus(MemoryFiles(renamed), ".", fuzz::study(), again);
  fuzz::require(again.error_count() == 0 && described(other) == described(corpus), "the files' order does not matter");
  return 0;
}
