#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "report/caption.hpp"
#include "report/conclusion_tables.hpp"
#include "report/html_report.hpp"
#include "report/quotation.hpp"
#include "report/text_sample.hpp"
#include "table/cell_text.hpp"
#include "text/utf16.hpp"

namespace etic {
namespace {

using Json = nlohmann::ordered_json;

/// Names and quotes a list for people is cut to.
constexpr std::size_t longest_list = 200;

/// Where an answer's text stands among its fields.
constexpr std::size_t text_field = 4;

template <class Ids>
Json indices(const Ids& ids) {
  Json list = Json::array();
  for (const auto id : ids) list.push_back(id.index());
  return list;
}

template <class Id>
Json index_or_null(const std::optional<Id>& id) {
  return id ? Json(id->index()) : Json(nullptr);
}

Json questions_in(const QuestionSet& set) {
  Json list = Json::array();
  for (std::size_t i = 0; i < set.universe(); ++i) {
    if (set.contains(QuestionId(i))) list.push_back(i);
  }
  return list;
}

std::map<AnswerId, std::vector<Quotation>> by_answer(std::vector<Quotation> quotations) {
  std::map<AnswerId, std::vector<Quotation>> groups;
  for (Quotation& quotation : quotations) groups[quotation.answer].push_back(std::move(quotation));
  return groups;
}

class Data {
 public:
  explicit Data(const HtmlReport& report)
      : report_(report),
        coded_(report.coded),
        study_(*report.coded.study),
        corpus_(*report.coded.corpus),
        books_(*report.coded.books),
        shown_(sample_texts(report.coded, report.findings, report.room)) {}

  Json make() {
    Json data{{"schema", "etic-report/1"},
              {"title", study_.title},
              {"source", study_.source},
              {"wording", name(study_.wording)},
              {"wordingNote", wording_note(study_)},
              {"codedBy", coded_by(coded_)}};
    add_design(data);
    add_codes(data);
    add_answers(data);
    data["memos"] = memos();
    data["conclusions"] = conclusions();
    data["agreement"] = agreement();
    data["sampled"] = sampled();
    return data;
  }

 private:
  void add_design(Json& data) const {
    Json& groups = data["groups"] = Json::array();
    for (const Group& group : study_.groups) {
      groups.push_back({{"name", group.name},
                        {"label", group.label},
                        {"expected", group.expected ? Json(*group.expected) : Json(nullptr)}});
    }
    Json& attributes = data["attributes"] = Json::array();
    for (std::size_t i = 0; i < study_.attributes.size(); ++i) {
      const Attribute& attribute = study_.attributes[i];
      attributes.push_back({{"name", attribute.name},
                            {"label", attribute.label},
                            {"of", attribute.of == Attribute::Of::respondent ? "respondent" : "interview"},
                            {"values", corpus_.values[i]}});
    }
    Json& questions = data["questions"] = Json::array();
    for (const Question& question : study_.questions)
      questions.push_back({{"code", question.code.text()}, {"group", question.group.index()}, {"text", question.text}});
    Json& sub_questions = data["subQuestions"] = Json::array();
    for (const SubQuestion& sub : study_.sub_questions) {
      sub_questions.push_back({{"name", sub.name},
                               {"question", sub.question},
                               {"hypothesis", sub.hypothesis},
                               {"asked", questions_in(sub.asked)},
                               {"also", questions_in(sub.also)}});
    }
    Json& respondents = data["respondents"] = Json::array();
    for (const Respondent& respondent : corpus_.respondents)
      respondents.push_back(
          {{"name", respondent.name}, {"group", respondent.group.index()}, {"attributes", respondent.attributes}});
    Json& interviews = data["interviews"] = Json::array();
    for (const Interview& interview : corpus_.interviews)
      interviews.push_back({{"file", file_name(*interview.file)},
                            {"respondents", indices(interview.respondents)},
                            {"attributes", interview.attributes}});
  }

  /// As seen from the study's folder: a page must not hang on where it is made.
  [[nodiscard]] std::string file_name(const SourceFile& file) const {
    const std::string& design = study_.file->path();
    const std::string folder = design.substr(0, design.rfind('/') + 1);
    return file.path().starts_with(folder) ? file.path().substr(folder.size()) : file.path();
  }

  void add_codes(Json& data) const {
    Json& books = data["books"] = Json::array();
    for (const Codebook& book : books_.books) books.push_back({{"name", book.name}, {"label", book.label}});
    Json& codes = data["codes"] = Json::array();
    for (const Code& code : books_.codes) {
      Json entry{{"name", code.name},
                 {"label", code.label},
                 {"definition", code.definition},
                 {"use", code.when_to_use},
                 {"not", code.when_not_to_use},
                 {"book", code.book.index()},
                 {"parent", index_or_null(code.parent)},
                 {"scope", questions_in(code.scope)}};
      if (code.excludes_all) entry["silence"] = true;
      codes.push_back(std::move(entry));
    }
    Json& coders = data["coders"] = Json::array();
    for (const Coder& coder : report_.ledger.coders) coders.push_back(coder.name);
  }

