#pragma once

#include "audit/inventory.hpp"
#include "corpus/corpus.hpp"
#include "study/study.hpp"
#include "table/table.hpp"

namespace etic {

/// Groups with respondents expected and met, answers, responses, lost ones, non-answers.
[[nodiscard]] Table group_inventory(const Study& study, const Inventory& inventory);

/// Questions with answers and responses, lost and unrecorded ones, non-answers.
[[nodiscard]] Table question_inventory(const Study& study, const Inventory& inventory);

/// Who coded how much by hand.
[[nodiscard]] Table coder_inventory(const std::vector<CoderInventory>& coders);

}  // namespace etic
