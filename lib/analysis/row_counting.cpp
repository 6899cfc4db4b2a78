#include "analysis/row_counting.hpp"

#include <memory>
#include <utility>

#include "analysis/response_store.hpp"

namespace etic {

void count_rows(const RowCoding& coding, AnswerChunks& chunks, RespondentRegister& people, std::size_t threads,
                bool keep_going, const CountPart& count, const Watch& watch, MatrixSum& sum, Sink& sink) {
  ResponseStore store(coding.study, coding.books);
  const UseCodedPart use = [&](AnswerPart& part, const CodedCorpus& coded,
                               const std::vector<std::uint32_t>& numbers) -> PartHandler::Delivery {
    const std::uint64_t position = part.position;
    const std::size_t answers = part.corpus.answers.size();
    auto bearing = std::make_shared<Bearing>(coded);
    if (!part.has_ids) {
      auto counted = std::make_shared<Matrix>(count(coded, *bearing));
      return [&sum, &watch, counted, position, answers] {
        sum.add(*counted);
        watch(position, answers);
      };
    }
    auto corpus = std::make_shared<Corpus>(std::move(part.corpus));
    return [&store, &watch, corpus, bearing, numbers, position, answers] {
      store.add(*corpus, *bearing, numbers);
      watch(position, answers);
    };
  };
  code_rows(coding, chunks, people, threads, keep_going, use, sink);
  store.hand_out(people, [&](const CodedCorpus& batch, const Bearing& bearing) { sum.add(count(batch, bearing)); });
}

}  // namespace etic