  void add_answers(Json& data) const {
    auto quotations = by_answer(collect_quotations(coded_, shown_codings()));
    auto lost = by_answer(collect_lost(coded_, shown_losses()));
    Json answers = Json::array();
    Json texts = Json::array();
    for (std::size_t i = 0; i < corpus_.answers.size(); ++i) {
      const AnswerId id(i);
      Json answer = bare_answer(id);
      if (shown_[i]) {
        answer[text_field] = texts.size();
        texts.push_back(text_of(corpus_.answer(id), quotations[id], lost[id]));
      }
      while (answer.back().is_null()) answer.erase(answer.size() - 1);
      answers.push_back(std::move(answer));
    }
    data["answers"] = std::move(answers);
    data["texts"] = std::move(texts);
    Json& gone = data["lost"] = Json::array();
    for (const LostAnswer& answer : corpus_.lost)
      gone.push_back({{"i", answer.interview.index()},
                      {"q", answer.question.index()},
                      {"r", indices(answer.respondents)},
                      {"reason", answer.reason}});
  }

  [[nodiscard]] std::vector<Coding> shown_codings() const {
    std::vector<Coding> codings;
    for (const Coding& coding : coded_.codings) {
      if (shown_[coding.answer.index()]) codings.push_back(coding);
    }
    return codings;
  }

  [[nodiscard]] std::vector<LostCoding> shown_losses() const {
    std::vector<LostCoding> lost;
    for (const LostCoding& gone : coded_.lost) {
      if (shown_[gone.coding.answer.index()]) lost.push_back(gone);
    }
    return lost;
  }

  /// Who answers what with which codes: all that counting needs. There are many answers, so that their fields have
  /// places instead of names: interview, question, respondents, codes by voice, text, voices, books not read.
  [[nodiscard]] Json bare_answer(AnswerId id) const {
    const Answer& answer = corpus_.answer(id);
    std::vector<std::set<CodeId>> borne(answer.voices.size());
    for (const Coding& coding : coded_.of(id)) borne[coding.voice].insert(coding.code());
    Json codes = Json::array();
    for (const std::set<CodeId>& of_voice : borne) codes.push_back(indices(of_voice));
    Json voices;
    if (answer.voices.size() > 1 || answer.voices.front().alone) {
      voices = Json::array();
      for (const Voice& voice : answer.voices) voices.push_back(index_or_null(voice.alone));
    }
    std::vector<BookId> unread;
    for (std::size_t book = 0; book < books_.books.size(); ++book) {
      if (!coded_.is_read(id, BookId(book))) unread.emplace_back(book);
    }
    return {answer.interview.index(),
            answer.question.index(),
            indices(answer.respondents),
            std::move(codes),
            nullptr,
            std::move(voices),
            unread.empty() ? Json() : indices(unread)};
  }

  [[nodiscard]] Json text_of(const Answer& answer, const std::vector<Quotation>& quotations,
                             const std::vector<Quotation>& lost) const {
    const std::string_view body = corpus_.file_of(answer).slice(answer.body);
    const Utf16Offsets offsets(body);
    const auto at = [&](std::uint32_t byte) { return offsets.of(byte - answer.body.begin); };
    Json text{{"text", body}};
    const Stretch& first = answer.stretches.front();
    const bool all_one = answer.stretches.size() == 1 && first.voice == 0 && first.span == answer.body;
    if (!all_one) {
      Json& stretches = text["stretches"] = Json::array();
      for (const Stretch& stretch : answer.stretches)
        stretches.push_back({at(stretch.span.begin), at(stretch.span.end), kind_name(stretch.kind), stretch.voice});
    }
    Json& marks = text["marks"] = Json::array();
    for (const Quotation& quotation : quotations)
      marks.push_back({quotation.code.index(), quotation.voice, at(quotation.marked.begin), at(quotation.marked.end),
                       at(quotation.context.begin), at(quotation.context.end), indices(quotation.coders)});
    if (lost.empty()) return text;
    Json& gone = text["lost"] = Json::array();
    for (const Quotation& quotation : lost)
      gone.push_back({quotation.code.index(), quotation.voice, at(quotation.marked.begin), at(quotation.marked.end),
                      quotation.note});
    return text;
  }

  static std::string_view kind_name(Stretch::Kind kind) {
    switch (kind) {
      case Stretch::Kind::talk:
        return "talk";
      case Stretch::Kind::interviewer:
        return "interviewer";
      case Stretch::Kind::note:
        return "note";
    }
    return "";
  }

