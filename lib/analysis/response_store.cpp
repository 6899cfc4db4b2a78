#include "analysis/response_store.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace etic {
namespace {

constexpr std::size_t batch_size = 20'000;  // respondents
constexpr std::uint32_t no_question = UINT32_MAX;

}  // namespace

std::uint32_t ResponseStore::number_of(Bearing::Codes codes, bool is_non_answer) {
  key_.assign(1, is_non_answer ? '1' : '0');
  for (const CodeId code : codes) {
    for (int shift = 0; shift < 32; shift += 8) key_ += static_cast<char>(code.value >> shift & 0xFFU);
  }
  const auto [entry, fresh] = set_numbers_.try_emplace(key_, static_cast<std::uint32_t>(sets_.size()));
  if (fresh) sets_.push_back({{codes.begin(), codes.end()}, is_non_answer});
  return entry->second;
}

std::uint32_t ResponseStore::number_of(const AttributeValues& values, const Corpus& part) {
  std::vector<std::vector<std::string>> texts(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (const std::uint32_t value : values[i]) texts[i].push_back(part.values[i][value]);
  }
  const auto [entry, fresh] = interview_numbers_.try_emplace(texts, static_cast<std::uint32_t>(interviews_.size()));
  if (fresh) interviews_.push_back(std::move(texts));
  return entry->second;
}

void ResponseStore::add(const Corpus& part, const Bearing& bearing, const std::vector<std::uint32_t>& numbers) {
  std::vector<std::uint32_t> interviews;
  for (const Interview& interview : part.interviews) interviews.push_back(number_of(interview.attributes, part));
  for (const std::uint32_t number : numbers) {
    people_ = std::max<std::size_t>(people_, number + std::size_t{1});
    if (met_.size() < people_) met_.resize(people_ * 2);
    met_[number] = true;
  }
  // An interview without an answer tells what could have been held.
  const bool have_attributes = std::any_of(study_.attributes.begin(), study_.attributes.end(),
                                           [](const Attribute& a) { return a.of == Attribute::Of::interview; });
  for (std::size_t i = 0; i < part.interviews.size() && have_attributes; ++i) {
    for (const RespondentId respondent : part.interviews[i].respondents)
      records_.push_back({numbers[respondent.index()], no_question, 0, interviews[i]});
  }
  for (std::uint32_t i = 0; i < part.responses.size(); ++i) {
    const Response& response = part.responses[i];
    records_.push_back({numbers[response.respondent.index()], response.question.value,
                        number_of(bearing.of(i), bearing.is_non_answer(i)),
                        interviews[part.answer(response.answer).interview.index()]});
  }
}

void ResponseStore::hand_out(const RespondentRegister& people, const Take& take) {
  const auto earlier = [](const Record& a, const Record& b) {
    return std::tie(a.respondent, a.question) < std::tie(b.respondent, b.question);
  };
  if (!std::is_sorted(records_.begin(), records_.end(), earlier)) std::sort(records_.begin(), records_.end(), earlier);
  std::size_t record = 0;
  for (std::size_t begin = 0; begin < people_; begin += batch_size) {
    const std::size_t end = std::min(begin + batch_size, people_);
    AttributeTables tables = people.tables();
    Corpus corpus;
    corpus.is_part = true;
    Bearing bearing;
    std::vector<std::uint32_t> interviews(interviews_.size(), UINT32_MAX);  // here
    for (std::size_t number = begin; number < end; ++number) {
      if (!met_[number]) continue;
      const RespondentId respondent(corpus.respondents.size());
      corpus.respondents.push_back(people.respondent(static_cast<std::uint32_t>(number)));
      for (; record < records_.size() && records_[record].respondent == number; ++record) {
        const Record& given = records_[record];
        std::uint32_t& interview = interviews[given.interview];
        if (interview == UINT32_MAX) {
          interview = static_cast<std::uint32_t>(corpus.interviews.size());
          corpus.interviews.push_back({nullptr, {}, AttributeValues(study_.attributes.size()), true});
          for (std::size_t i = 0; i < study_.attributes.size(); ++i) {
            for (const std::string& value : interviews_[given.interview][i])
              corpus.interviews.back().attributes[i].push_back(tables.number(i, value));
          }
        }
        std::vector<RespondentId>& in_it = corpus.interviews[interview].respondents;
        if (in_it.empty() || in_it.back() != respondent) in_it.push_back(respondent);
        if (given.question == no_question) continue;
        const QuestionId question(given.question);
        corpus.responses.push_back({respondent, question, AnswerId(corpus.answers.size())});
        Answer& answer = corpus.answers.emplace_back();
        answer.interview = InterviewId(interview);
        answer.question = question;
        answer.respondents.push_back(respondent);
        answer.voices.emplace_back();
        const Borne& borne = sets_[given.codes];
        bearing.add(borne.codes, borne.is_non_answer);
      }
    }
    tables.finish(corpus);
    CodedCorpus coded;
    coded.study = &study_;
    coded.corpus = &corpus;
    coded.books = &books_;
    take(coded, bearing);
  }
  records_.clear();
}

}  // namespace etic
