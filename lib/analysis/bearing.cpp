#include "analysis/bearing.hpp"

#include <algorithm>

namespace etic {

Bearing::Bearing(const CodedCorpus& coded) : non_answer_(coded.corpus->responses.size()) {
  const Corpus& corpus = *coded.corpus;
  std::vector<CodeId> borne;
  for (std::size_t i = 0; i < corpus.responses.size(); ++i) {
    const Response& response = corpus.responses[i];
    const Answer& answer = corpus.answer(response.answer);
    borne.clear();
    bool says_something = false;
    for (const Coding& coding : coded.of(response.answer)) {
      const std::optional<RespondentId> alone = answer.voices[coding.voice].alone;
      if (alone && *alone != response.respondent) continue;
      says_something = says_something || !coded.books->code(coding.code()).excludes_all;
      for (std::optional<CodeId> id = coding.code(); id; id = coded.books->code(*id).parent) borne.push_back(*id);
    }
    non_answer_[i] = !borne.empty() && !says_something;
    std::sort(borne.begin(), borne.end());
    borne.erase(std::unique(borne.begin(), borne.end()), borne.end());
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
