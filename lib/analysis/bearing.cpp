#include "analysis/bearing.hpp"

#include <algorithm>

namespace etic {
namespace {

/// Where each answer's codings begin, and one more: all answers are asked for, one after the other.
std::vector<std::size_t> begins_of_answers(const CodedCorpus& coded) {
  std::vector<std::size_t> begins;
  begins.reserve(coded.corpus->answers.size() + 1);
  std::size_t at = 0;
  for (std::size_t i = 0; i <= coded.corpus->answers.size(); ++i) {
    while (at < coded.codings.size() && coded.codings[at].answer < AnswerId(i)) ++at;
    begins.push_back(at);
  }
  return begins;
}

}  // namespace

Bearing::Bearing(const CodedCorpus& coded) : non_answer_(coded.corpus->responses.size()) {
  const Corpus& corpus = *coded.corpus;
  const std::vector<std::size_t> begins = begins_of_answers(coded);
  const auto codings_of = [&](AnswerId answer) {
    const Coding* codings = coded.codings.data();
    return CodedCorpus::Range{codings + begins[answer.index()], codings + begins[answer.index() + 1]};
  };
  std::vector<CodeId> borne;
  std::vector<std::size_t> borne_by(coded.books->codes.size(), corpus.responses.size());  // the last response that does
  for (std::size_t i = 0; i < corpus.responses.size(); ++i) {
    const Response& response = corpus.responses[i];
    const Answer& answer = corpus.answer(response.answer);
    borne.clear();
    bool says_something = false;
    for (const Coding& coding : codings_of(response.answer)) {
      const std::optional<RespondentId> alone = answer.voices[coding.voice].alone;
      if (alone && *alone != response.respondent) continue;
      says_something = says_something || !coded.books->code(coding.code()).excludes_all;
      for (std::optional<CodeId> id = coding.code(); id && borne_by[id->index()] != i;
           id = coded.books->code(*id).parent) {
        borne_by[id->index()] = i;
        borne.push_back(*id);
      }
    }
    non_answer_[i] = !borne.empty() && !says_something;
    std::sort(borne.begin(), borne.end());
    begins_.push_back(static_cast<std::uint32_t>(codes_.size()));
    codes_.insert(codes_.end(), borne.begin(), borne.end());
  }
  begins_.push_back(static_cast<std::uint32_t>(codes_.size()));
}

Bearing::Codes Bearing::of(std::uint32_t response) const {
  return {codes_.data() + begins_[response], codes_.data() + begins_[response + 1]};
}

bool Bearing::bears(std::uint32_t response, CodeId code) const {
  const Codes codes = of(response);
  return std::binary_search(codes.begin(), codes.end(), code);
}

}  // namespace etic
