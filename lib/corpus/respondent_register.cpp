#include "corpus/respondent_register.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <tuple>
#include <utility>

#include "corpus/answer_chunks.hpp"

namespace etic {

RespondentRegister::RespondentRegister(const Study& study, const Corpus& transcripts)
    : study_(study), tables_(study), slots_(1024, none), words_((study.questions.size() + 63) / 64) {
  AnswerPart known;
  known.corpus.respondents = transcripts.respondents;
  known.corpus.values = transcripts.values;
  for (std::size_t i = 0; i < known.corpus.respondents.size(); ++i) {
    const std::uint32_t number = find_or_add(known, i);
    settle_attributes(known, i, number);
  }
  with_transcripts_ = people_.size();
}

std::uint32_t& RespondentRegister::slot_of(std::string_view wanted) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>()(wanted) & mask;
  while (slots_[slot] != none && name(people_[slots_[slot]]) != wanted) slot = (slot + 1) & mask;
  return slots_[slot];
}

std::uint32_t RespondentRegister::find_or_add(const AnswerPart& part, std::size_t respondent) {
  const Respondent& met = part.corpus.respondents[respondent];
  std::uint32_t& slot = slot_of(met.name);
  if (slot != none) return slot;
  const auto number = slot = static_cast<std::uint32_t>(people_.size());
  Person person{names_.size(), static_cast<std::uint32_t>(met.name.size()), 0, met.rank, met.group};
  if (!part.corpus.files.empty()) person.path = path_number(part.corpus.files.front()->path());
  names_ += met.name;
  people_.push_back(person);
  values_.resize(values_.size() + study_.attributes.size(), none);
  given_.resize(given_.size() + words_);
  if (people_.size() * 2 > slots_.size()) grow();
  return number;
}

void RespondentRegister::grow() {
  slots_.assign(slots_.size() * 2, none);
  for (std::uint32_t i = 0; i < people_.size(); ++i) slot_of(name(people_[i])) = i;
}

std::uint32_t RespondentRegister::path_number(const std::string& path) {
  if (paths_.empty() || paths_.back() != path) paths_.push_back(path);
  return static_cast<std::uint32_t>(paths_.size() - 1);
}

std::vector<std::uint32_t> RespondentRegister::admit(AnswerPart& part) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(part.corpus.respondents.size());
  const SourceFile& file = *part.corpus.files.front();
  std::vector<bool> answers_here(part.corpus.respondents.size());
  for (const Answer& answer : part.corpus.answers) answers_here[answer.respondents.front().index()] = true;
  for (std::size_t i = 0; i < part.corpus.respondents.size(); ++i) {
    const std::uint32_t number = find_or_add(part, i);
    numbers.push_back(number);
    if (number < with_transcripts_) {
      part.sink.report(Kind::duplicate_respondent, file, part.respondent_places[i],
                       fmt::format("{} has a transcript, to which rows add nothing", name(people_[number])));
      continue;
    }
    // Whose cells were empty so far is of the group of the first answer.
    const auto given = given_.begin() + static_cast<std::ptrdiff_t>(number * words_);
    const bool has_answered =
        std::any_of(given, given + static_cast<std::ptrdiff_t>(words_), [](std::uint64_t word) { return word != 0; });
    if (answers_here[i] && !has_answered) people_[number].group = part.corpus.respondents[i].group;
    part.corpus.respondents[i].group = people_[number].group;
    settle_attributes(part, i, number);
  }
  std::vector<bool> stays;
  for (const Answer& answer : part.corpus.answers)
    stays.push_back(is_given_first(part, answer, numbers[answer.respondents.front().index()]));
  if (std::find(stays.begin(), stays.end(), false) == stays.end()) return numbers;

  std::vector<AnswerId> renumbered;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < stays.size(); ++i) {
    renumbered.emplace_back(kept);
    if (stays[i] && kept != i) part.corpus.answers[kept] = std::move(part.corpus.answers[i]);
    if (stays[i]) ++kept;
  }
  part.corpus.answers.resize(kept);
  std::erase_if(part.corpus.responses, [&](const Response& response) { return !stays[response.answer.index()]; });
  for (Response& response : part.corpus.responses) response.answer = renumbered[response.answer.index()];
  return numbers;
}

void RespondentRegister::settle_attributes(AnswerPart& part, std::size_t respondent, std::uint32_t number) {
  Respondent& met = part.corpus.respondents[respondent];
  for (std::size_t i = 0; i < study_.attributes.size(); ++i) {
    if (study_.attributes[i].of != Attribute::Of::respondent) continue;
    std::vector<std::string>& texts = part.corpus.values[i];
    std::uint32_t& known = values_[number * study_.attributes.size() + i];
    Few<std::uint32_t>& held = met.attributes[i];
    const std::uint32_t now = held.empty() ? none : tables_.number(i, texts[held.front()]);
    if (known == none) known = now;
    if (known == now) continue;
    const std::string& before = tables_.text(i, known);
    if (now != none && !study_.attributes[i].from) {
      const Person& person = people_[number];
      part.sink.report(Kind::conflicting_attribute, *part.corpus.files.front(), part.respondent_places[respondent],
                       fmt::format("`{}` of {} is `{}` here, but `{}` in {}:{}", study_.attributes[i].name, met.name,
                                   tables_.text(i, now), before, paths_[person.path], line(person)));
    }
    const auto text = std::find(texts.begin(), texts.end(), before);
    held.assign(1, static_cast<std::uint32_t>(text - texts.begin()));
    if (text == texts.end()) texts.push_back(before);
  }
}

