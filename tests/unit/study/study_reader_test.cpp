#include "study/study_reader.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/whole_study.hpp"

using namespace etic;

namespace {

using Files = std::map<std::string, std::string>;

/// Questions of a set: `G1Q1 G2Q2`.
std::string text_of(const QuestionSet& set, const Study& study) {
  std::string text;
  for (std::size_t i = 0; i < study.questions.size(); ++i) {
    if (set.contains(QuestionId(i))) text += (text.empty() ? "" : " ") + study.questions[i].code.text();
  }
  return text;
}

}  // namespace

TEST_CASE("a whole study is read") {
  const WholeStudy whole(Files{{"study.yaml", R"(title: Parks in parks
source: Expert interviews 2023
wording: minutes
groups:
  G1: {label: Park managers, respondents: 11}
  G2: Firms
  G3: {}
attributes:
  site: {label: Park, values: [TCR, KITIC]}
  date: {of: interview}
  model:
    from: site
    map: {TCR: joint venture, KITIC: wholly owned}
  role: {of: respondent}
questions:
  G1Q1: Who owns the park?
  G1Q2: 'Why here?'
  G2Q1: Why here?
sub_questions:
  SQ1: {question: 'Does it work?', hypothesis: It does., questions: G1, also: G2Q1}
  SQ2: {questions: [G1Q2, G2Q1]}
speakers: {interviewer: [Interviewer, 采访者], respondent: Respondent}
settle: [rules, study]
transcripts: data/texts
codebooks: books
codings: hands
conclusions: findings.yaml
)"}});
  CHECK(whole.reports().empty());
  const Study& study = whole.study;
  CHECK(study.title == "Parks in parks");
  CHECK(study.source == "Expert interviews 2023");
  CHECK(study.wording == Wording::minutes);

  REQUIRE(study.groups.size() == 3);
  CHECK(study.groups[0].number == 1);
  CHECK(study.groups[0].name == "G1");
  CHECK(study.groups[0].label == "Park managers");
  CHECK(study.groups[0].expected == 11);
  CHECK(study.groups[1].label == "Firms");
  CHECK_FALSE(study.groups[1].expected.has_value());
  CHECK(study.groups[2].label == "G3");

  REQUIRE(study.attributes.size() == 4);
  CHECK(study.attributes[0].label == "Park");
  CHECK(study.attributes[0].values == std::vector<std::string>{"TCR", "KITIC"});
  CHECK(study.attributes[0].of == Attribute::Of::respondent);
  CHECK(study.attributes[1].of == Attribute::Of::interview);
  CHECK(study.attributes[1].label == "date");
  CHECK(study.attributes[2].from == AttributeId(0));
  CHECK(study.attributes[2].values == std::vector<std::string>{"joint venture", "wholly owned"});
  CHECK(study.attributes[2].map ==
        std::vector<std::pair<std::string, std::string>>{{"TCR", "joint venture"}, {"KITIC", "wholly owned"}});

  REQUIRE(study.questions.size() == 3);
  CHECK(study.questions[1].text == "Why here?");
  CHECK(study.questions[2].group == GroupId(1));
  CHECK(study.file->slice(study.questions[2].place) == "G2Q1");

  REQUIRE(study.sub_questions.size() == 2);
  CHECK(study.sub_questions[0].name == "SQ1");
  CHECK(study.sub_questions[0].hypothesis == "It does.");
  CHECK(text_of(study.sub_questions[0].asked, study) == "G1Q1 G1Q2");
  CHECK(text_of(study.sub_questions[0].also, study) == "G2Q1");
  CHECK(text_of(study.sub_questions[1].asked, study) == "G1Q2 G2Q1");
  CHECK(study.sub_questions[1].also.empty());

  CHECK(study.speakers.interviewer == std::vector<std::string>{"Interviewer", "采访者"});
  CHECK(study.speakers.respondent == std::vector<std::string>{"Respondent"});
  REQUIRE(study.settle.size() == 2);
  CHECK(study.settle[0].coder == "rules");
  CHECK(study.settle[1].coder == "study");
  CHECK(study.transcripts_folder == "data/texts");
  CHECK(study.codebooks_folder == "books");
  CHECK(study.codings_folder == "hands");
  CHECK(study.conclusions_file == "findings.yaml");
}

TEST_CASE("what is left out has its usual value") {
  const WholeStudy whole(Files{{"study.yaml", "title: t\ngroups: {G1: g}\nquestions: {G1Q1: q}\n"}});
  CHECK(whole.reports().empty());
  CHECK(whole.study.wording == Wording::verbatim);
  CHECK(whole.study.transcripts_folder == "transcripts");
  CHECK(whole.study.codebooks_folder == "codebooks");
  CHECK(whole.study.codings_folder == "codings");
  CHECK(whole.study.conclusions_file == "conclusions.yaml");
  CHECK(whole.study.settle.empty());
}

TEST_CASE("groups, questions and attributes are found by name") {
  const WholeStudy whole(Files{{"study.yaml",
                                "title: t\ngroups: {G2: b, G1: a}\nquestions: {G1Q10: q, G1Q9: r}\n"
                                "attributes: {site: {}}\nsub_questions: {SQ1: {questions: G1}}\n"}});
  const Study& study = whole.study;
  CHECK(whole.reports().empty());
  CHECK(study.find_group("G1") == GroupId(1));
  CHECK(study.find_group(2U) == GroupId(0));
  CHECK_FALSE(study.find_group(3U).has_value());
  CHECK(study.find_question({1, 9}) == QuestionId(1));
  CHECK_FALSE(study.find_question({1, 8}).has_value());
  CHECK(study.find_attribute("site") == AttributeId(0));
  CHECK(study.find_sub_question("SQ1") == SubQuestionId(0));
  CHECK_FALSE(study.find_sub_question("SQ2").has_value());
  CHECK(study.group_names() == std::vector<std::string>{"G2", "G1"});
  CHECK(study.question_names() == std::vector<std::string>{"G1Q10", "G1Q9"});
}

TEST_CASE("the order of the sections does not matter, and text is taken as written") {
  const WholeStudy whole(
      Files{{"study.yaml",
             "sub_questions: {SQ1: {questions: G1Q1}}\nquestions: {G1Q1: no}\nattributes: {answer: {values: "
             "[yes, no, 5]}}\ngroups: {G1: on}\ntitle: 2023-07-19\n"}});
  CHECK(whole.reports().empty());
  CHECK(whole.study.title == "2023-07-19");
  CHECK(whole.study.groups[0].label == "on");
  CHECK(whole.study.questions[0].text == "no");
  CHECK(whole.study.attributes[0].values == std::vector<std::string>{"yes", "no", "5"});
}

TEST_CASE("a study with CRLF and a byte order mark is the same study") {
  const WholeStudy whole(Files{{"study.yaml", "\uFEFFtitle: t\r\ngroups:\r\n  G1: g\r\nquestions:\r\n  G1Q1: q\r\n"}});
  CHECK(whole.reports().empty());
  CHECK(whole.study.title == "t");
  CHECK(whole.study.file->slice(whole.study.questions[0].place) == "G1Q1");
}

TEST_CASE("a study stands in any folder") {
  const WholeStudy whole(MemoryFiles(Files{{"a/b/study.yaml", "title: t\ngroups: {G1: g}\nquestions: {G1Q1: q}\n"},
                                           {"a/b/transcripts/x.md", "---\nrespondent: G1-01\n---\n## G1Q1\nYes.\n"}}),
                         "a/b");
  CHECK(whole.reports().empty());
  CHECK(whole.study.file->path() == "a/b/study.yaml");
  CHECK(whole.corpus.answers.size() == 1);
}
