#include "coding/layers.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "coding/exclusive_themes.hpp"

namespace etic {
namespace {

class Layering {
 public:
  Layering(CodedCorpus& coded, const Ledger& ledger) : coded_(coded), ledger_(ledger), exclusive_(*coded.books) {
    coded_.hit.resize(ledger.entries.size());
    entries_of_.resize(ledger.coders.size(), std::vector<std::vector<std::uint32_t>>(coded.corpus->answers.size()));
    for (std::uint32_t i = 0; i < ledger.entries.size(); ++i) {
      entries_of_[ledger.entries[i].coder.index()][ledger.entries[i].answer.index()].push_back(i);
    }
  }

  void run(const std::vector<CoderId>& layers, const std::vector<Coding>& by_rules) {
    std::size_t rule = 0;
    for (std::size_t i = 0; i < coded_.corpus->answers.size(); ++i) {
      const AnswerId answer(i);
      kept_.clear();
      std::size_t end = rule;
      while (end < by_rules.size() && by_rules[end].answer == answer) ++end;
      for (const CoderId layer : layers) {
        if (layer.index() == rules_index) {
          added_.assign(by_rules.begin() + static_cast<std::ptrdiff_t>(rule),
                        by_rules.begin() + static_cast<std::ptrdiff_t>(end));
        } else {
          reject(layer, answer);
          added_ = added_by(layer, answer);
        }
        settle(layer);
      }
      rule = end;
      std::sort(kept_.begin(), kept_.end(), in_order);
      coded_.codings.insert(coded_.codings.end(), kept_.begin(), kept_.end());
    }
  }

 private:
  static bool in_order(const Coding& a, const Coding& b) {
    return std::tie(a.voice, a.span, a.rule, a.coder, a.entry) < std::tie(b.voice, b.span, b.rule, b.coder, b.entry);
  }

  [[nodiscard]] const std::vector<std::uint32_t>& entries(CoderId coder, AnswerId answer) const {
    return entries_of_[coder.index()][answer.index()];
  }

  void reject(CoderId layer, AnswerId answer) {
    for (const std::uint32_t index : entries(layer, answer)) {
      const LedgerEntry& entry = ledger_.entries[index];
      if (entry.status != LedgerEntry::Status::reject) continue;
      const std::vector<CodeId> rejected = coded_.books->subtree(*entry.code);
      lose({{}, LostCoding::Why::rejected, layer, {}, index}, [&](const Coding& coding) {
        const bool meant = std::binary_search(rejected.begin(), rejected.end(), coding.code());
        return meant && std::any_of(entry.passages.begin(), entry.passages.end(), [&](const Passage& passage) {
                 return passage.voice == coding.voice && passage.span.overlaps(coding.span);
               });
      });
    }
  }

  [[nodiscard]] std::vector<Coding> added_by(CoderId layer, AnswerId answer) const {
    std::vector<Coding> added;
    for (const std::uint32_t index : entries(layer, answer)) {
      const LedgerEntry& entry = ledger_.entries[index];
      if (entry.status != LedgerEntry::Status::add || !entry.code) continue;
      for (const Passage& passage : entry.passages)
        added.push_back({answer, {*entry.code, RuleRef::none}, passage.span, passage.voice, layer, index});
    }
    return added;
  }

  /// Puts what a layer adds on top of what is there.
  void settle(CoderId layer) {
    for (const Coding& added : added_) {
      const bool excludes = coded_.books->code(added.code()).excludes_all;
      const std::optional<std::uint32_t> entry = added.is_by_rule() ? std::nullopt : std::optional(added.entry);
      lose({{}, LostCoding::Why::exclusive, layer, added.code(), entry}, [&](const Coding& below) {
        return below.voice == added.voice && exclusive_.are_rivals(below.code(), added.code());
      });
      lose({{}, LostCoding::Why::non_answer, layer, added.code(), entry}, [&](const Coding& below) {
        return below.voice == added.voice && coded_.books->code(below.code()).excludes_all != excludes;
      });
    }
    kept_.insert(kept_.end(), added_.begin(), added_.end());
  }

  /// Takes away what loses, each under the reason given.
  template <class Loses>
  void lose(LostCoding reason, Loses loses) {
    const auto gone =
        std::stable_partition(kept_.begin(), kept_.end(), [&](const Coding& coding) { return !loses(coding); });
    for (auto coding = gone; coding != kept_.end(); ++coding) {
      reason.coding = *coding;
      coded_.lost.push_back(reason);
    }
    if (gone != kept_.end() && reason.entry) coded_.hit[*reason.entry] = true;
    kept_.erase(gone, kept_.end());
  }

  CodedCorpus& coded_;
  const Ledger& ledger_;
  ExclusiveThemes exclusive_;
  std::vector<std::vector<std::vector<std::uint32_t>>> entries_of_;  // by coder and answer
  std::vector<Coding> kept_;
  std::vector<Coding> added_;
};

/// The rules read everything.
bool has_rules(const std::vector<CoderId>& layers) {
  return std::any_of(layers.begin(), layers.end(), [](CoderId layer) { return layer.index() == rules_index; });
}

/// Which answers people have read, by answer and book.
std::vector<bool> answers_read(const Corpus& corpus, const Codebooks& books, const Ledger& ledger,
                               const std::vector<CoderId>& layers) {
  std::vector<bool> read(corpus.answers.size() * books.books.size());
  for (const LedgerEntry& entry : ledger.entries) {
    if (entry.status != LedgerEntry::Status::read ||
        std::find(layers.begin(), layers.end(), entry.coder) == layers.end())
      continue;
    const std::size_t begin = entry.answer.index() * books.books.size();
    for (std::size_t book = 0; book < books.books.size(); ++book) {
      if (!entry.book || entry.book->index() == book) read[begin + book] = true;
    }
  }
  return read;
}

}  // namespace

CodedCorpus code_by_layers(const Study& study, const Corpus& corpus, const Codebooks& books, const Ledger& ledger,
                           const std::vector<CoderId>& layers, const std::vector<CodeId>& codes, Extent extent) {
  if (!has_rules(layers)) return code_by_layers(study, corpus, books, ledger, layers, std::vector<Coding>{});
  if (layers.size() > 1) extent = Extent::all;  // what people reject is known by its words
  CodedCorpus by_rules = code_by_rules(study, corpus, books, codes, extent);
  if (layers.size() > 1) return code_by_layers(study, corpus, books, ledger, layers, by_rules.codings);
  by_rules.ledger = &ledger;
  by_rules.coders = layers;
  by_rules.hit.resize(ledger.entries.size());
  return by_rules;
}

CodedCorpus code_by_layers(const Study& study, const Corpus& corpus, const Codebooks& books, const Ledger& ledger,
                           const std::vector<CoderId>& layers, const std::vector<Coding>& by_rules) {
  CodedCorpus coded{&study, &corpus, &books, {}, {}, &ledger, layers, {}, {}, {}};
  if (!has_rules(layers)) coded.read = answers_read(corpus, books, ledger, layers);
  Layering(coded, ledger).run(layers, by_rules);
  return coded;
}

}  // namespace etic