bool RespondentRegister::is_given_first(AnswerPart& part, const Answer& answer, std::uint32_t number) {
  if (number < with_transcripts_) return false;
  const Person& person = people_[number];
  const Question& question = study_.question(answer.question);
  const SourceFile& file = *part.corpus.files.front();
  if (person.group != question.group) {
    part.sink.report(Kind::other_groups_question, file, answer.heading,
                     fmt::format("{} is no question of {}, the group of {} since {}:{}", question.code.text(),
                                 study_.group(person.group).name, name(person), paths_[person.path], line(person)));
    return false;
  }
  std::uint64_t& word = given_[number * words_ + answer.question.index() / 64];
  const std::uint64_t bit = std::uint64_t{1} << answer.question.index() % 64;
  if ((word & bit) == 0) {
    word |= bit;
    return true;
  }
  part.sink.report(Kind::duplicate_answer, file, answer.heading,
                   fmt::format("{} answers `{}` here and in rows before", name(person), question.code.text()),
                   "delete one of them, or join them in one row");
  return false;
}

Respondent RespondentRegister::respondent(std::uint32_t number) const {
  const Person& person = people_[number];
  Respondent respondent{std::string(name(person)), person.group, AttributeValues(study_.attributes.size()),
                        person.rank};
  for (std::size_t i = 0; i < study_.attributes.size(); ++i) {
    const std::uint32_t value = values_[number * study_.attributes.size() + i];
    if (value != none) respondent.attributes[i].push_back(value);
  }
  return respondent;
}

void read_answers_in_rows(const FileTree& files, const std::string& folder, const Study& study, Corpus& corpus,
                          Sink& sink) {
  if (study.answer_files.empty()) return;
  RespondentRegister people(study, corpus);
  AttributeTables tables(study);
  for (std::size_t i = 0; i < corpus.values.size(); ++i) {  // as they are numbered in the corpus
    for (const std::string& value : corpus.values[i]) static_cast<void>(tables.number(i, value));
  }
  const std::size_t with_transcripts = corpus.respondents.size();
  const auto renumber = [&](const AnswerPart& part, AttributeValues& held) {
    for (std::size_t i = 0; i < held.size(); ++i) {
      for (std::uint32_t& value : held[i]) value = tables.number(i, part.corpus.values[i][value]);
    }
  };
  AnswerChunks chunks(files, folder, study);
  while (std::optional<AnswerChunks::Chunk> chunk = chunks.next(sink)) {
    AnswerPart part = chunk->reader->read(std::move(chunk->rows));
    const std::vector<std::uint32_t> numbers = people.admit(part);
    sink.append(part.sink);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (numbers[i] < corpus.respondents.size()) continue;
      renumber(part, part.corpus.respondents[i].attributes);
      corpus.respondents.push_back(std::move(part.corpus.respondents[i]));
    }
    const std::size_t interviews_before = corpus.interviews.size();
    for (Interview& interview : part.corpus.interviews) {
      renumber(part, interview.attributes);
      for (RespondentId& id : interview.respondents) id = RespondentId(numbers[id.index()]);
      corpus.interviews.push_back(std::move(interview));
    }
    for (Answer& answer : part.corpus.answers) {
      answer.interview = InterviewId(answer.interview.index() + interviews_before);
      answer.respondents.front() = RespondentId(numbers[answer.respondents.front().index()]);
      corpus.responses.push_back({answer.respondents.front(), answer.question, AnswerId(corpus.answers.size())});
      corpus.answers.push_back(std::move(answer));
    }
    std::move(part.corpus.files.begin(), part.corpus.files.end(), std::back_inserter(corpus.files));
  }
  chunks.report_missing_columns(sink);
  // What a respondent's first row leaves out, a later one may tell.
  for (std::size_t i = with_transcripts; i < corpus.respondents.size(); ++i) {
    const Respondent known = people.respondent(static_cast<std::uint32_t>(i));
    corpus.respondents[i].group = known.group;
    for (std::size_t attribute = 0; attribute < known.attributes.size(); ++attribute) {
      Few<std::uint32_t>& held = corpus.respondents[i].attributes[attribute];
      if (held.empty() && !known.attributes[attribute].empty())
        held.push_back(tables.number(attribute, people.tables().text(attribute, known.attributes[attribute].front())));
    }
  }
  tables.finish(corpus);
  std::sort(corpus.responses.begin(), corpus.responses.end(), [](const Response& a, const Response& b) {
    return std::tie(a.respondent, a.question, a.answer) < std::tie(b.respondent, b.question, b.answer);
  });
}

}  // namespace etic
