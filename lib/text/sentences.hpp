#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/words.hpp"

namespace etic {

/// Cuts one stretch of talk (a turn, or an answer's text between turns and editor's notes) into sentences.
///
/// A sentence ends
/// - at a blank line (a single line break is a space);
/// - at `!`, `?`, `。` and every other Sentence_Terminal of Unicode;
/// - at a full stop or an ellipsis that is followed by white space or the stretch's end, unless the stop belongs to an
///   abbreviation or to a bare label that opens the line or sentence (`1. First …`);
/// - before `(1)`, `(a)`, `(iv)` and the like at a new line or after `.`, `;` or `:`; before a bare `2.` or `2)` at a
///   new line.
/// Stops that follow each other end one sentence; closing quotes and brackets behind them belong to it.
///
/// Abbreviations: a single letter (`J.`), but not the pronoun `I` and no small letter beyond a to z, which may be a
/// word (`Vâng ạ.`); `e.g.`, `i.e.`, `Mr.`, `Dr.`, `vs.` and the like; `No.`, `Fig.`, `pp.` before a digit; and `etc.`,
/// `Co.`, `Ltd.`, `U.S.` and the like where a lower-case letter follows. Case does not count.
///
/// Spans are offsets into `text` plus `shift`, in order, disjoint, trimmed of white space, none empty; they cover all
/// that is not white space. Linear in the text.
void cut_sentences(std::string_view text, std::uint32_t shift, std::vector<Span>& sentences);

}  // namespace etic
