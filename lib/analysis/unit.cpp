#include "analysis/unit.hpp"

namespace etic {

std::string_view name(Unit unit) {
  switch (unit) {
    case Unit::respondents:
      return "respondents";
    case Unit::responses:
      return "responses";
    case Unit::answers:
      return "answers";
    case Unit::segments:
      return "segments";
  }
  return "";
}

std::string_view name(BaseRule base) {
  switch (base) {
    case BaseRule::recorded:
      return "recorded";
    case BaseRule::eligible:
      return "eligible";
    case BaseRule::substantive:
      return "substantive";
  }
  return "";
}

std::string_view name(Within within) {
  switch (within) {
    case Within::respondent:
      return "respondent";
    case Within::answer:
      return "answer";
    case Within::sentence:
      return "sentence";
  }
  return "";
}

}  // namespace etic
