#include "analysis/comparison.hpp"

#include <algorithm>
#include <utility>

#include "coding/speech.hpp"

namespace etic {
namespace {

constexpr std::string_view never_said = "never assigned";

bool is_comparable(const ComparedUnit& unit) {
  return std::count_if(unit.decisions.begin(), unit.decisions.end(), [](Rating one) { return one != unrated; }) >= 2;
}

Coefficient share(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return {0, never_said};
  return {static_cast<double>(part) / static_cast<double>(whole), {}};
}

std::int64_t characters(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

/// Where bytes of an answer stand among the characters that its respondents speak.
class TalkRuler {
 public:
  TalkRuler(const SourceFile& file, const Answer& answer) : file_(file) {
    for (const Stretch& stretch : answer.stretches) {
      if (stretch.kind != Stretch::Kind::talk) continue;
      pieces_.push_back({stretch.span, length_});
      length_ += characters(file.slice(stretch.span));
    }
  }

  [[nodiscard]] std::int64_t length() const { return length_; }

  [[nodiscard]] std::int64_t position(std::uint32_t byte) const {
    std::int64_t at = 0;
    for (const Piece& piece : pieces_) {
      if (byte < piece.span.begin) break;
      at = piece.from + characters(file_.slice({piece.span.begin, std::min(byte, piece.span.end)}));
    }
    return at;
  }

 private:
  struct Piece {
    Span span;
    std::int64_t from;
  };
  const SourceFile& file_;
  std::vector<Piece> pieces_;
  std::int64_t length_ = 0;
};

}  // namespace

std::string_view name(AgreementLevel level) {
  switch (level) {
    case AgreementLevel::answer:
      return "answer";
    case AgreementLevel::respondent:
      return "respondent";
    case AgreementLevel::sentence:
      return "sentence";
    case AgreementLevel::segment:
      return "segment";
  }
  return "";
}

Comparison::Comparison(const std::vector<CodedCorpus>& coders, const Selection& selection)
    : coders_(coders),
      books_(*coders.front().books),
      corpus_(*coders.front().corpus),
      selected_(corpus_.answers.size()) {
  for (const Answer& answer : corpus_.answers) {
    heard_.emplace_back(answer.voices.size());
    meant_.emplace_back(answer.respondents.size());
  }
  for (const Slot& slot : selection.slots) {
    if (!slot.is_recorded()) continue;
    const AnswerId id = corpus_.responses[slot.response].answer;
    const Answer& answer = corpus_.answer(id);
    selected_[id.index()] = true;
    for (std::size_t i = 0; i < answer.respondents.size(); ++i) {
      if (answer.respondents[i] == slot.respondent) meant_[id.index()][i] = true;
    }
    for (std::size_t voice = 0; voice < answer.voices.size(); ++voice) {
      const std::optional<RespondentId> alone = answer.voices[voice].alone;
      if (!alone || *alone == slot.respondent) heard_[id.index()][voice] = true;
    }
  }
  std::vector<bool> has_rules(books_.books.size());
  for (std::size_t i = 0; i < books_.codes.size(); ++i) {
    last_below_.push_back(books_.subtree(CodeId(i)).back());
    if (!books_.codes[i].rules.empty()) has_rules[books_.codes[i].book.index()] = true;
  }
  for (const CodedCorpus& coder : coders) {
    const bool rules_alone =
        coder.coders.empty() || (coder.coders.size() == 1 && coder.coders[0].index() == rules_index);
    speaks_.push_back(rules_alone ? has_rules : std::vector<bool>(books_.books.size(), true));
  }
}

/// A theme's subtree is the run of codes behind it.
bool Comparison::is_of(CodeId found, CodeId code) const { return code <= found && found <= last_below_[code.index()]; }

bool Comparison::has_read(std::size_t coder, AnswerId answer, CodeId code) const {
  const BookId book = books_.code(code).book;
  return speaks_[coder][book.index()] && coders_[coder].is_read(answer, book);
}

Rating Comparison::decide(std::size_t coder, AnswerId answer, CodeId code) const {
  if (!codings(coder, answer, code).empty()) return 1;
  return has_read(coder, answer, code) ? 0 : unrated;
}

std::vector<AnswerId> Comparison::answers_in_scope(CodeId code) const {
  std::vector<AnswerId> answers;
  for (std::size_t i = 0; i < corpus_.answers.size(); ++i) {
    if (selected_[i] && books_.code(code).scope.contains(corpus_.answers[i].question)) answers.emplace_back(i);
  }
  return answers;
}

std::vector<Coding> Comparison::codings(std::size_t coder, AnswerId answer, CodeId code) const {
  std::vector<Coding> found;
  const CodedCorpus::Range codings = coders_[coder].of(answer);
  std::copy_if(codings.begin(), codings.end(), std::back_inserter(found), [&](const Coding& coding) {
    return is_of(coding.code(), code) && heard_[answer.index()][coding.voice];
  });
  return found;
}

std::vector<ComparedUnit> Comparison::units(CodeId code, AgreementLevel level) const {
  if (level == AgreementLevel::respondent) return respondents(code);
  std::vector<ComparedUnit> units;
  for (const AnswerId id : answers_in_scope(code)) {
    if (level == AgreementLevel::sentence) {
      add_sentences(id, code, units);
      continue;
    }
    const Answer& answer = corpus_.answer(id);
    const auto& meant = meant_[id.index()];
    const auto first = static_cast<std::size_t>(std::find(meant.begin(), meant.end(), true) - meant.begin());
    ComparedUnit unit{id, answer.respondents[first], 0, answer.body, {}};
    for (std::size_t coder = 0; coder < coders_.size(); ++coder) unit.decisions.push_back(decide(coder, id, code));
    if (is_comparable(unit)) units.push_back(std::move(unit));
  }
  return units;
}

void Comparison::add_sentences(AnswerId id, CodeId code, std::vector<ComparedUnit>& units) const {
  const Answer& answer = corpus_.answer(id);
  std::vector<std::vector<Coding>> codings_of;
  for (std::size_t coder = 0; coder < coders_.size(); ++coder) codings_of.push_back(codings(coder, id, code));
  const auto has_decided = [&](std::size_t coder) { return !codings_of[coder].empty() || has_read(coder, id, code); };
  Speech speech;
  for (std::size_t voice = 0; voice < answer.voices.size(); ++voice) {
    if (!heard_[id.index()][voice]) continue;
    speech.read(corpus_.file_of(answer), answer, voice);
    for (const Sentence& sentence : speech.sentences) {
      ComparedUnit unit{
          id, respondents_of(answer, voice).front(), static_cast<std::uint16_t>(voice), sentence.span, {}};
      for (std::size_t coder = 0; coder < coders_.size(); ++coder) {
        const bool bears = std::any_of(codings_of[coder].begin(), codings_of[coder].end(), [&](const Coding& coding) {
          return coding.voice == voice && coding.span.overlaps(sentence.span);
        });
        unit.decisions.push_back(!has_decided(coder) ? unrated : bears ? 1 : 0);
      }
      if (is_comparable(unit)) units.push_back(std::move(unit));
    }
  }
}

/// A coder who has not read all of a respondent's answers in scope can say yes, but not no.
std::vector<ComparedUnit> Comparison::respondents(CodeId code) const {
  std::vector<ComparedUnit> units;
  std::vector<std::uint32_t> unit_of(corpus_.respondents.size(), UINT32_MAX);
  for (const AnswerId id : answers_in_scope(code)) {
    const Few<RespondentId>& of_answer = corpus_.answer(id).respondents;
    for (std::size_t i = 0; i < of_answer.size(); ++i) {
      if (!meant_[id.index()][i]) continue;
      const RespondentId respondent = of_answer[i];
      std::uint32_t& index = unit_of[respondent.index()];
      if (index == UINT32_MAX) {
        index = static_cast<std::uint32_t>(units.size());
        units.push_back({id, respondent, 0, {}, std::vector<Rating>(coders_.size(), 0)});
      }
      for (std::size_t coder = 0; coder < coders_.size(); ++coder) {
        const std::vector<Coding> found = codings(coder, id, code);
        const bool bears = std::any_of(found.begin(), found.end(), [&](const Coding& coding) {
          const Few<RespondentId> who = respondents_of(corpus_.answer(id), coding.voice);
          return std::find(who.begin(), who.end(), respondent) != who.end();
        });
        Rating& decision = units[index].decisions[coder];
        if (bears) {
          decision = 1;
        } else if (decision != 1 && !has_read(coder, id, code)) {
          decision = unrated;
        }
      }
    }
  }
  std::erase_if(units, [](const ComparedUnit& unit) { return !is_comparable(unit); });
  std::sort(units.begin(), units.end(),
            [](const ComparedUnit& a, const ComparedUnit& b) { return a.respondent < b.respondent; });
  return units;
}

Continuum Comparison::continuum(CodeId code) const {
  Continuum continuum{0, std::vector<std::vector<MarkedStretch>>(coders_.size())};
  for (const AnswerId id : answers_in_scope(code)) {
    bool all = true;
    for (std::size_t coder = 0; coder < coders_.size(); ++coder) all = all && decide(coder, id, code) != unrated;
    if (!all) continue;
    const Answer& answer = corpus_.answer(id);
    const TalkRuler ruler(corpus_.file_of(answer), answer);
    for (std::size_t coder = 0; coder < coders_.size(); ++coder) {
      std::vector<MarkedStretch> stretches;
      for (const Coding& coding : codings(coder, id, code)) {
        const std::int64_t begin = ruler.position(coding.span.begin);
        stretches.push_back({begin, ruler.position(coding.span.end) - begin, 0});
      }
      std::sort(stretches.begin(), stretches.end(),
                [](const MarkedStretch& a, const MarkedStretch& b) { return a.begin < b.begin; });
      std::vector<MarkedStretch>& marked = continuum.observers[coder];
      const std::size_t first = marked.size();
      for (MarkedStretch& stretch : stretches) {
        stretch.begin += continuum.length;
        const bool overlaps = marked.size() > first && stretch.begin < marked.back().begin + marked.back().length;
        if (overlaps) {
          const std::int64_t end = std::max(marked.back().begin + marked.back().length, stretch.begin + stretch.length);
          marked.back().length = end - marked.back().begin;
        } else if (stretch.length > 0) {
          marked.push_back(stretch);
        }
      }
    }
    continuum.length += ruler.length();
  }
  return continuum;
}

void Agreement::add(const std::vector<ComparedUnit>& units, std::size_t respondents) {
  if (clusters.empty()) clusters.assign(respondents, RatingSums(sums.coders, sums.categories));
  for (const ComparedUnit& unit : units) {
    sums.add(unit.decisions);
    clusters[unit.respondent.index()].add(unit.decisions);
  }
}

Accuracy& Accuracy::operator+=(const Accuracy& other) {
  hits += other.hits;
  wrong += other.wrong;
  missed += other.missed;
  units += other.units;
  return *this;
}

Coefficient Accuracy::precision() const { return share(hits, hits + wrong); }
Coefficient Accuracy::recall() const { return share(hits, hits + missed); }
Coefficient Accuracy::f1() const { return share(2 * hits, 2 * hits + wrong + missed); }

Accuracy accuracy_of(const std::vector<ComparedUnit>& units, std::size_t coder, std::size_t reference) {
  Accuracy accuracy;
  for (const ComparedUnit& unit : units) {
    const Rating said = unit.decisions[coder];
    const Rating right = unit.decisions[reference];
    if (said == unrated || right == unrated) continue;
    ++accuracy.units;
    if (said == 1 && right == 1) ++accuracy.hits;
    if (said == 1 && right == 0) ++accuracy.wrong;
    if (said == 0 && right == 1) ++accuracy.missed;
  }
  return accuracy;
}

}  // namespace etic
