#include "report/conclusion_picture.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "report/conclusion_tables.hpp"
#include "report/picture_page.hpp"

namespace etic {
namespace {

using namespace picture;

constexpr double width = 1040;
constexpr double inner = width - 2 * margin;
constexpr double statement_width = 440;
constexpr double id_width = 76;
constexpr double half_width = 120;  // of all of the base
constexpr double axis = margin + id_width + statement_width + 30 + half_width;
constexpr double verdict_left = axis + half_width + 62;
constexpr double bar_height = 13;
constexpr double row_gap = 10;
constexpr double section_gap = 22;

double row_height(const Finding& finding) {
  return std::max(height(finding.conclusion->statement, plain_letters, statement_width), 18.0) + row_gap;
}

double share(std::size_t part, std::size_t base) {
  return base == 0 ? 0 : half_width * static_cast<double>(part) / static_cast<double>(base);
}

void draw_bars(Svg& svg, const Finding& finding, double y) {
  const std::size_t base = finding.sides.base.size();
  const double support = share(finding.sides.support.size(), base);
  const double against = share(finding.sides.against.size(), base);
  const double middle = y + 15;
  if (against > 0) svg.rectangle(axis - against, y + 3, against, bar_height, striped);
  if (support > 0) svg.rectangle(axis, y + 3, support, bar_height, fill);
  if (against > 0)
    svg.text(axis - against - 5, middle, std::to_string(finding.sides.against.size()), {.anchor = Anchor::end});
  svg.text(axis + support + 5, middle, fmt::format("{}/{}", finding.sides.support.size(), base), {});
}

void draw_finding(Svg& svg, const Finding& finding, double y) {
  const Conclusion& conclusion = *finding.conclusion;
  const std::string verdict(name(finding.judgement.verdict));
  svg.begin_group(fmt::format("{}: {}", conclusion.id, verdict));
  svg.text(margin, y + 14, cut_to_width(conclusion.id, note_letters, id_width - 6), note_letters);
  paragraph(svg, margin + id_width, y, conclusion.statement, statement_width, plain_letters);
  if (conclusion.parts.empty()) {
    svg.text(axis + 5, y + 15, "no evidence declared", note_letters);
  } else {
    draw_bars(svg, finding, y);
  }
  const bool stands = is_comfortable(finding.judgement.verdict);
  svg.text(verdict_left, y + 14, verdict, stands ? plain_letters : strong_letters);
  if (conclusion.quantifier)
    svg.text(verdict_left, y + 28, fmt::format("says: {}", conclusion.quantifier->name), note_letters);
  svg.end_group();
}

void draw_key(Svg& svg, double y) {
  svg.text(axis - 8, y, "against", {.size = note_size, .anchor = Anchor::end, .colour = faint_ink});
  svg.text(axis + 8, y, "for, of the base", note_letters);
}

}  // namespace

std::string conclusion_picture(const std::vector<Finding>& findings, const CodedCorpus& coded) {
  const std::vector<FindingGroup> groups = findings_by_sub_question(findings, *coded.study);
  const std::vector<std::string> notes = conclusion_notes(findings, coded);
  const std::string title = "Conclusions: for and against";
  double tall = margin + height(title, title_letters, inner) + 10;
  for (const FindingGroup& group : groups) {
    tall += height(group.caption, strong_letters, inner) + section_gap + 18;
    for (const Finding* finding : group.findings) tall += std::max(row_height(*finding), 38.0);
  }
  for (const std::string& note : notes) tall += height(note, note_letters, inner);

  Svg svg(width, tall + margin, title, in_words(conclusion_tables(findings, coded)));
  double y = paragraph(svg, margin, margin - 6, title, inner, title_letters) + 10;
  for (const FindingGroup& group : groups) {
    y = paragraph(svg, margin, y, group.caption, inner, strong_letters) + 14;
    draw_key(svg, y);
    y += 4;
    const double top = y;
    for (const Finding* finding : group.findings) {
      draw_finding(svg, *finding, y);
      y += std::max(row_height(*finding), 38.0);
    }
    svg.line(axis, top, axis, y - row_gap / 2, ink, 1);
    y += section_gap;
  }
  for (const std::string& note : notes) y = paragraph(svg, margin, y, note, inner, note_letters);
  return svg.str();
}

}  // namespace etic
