#include "corpus/corpus_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "corpus/attribute_tables.hpp"
#include "corpus/transcript.hpp"
#include "diagnostics/open_source.hpp"
#include "text/natural_order.hpp"

namespace etic {
namespace {

bool is_transcript(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  return name.ends_with(".md") && name != "README.md";
}

/// Joins transcripts into a corpus. Respondents have provisional ids in the order met until `finish` sorts everything.
class Joiner {
 public:
  Joiner(const Study& study, Sink& sink) : study_(study), sink_(sink), tables_(study) {}

  void add(std::unique_ptr<SourceFile> file) {
    const std::optional<Transcript> transcript = read_transcript(*file, study_, sink_);
    if (transcript) {
      add(*transcript);
    }
    corpus_.files.push_back(std::move(file));  // places of earlier files stay valid: files are never moved
  }

  Corpus finish() {
    tables_.finish(corpus_);
    sort_respondents();
    sort_answers();
    list_responses();
    return std::move(corpus_);
  }

 private:
  void add(const Transcript& transcript) {
    const InterviewId id(corpus_.interviews.size());
    Interview interview;
    interview.file = transcript.file;
    for (const WrittenValue& name : transcript.respondents) interview.respondents.push_back(meet(name, transcript));
    interview.attributes = numbers_of(transcript, Attribute::Of::interview);
    for (const RespondentId respondent : interview.respondents) note_attributes(respondent, transcript);
    for (const WrittenAnswer& answer : transcript.answers) add(answer, id, interview, transcript);
    corpus_.interviews.push_back(std::move(interview));
  }

  RespondentId meet(const WrittenValue& name, const Transcript& transcript) {
    const auto [entry, fresh] = respondents_.emplace(name.text, RespondentId(corpus_.respondents.size()));
    if (fresh) {
      corpus_.respondents.push_back({name.text, transcript.group, AttributeValues(study_.attributes.size())});
      attribute_places_.emplace_back(study_.attributes.size());
    }
    return entry->second;
  }

  AttributeValues numbers_of(const Transcript& transcript, Attribute::Of of) {
    AttributeValues numbers(study_.attributes.size());
    for (std::size_t i = 0; i < study_.attributes.size(); ++i) {
      if (study_.attributes[i].of != of) continue;
      for (const WrittenValue& value : transcript.attributes[i]) numbers[i].push_back(tables_.number(i, value.text));
    }
    return numbers;
  }

  void note_attributes(RespondentId id, const Transcript& transcript) {
    Respondent& respondent = corpus_.respondents[id.index()];
    const AttributeValues numbers = numbers_of(transcript, Attribute::Of::respondent);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (numbers[i].empty()) continue;
      AttributePlace& first = attribute_places_[id.index()][i];
      if (respondent.attributes[i].empty()) {
        respondent.attributes[i] = numbers[i];
        first = {transcript.file, transcript.attributes[i].front().place};
      } else if (respondent.attributes[i] != numbers[i]) {
        sink_.report(
            Kind::conflicting_attribute, *transcript.file, transcript.attributes[i].front().place,
            fmt::format("`{}` of {} is `{}` here, but `{}` in {}:{}", study_.attributes[i].name, respondent.name,
                        transcript.attributes[i].front().text, tables_.text(i, respondent.attributes[i].front()),
                        first.file->path(), first.file->place(first.place.begin).line));
      }
    }
  }

  void add(const WrittenAnswer& written, InterviewId id, const Interview& interview, const Transcript& transcript) {
    Answer answer;
    answer.interview = id;
    answer.question = written.question;
    answer.heading = written.heading;
    answer.body = written.body;
    for (const WrittenStretch& stretch : written.stretches)
      answer.stretches.push_back(place_stretch(stretch, interview, answer));
    answer.respondents = speakers_of(answer, interview, written.lost.has_value());
    const auto again =
        std::remove_if(answer.respondents.begin(), answer.respondents.end(),
                       [&](RespondentId respondent) { return answers_again(respondent, written, transcript); });
    answer.respondents.erase(again, answer.respondents.end());
    if (answer.respondents.empty()) return;
    if (written.lost) {
      corpus_.lost.push_back({id, written.question, std::move(answer.respondents), *written.lost, written.body});
    } else {
      corpus_.answers.push_back(std::move(answer));
    }
  }

  /// Whether another transcript holds the respondent's answer to this question already; the first one counts.
  bool answers_again(RespondentId respondent, const WrittenAnswer& written, const Transcript& transcript) {
    const auto [first, fresh] = given_.emplace(std::uint64_t{respondent.value} << 32 | written.question.value,
                                               std::pair(transcript.file, written.heading));
    if (fresh) return false;
    const auto& [file, place] = first->second;
    sink_.report(
        Kind::duplicate_answer, *transcript.file, written.heading,
        fmt::format("{} answers `{}` here and in {}:{}", corpus_.respondents[respondent.index()].name,
                    study_.question(written.question).code.text(), file->path(), file->place(place.begin).line),
        "delete one of them, or join them in one file");
    return true;
  }