  [[nodiscard]] Json memos() const {
    Json list = Json::array();
    for (const Memo& memo : report_.memos.memos) {
      const std::string coder =
          memo.entry ? report_.ledger.coder(report_.ledger.entries[*memo.entry].coder).name : std::string();
      list.push_back({{"about", subject_text(memo, study_, corpus_, books_)}, {"coder", coder}, {"text", memo.text}});
    }
    return list;
  }

  [[nodiscard]] Json conclusions() const {
    if (report_.conclusions.file == nullptr) return nullptr;
    Json rows = Json::array();
    for (const Finding& finding : report_.findings) rows.push_back(conclusion(finding));
    return {{"rows", std::move(rows)}, {"notes", conclusion_notes(report_.findings, coded_)}};
  }

  [[nodiscard]] Json conclusion(const Finding& finding) const {
    const Conclusion& conclusion = *finding.conclusion;
    const bool declared = !conclusion.parts.empty();
    const auto count = [&](const std::vector<RespondentId>& who) {
      return declared ? Json(who.size()) : Json(nullptr);
    };
    const auto first_of = [](std::vector<RespondentId> who) {
      who.resize(std::min(who.size(), longest_list));
      return indices(who);
    };
    const std::vector<RespondentId> silent = finding.sides.silent();
    return {{"id", conclusion.id},
            {"section", conclusion.section},
            {"sub", index_or_null(conclusion.sub_question)},
            {"statement", conclusion.statement},
            {"says", conclusion.quantifier ? conclusion.quantifier->name : ""},
            {"verdict", name(finding.judgement.verdict)},
            {"why", finding.judgement.why},
            {"reason", conclusion.reason},
            {"evidence", evidence_text(conclusion, coded_)},
            {"againstQuery", against_text(conclusion, coded_)},
            {"n", count(finding.sides.support)},
            {"base", count(finding.sides.base)},
            {"against", count(finding.sides.against)},
            {"silent", count(silent)},
            {"for", first_of(finding.sides.support)},
            {"contra", first_of(finding.sides.against)},
            {"quiet", first_of(silent)},
            {"support", places(finding.support_in)},
            {"opposition", places(finding.against_in)},
            {"supportCodes", indices(codes_for(conclusion, books_))},
            {"oppositionCodes", indices(codes_against(conclusion, books_))}};
  }

  /// Answer and respondent of the responses whose words the page holds.
  [[nodiscard]] Json places(const std::vector<std::uint32_t>& responses) const {
    Json list = Json::array();
    for (const std::uint32_t index : responses) {
      const Response& response = corpus_.responses[index];
      if (!shown_[response.answer.index()]) continue;
      if (list.size() == longest_list) break;
      list.push_back({response.answer.index(), response.respondent.index()});
    }
    return list;
  }

  [[nodiscard]] Json agreement() const {
    if (report_.agreement.empty()) return nullptr;
    Json tables = Json::array();
    for (const Table& table : report_.agreement) tables.push_back(table_data(table));
    return tables;
  }

  static Json table_data(const Table& table) {
    Json columns = Json::array();
    for (const Column& column : table.columns)
      columns.push_back({{"name", column.name}, {"right", column.align == Align::right}});
    Json rows = Json::array();
    for (const Row& row : table.rows) {
      Json cells = Json::array();
      for (const Cell& cell : row.cells) cells.push_back(cell_data(cell));
      rows.push_back({{"indent", row.indent}, {"strong", row.strong}, {"cells", std::move(cells)}});
    }
    return {{"caption", table.caption},
            {"columns", std::move(columns)},
            {"rows", std::move(rows)},
            {"footnotes", table.footnotes}};
  }

  static Json cell_data(const Cell& cell) {
    if (std::holds_alternative<BlankCell>(cell)) return nullptr;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
    if (const auto* count = std::get_if<CountCell>(&cell)) return {{"n", count->n}, {"base", count->base}};
    return cell_text(cell);
  }

  [[nodiscard]] Json sampled() const {
    const auto shown = static_cast<std::size_t>(std::count(shown_.begin(), shown_.end(), true));
    if (shown == shown_.size()) return nullptr;
    return {
        {"answers", shown_.size()},
        {"shown", shown},
        {"note", fmt::format("All {} answers are counted; this page holds the words of {}: for every code and every "
                             "side of a conclusion the same number, spread evenly over the study. `etic quotes` and "
                             "`etic explain` show all.",
                             shown_.size(), shown)}};
  }

  const HtmlReport& report_;
  const CodedCorpus& coded_;
  const Study& study_;
  const Corpus& corpus_;
  const Codebooks& books_;
  const std::vector<bool> shown_;  // by answer
};

}  // namespace

std::string report_data(const HtmlReport& report) {
  const std::string json = Data(report).make().dump(-1, ' ', false, Json::error_handler_t::replace);
  // Nothing in the data can end the element that it stands in, or open another.
  std::string text;
  text.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      text += "\\u003c";
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace etic
