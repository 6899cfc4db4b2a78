#include "corpus/corpus.hpp"

#include <algorithm>
#include <tuple>

namespace etic {

std::optional<RespondentId> Corpus::find_respondent(std::string_view name) const {
  const auto found =
      std::find_if(respondents.begin(), respondents.end(), [&](const Respondent& r) { return r.name == name; });
  if (found == respondents.end()) return std::nullopt;
  return RespondentId(static_cast<std::size_t>(found - respondents.begin()));
}

std::optional<AnswerId> Corpus::find_answer(RespondentId respondent, QuestionId question) const {
  const auto found = std::lower_bound(responses.begin(), responses.end(), std::tie(respondent, question),
                                      [](const Response& response, const auto& wanted) {
                                        return std::tie(response.respondent, response.question) < wanted;
                                      });
  if (found == responses.end() || found->respondent != respondent || found->question != question) return std::nullopt;
  return found->answer;
}

const Few<std::uint32_t>& Corpus::values_of(const Response& response, AttributeId attribute, const Study& study) const {
  const bool of_respondent = study.attribute(attribute).of == Attribute::Of::respondent;
  const AttributeValues& held = of_respondent ? respondent(response.respondent).attributes
                                              : interview(answer(response.answer).interview).attributes;
  return held[attribute.index()];
}

}  // namespace etic