  static Stretch place_stretch(const WrittenStretch& written, const Interview& interview, Answer& answer) {
    Stretch stretch{written.span, Stretch::Kind::talk, 0};
    if (written.kind == WrittenStretch::Kind::note) stretch.kind = Stretch::Kind::note;
    if (written.kind == WrittenStretch::Kind::interviewer) stretch.kind = Stretch::Kind::interviewer;
    if (stretch.kind != Stretch::Kind::talk) return stretch;
    std::optional<RespondentId> alone;
    if (written.respondent && interview.respondents.size() > 1) alone = interview.respondents[*written.respondent];
    const auto found = std::find_if(answer.voices.begin(), answer.voices.end(),
                                    [&](const Voice& voice) { return voice.alone == alone; });
    stretch.voice = static_cast<std::uint16_t>(found - answer.voices.begin());
    if (found == answer.voices.end()) answer.voices.push_back({alone});
    return stretch;
  }

  /// All of the interview, unless every word of the answer stands under somebody's own label.
  static Few<RespondentId> speakers_of(const Answer& answer, const Interview& interview, bool lost) {
    const bool shared = lost || std::any_of(answer.voices.begin(), answer.voices.end(),
                                            [](const Voice& voice) { return !voice.alone; });
    if (shared) return {interview.respondents.begin(), interview.respondents.end()};
    Few<RespondentId> speakers;
    for (const Voice& voice : answer.voices) speakers.push_back(*voice.alone);
    return speakers;
  }

  void sort_respondents() {
    std::vector<std::uint32_t> order(corpus_.respondents.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const Respondent& x = corpus_.respondents[a];
      const Respondent& y = corpus_.respondents[b];
      return x.group != y.group ? x.group < y.group : natural_compare(x.name, y.name) < 0;
    });
    std::vector<RespondentId> renumbered(order.size());
    std::vector<Respondent> sorted;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      renumbered[order[i]] = RespondentId(i);
      sorted.push_back(std::move(corpus_.respondents[order[i]]));
      sorted.back().rank = i;
    }
    corpus_.respondents = std::move(sorted);
    const auto renumber = [&](auto& ids) {
      for (RespondentId& id : ids) id = renumbered[id.index()];
      std::sort(ids.begin(), ids.end());
    };
    for (Interview& interview : corpus_.interviews) renumber(interview.respondents);
    for (LostAnswer& lost : corpus_.lost) renumber(lost.respondents);
    for (Answer& answer : corpus_.answers) {
      renumber(answer.respondents);
      for (Voice& voice : answer.voices) {
        if (voice.alone) voice.alone = renumbered[voice.alone->index()];
      }
    }
  }

  void sort_answers() {
    const auto by_respondent = [](const auto& a, const auto& b) {
      return std::tie(a.respondents.front(), a.question, a.respondents) <
             std::tie(b.respondents.front(), b.question, b.respondents);
    };
    std::sort(corpus_.answers.begin(), corpus_.answers.end(), by_respondent);
    std::sort(corpus_.lost.begin(), corpus_.lost.end(), by_respondent);
  }

  void list_responses() {
    for (std::size_t i = 0; i < corpus_.answers.size(); ++i) {
      for (const RespondentId respondent : corpus_.answers[i].respondents) {
        corpus_.responses.push_back({respondent, corpus_.answers[i].question, AnswerId(i)});
      }
    }
    std::sort(corpus_.responses.begin(), corpus_.responses.end(), [](const Response& a, const Response& b) {
      return std::tie(a.respondent, a.question, a.answer) < std::tie(b.respondent, b.question, b.answer);
    });
  }

  struct AttributePlace {
    const SourceFile* file = nullptr;
    Span place;
  };

  const Study& study_;
  Sink& sink_;
  Corpus corpus_;
  AttributeTables tables_;
  std::unordered_map<std::string, RespondentId> respondents_;
  std::vector<std::vector<AttributePlace>> attribute_places_;
  std::unordered_map<std::uint64_t, std::pair<const SourceFile*, Span>> given_;  // by respondent and question
};

}  // namespace

Corpus read_corpus(const FileTree& files, const std::string& folder, const Study& study, Sink& sink) {
  const std::string transcripts = join_path(folder, study.transcripts_folder);
  Joiner joiner(study, sink);
  const std::optional<std::vector<std::string>> paths = files.files_below(transcripts);
  if (!paths && !study.answer_files.empty()) return joiner.finish();  // a survey has none
  if (!paths) {
    sink.report(Kind::unreadable_file, transcripts, "there is no folder of transcripts",
                missing_folder_hint("transcripts", study.transcripts_folder));
    return joiner.finish();
  }
  for (const std::string& path : *paths) {
    if (!is_transcript(path)) continue;
    if (std::unique_ptr<SourceFile> file = open_source(files, path, transcript_limit, sink))
      joiner.add(std::move(file));
  }
  return joiner.finish();
}

}  // namespace etic
