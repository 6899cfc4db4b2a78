#include "analysis/bearing.hpp"

#include <algorithm>

namespace etic {
namespace {

/// The codes that each voice of an answer bears, from codings or without them. Answers are asked for in any order.
class BorneByVoices {
 public:
  explicit BorneByVoices(const CodedCorpus& coded) : coded_(coded) {
    if (coded.borne) return;
    begins_.reserve(coded.corpus->answers.size() + 1);
    std::size_t at = 0;
    for (std::size_t i = 0; i <= coded.corpus->answers.size(); ++i) {
      while (at < coded.codings.size() && coded.codings[at].answer < AnswerId(i)) ++at;
      begins_.push_back(at);
    }
  }

  template <class Visit>
  void visit(AnswerId answer, Visit visit) const {
    if (coded_.borne) {
      for (std::size_t voice = 0; voice < coded_.corpus->answer(answer).voices.size(); ++voice) {
        for (const CodeId code : coded_.borne->of(answer, voice)) visit(voice, code);
      }
    } else {
      for (std::size_t i = begins_[answer.index()]; i < begins_[answer.index() + 1]; ++i)
        visit(std::size_t{coded_.codings[i].voice}, coded_.codings[i].code());
    }
  }

 private:
  const CodedCorpus& coded_;
  std::vector<std::size_t> begins_;  // of each answer's codings, and one more
};

/// What matters here of a code, side by side with that of the others.
struct Standing {
  std::optional<CodeId> parent;
  bool excludes_all = false;
};

std::vector<Standing> standings_of(const Codebooks& books) {
  std::vector<Standing> standings;
  standings.reserve(books.codes.size());
  for (const Code& code : books.codes) standings.push_back({code.parent, code.excludes_all});
  return standings;
}

}  // namespace

Bearing::Bearing(const CodedCorpus& coded) : non_answer_(coded.corpus->responses.size()) {
  const Corpus& corpus = *coded.corpus;
  const BorneByVoices borne_by_voices(coded);
  const std::vector<Standing> standings = standings_of(*coded.books);
  std::vector<CodeId> borne;
  std::vector<std::size_t> borne_by(coded.books->codes.size(), corpus.responses.size());  // the last response that does
  begins_.reserve(corpus.responses.size() + 1);
  for (std::size_t i = 0; i < corpus.responses.size(); ++i) {
    const Response& response = corpus.responses[i];
    const Answer& answer = corpus.answer(response.answer);
    borne.clear();
    bool says_something = false;
    borne_by_voices.visit(response.answer, [&](std::size_t voice, CodeId code) {
      const std::optional<RespondentId> alone = answer.voices[voice].alone;
      if (alone && *alone != response.respondent) return;
      says_something = says_something || !standings[code.index()].excludes_all;
      for (std::optional<CodeId> id = code; id && borne_by[id->index()] != i; id = standings[id->index()].parent) {
        borne_by[id->index()] = i;
        borne.push_back(*id);
      }
    });
    non_answer_[i] = !borne.empty() && !says_something;
    if (!std::is_sorted(borne.begin(), borne.end())) std::sort(borne.begin(), borne.end());
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
