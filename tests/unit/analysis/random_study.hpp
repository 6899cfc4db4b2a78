#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

namespace etic {

/// Studies of every shape that counting meets: joint answers and labelled turns, lists of dates, no values, lost and
/// missing answers, overlapping sub-questions, themes, an exclusive one, non-answers. Answers are words from a to f.
class RandomStudy {
 public:
  explicit RandomStudy(std::mt19937::result_type seed) : random_(seed) {}

  /// By path; transcripts are `transcripts/0.md` and so on.
  std::map<std::string, std::string> files() {
    files_.clear();
    const std::size_t groups = 1 + below(3);
    questions_.assign(groups, 0);
    for (std::size_t& count : questions_) count = 1 + below(4);
    files_["study.yaml"] = study();
    files_["codebooks/common.yaml"] = "codebook: common\ncodes: {silent: {excludes: all, rules: no comment}}\n";
    files_["codebooks/letters.yaml"] = book();
    for (std::size_t group = 0; group < groups; ++group) add_group(group);
    if (transcripts_ == 0) add_transcript("respondent: G1-1\n", "## G1Q1\na\n");
    return files_;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }
  bool one_in(std::size_t many) { return below(many) == 0; }

  static std::string code(std::size_t group, std::size_t question) {
    return "G" + std::to_string(group + 1) + "Q" + std::to_string(question + 1);
  }

  /// Some of the study's questions, at least one.
  std::string some_questions(std::size_t one_in_many) {
    std::string list;
    for (std::size_t group = 0; group < questions_.size(); ++group) {
      for (std::size_t question = 0; question < questions_[group]; ++question) {
        if (one_in(one_in_many)) list += (list.empty() ? "" : ", ") + code(group, question);
      }
    }
    return "[" + (list.empty() ? code(0, 0) : list) + "]";
  }

  std::string study() {
    std::string text = "title: t\ngroups: {";
    for (std::size_t group = 0; group < questions_.size(); ++group)
      text += (group == 0 ? "G" : ", G") + std::to_string(group + 1) + ": g";
    text +=
        "}\nattributes:\n  site: {of: respondent, values: [B, A, C]}\n  side: {from: site, map: {A: left, B: right, C: "
        "left}}\n  date: {of: interview}\nquestions:\n";
    for (std::size_t group = 0; group < questions_.size(); ++group) {
      for (std::size_t question = 0; question < questions_[group]; ++question)
        text += "  " + code(group, question) + ": q\n";
    }
    text += "sub_questions:\n";
    for (std::size_t sub = 1; sub <= 1 + below(3); ++sub)
      text += "  SQ" + std::to_string(sub) + ": {questions: " + some_questions(2) + "}\n";
    return text + "speakers: {interviewer: Interviewer}\n";
  }

  std::string scope() { return one_in(2) ? "" : "questions: " + some_questions(2) + ", "; }

  std::string book() {
    return "codebook: letters\nnegation: {cues: f, scope: 2}\ncodes:\n"
           "  early:\n    codes:\n"
           "      a: {" +
           scope() +
           "rules: [a, a b]}\n"
           "      b: {" +
           scope() +
           "rules: [b, {near: [b, c], within: 1}]}\n"
           "      deep: {codes: {c: {" +
           scope() +
           "rules: c}}}\n"
           "  late:\n    exclusive: [e, d]\n    codes:\n"
           "      d: {" +
           scope() +
           "rules: d}\n"
           "      e: {" +
           scope() +
           "rules: [e, {phrase: f, has: early}]}\n"
           "  alone: {" +
           scope() +
           "rules: [{all: [a, e]}]}\n"
           "  short: {" +
           scope() + "rules: [b c, {answer: any, answer_words: '< 4'}]}\n";
  }

  std::string words() {
    if (one_in(6)) return "no comment";
    std::string text;
    for (std::size_t i = 1 + below(6); i > 0; --i)
      text += std::string(1, static_cast<char>('a' + below(6))) + (one_in(4) ? "! " : " ");
    return text;
  }

  void add_transcript(const std::string& front, const std::string& answers) {
    files_["transcripts/" + std::to_string(transcripts_++) + ".md"] =
        "---\n" + front + (one_in(3) ? "" : date()) + "---\n" + answers;
  }

  std::string date() {
    const auto year = [&] { return std::to_string(2018 + below(4)) + "-0" + std::to_string(1 + below(3)); };
    return one_in(3) ? "date: [" + year() + ", " + year() + "]\n" : "date: " + year() + "\n";
  }

  void add_group(std::size_t group) {
    const std::size_t people = below(6);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < people; ++i)
      names.push_back("G" + std::to_string(group + 1) + "-" + std::to_string(7 * i % 12 + 1));
    std::vector<std::string> alone(people);  // answers of interviews of their own
    std::string joint;
    const std::size_t together = people < 2 ? 0 : below(people + 1);  // the first so many speak jointly
    for (std::size_t question = 0; question < questions_[group]; ++question) {
      const bool jointly = together > 1 && one_in(2);
      if (jointly) joint += "## " + code(group, question) + "\n" + joint_answer(names, together);
      for (std::size_t i = jointly ? together : 0; i < people; ++i) {
        if (!one_in(4))
          alone[i] += "## " + code(group, question) + "\n" + (one_in(8) ? "[lost: gone]" : words()) + "\n";
      }
    }
    std::string respondents;
    for (std::size_t i = 0; i < together; ++i) respondents += (i == 0 ? "" : ", ") + names[i];
    if (!joint.empty()) add_transcript("respondents: [" + respondents + "]\n", joint);
    for (std::size_t i = 0; i < people; ++i) {
      const std::string site = one_in(4) ? "" : "site: " + std::string(1, static_cast<char>('A' + below(3))) + "\n";
      if (!alone[i].empty()) add_transcript("respondent: " + names[i] + "\n" + site, alone[i]);
    }
  }

  std::string joint_answer(const std::vector<std::string>& names, std::size_t together) {
    if (one_in(2)) return words() + "\n";
    std::string text = one_in(2) ? words() + "\n" : "";
    for (std::size_t i = 1 + below(4); i > 0; --i)
      text += (one_in(5) ? std::string("Interviewer") : names[below(together)]) + ": " + words() + "\n";
    return text + names[below(together)] + ": " + words() + "\n";
  }

  std::mt19937 random_;
  std::map<std::string, std::string> files_;
  std::vector<std::size_t> questions_;  // of each group
  std::size_t transcripts_ = 0;
};

}  // namespace etic
