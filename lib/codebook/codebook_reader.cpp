#include "codebook/codebook_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

#include "codebook/coding_order.hpp"
#include "codebook/rule_reader.hpp"
#include "diagnostics/hint.hpp"
#include "diagnostics/open_source.hpp"
#include "study/question_selection.hpp"
#include "text/nearest.hpp"
#include "text/unicode.hpp"
#include "yaml/parse.hpp"

namespace etic {
namespace {

bool is_id_part(std::string_view text) {
  if (text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (!is_letter_or_digit(character) && character != '-' && character != '_') return false;
  }
  return true;
}

/// A dictionary's keys are free text; what an id cannot hold becomes a hyphen.
std::string id_part_of(std::string_view key) {
  std::string id;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t begin = at;
    const char32_t character = next_character(key, at);
    if (is_letter_or_digit(character) || character == '-' || character == '_') {
      id += key.substr(begin, at - begin);
    } else if (!id.ends_with('-')) {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  return id;
}

std::string file_stem(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

/// What a code passes on to those below it.
struct Inherited {
  std::optional<CodeId> parent;
  std::string prefix;
  int depth = 0;
  QuestionSet scope;
};

/// Reads one book into the collection. Names of codes in conditions wait until all books are there.
class BookReader {
 public:
  struct Pending {
    CodeId code;
    std::optional<std::size_t> rule;  // none: names that hold for each rule of the code
    const SourceFile* file;
    NamedCodes names;
  };

  BookReader(Codebooks& books, const SourceFile& file, const Study& study, Sink& sink, std::vector<Pending>& pending)
      : books_(books),
        file_(file),
        study_(study),
        sink_(sink),
        rules_(file, study, sink),
        pending_(pending),
        id_(books.books.size()) {}

  void read(const YamlNode& root) {
    const bool dictionary = std::none_of(root.entries.begin(), root.entries.end(), [](const auto& entry) {
      return entry.first.text == "codebook" || entry.first.text == "codes";
    });
    Codebook book;
    book.name = file_stem(file_.path());
    books_.books.push_back(std::move(book));
    if (dictionary && root.is_mapping() && !root.entries.empty()) {
      this_book().is_dictionary = true;
      this_book().label = this_book().name;
      read_dictionary(root, {{}, "", 0, study_.all_questions()});
    } else {
      read_book(root);
    }
    check_size();
  }

 private:
  Codebook& this_book() { return books_.books[id_.index()]; }

  void read_book(const YamlNode& root) {
    MappingReader reader(root, "the codebook", file_, sink_);
    reader.require("codebook");
    reader.require("codes");
    if (const std::optional<Text> name = reader.text("codebook")) read_name(*name);
    this_book().label = text_or(reader, "label", this_book().name);
    this_book().language = text_or(reader, "language", "");
    static_cast<void>(reader.text("source"));
    if (const YamlNode* lists = reader.mapping("lists")) rules_.read_lists(*lists);
    if (const YamlNode* negation = reader.mapping("negation")) read_negation(*negation, reader.place_of("negation"));
    Inherited inherited{{}, "", 0, study_.all_questions()};
    if (std::optional<QuestionSet> questions = rules_.read_questions(reader)) inherited.scope = std::move(*questions);
    if (const YamlNode* codes = reader.mapping("codes")) read_codes(*codes, inherited);
    reader.finish();
  }

  static std::string text_or(MappingReader& reader, std::string_view key, std::string otherwise) {
    const std::optional<Text> written = reader.text(key);
    return written ? written->text : std::move(otherwise);
  }

  void read_name(const Text& name) {
    if (!is_id_part(name.text)) {
      sink_.report(Kind::invalid_id, file_, name.node->span, fmt::format("`{}` cannot name a codebook", name.text),
                   "use letters, digits, `-` and `_`");
      return;
    }
    for (std::size_t i = 0; i < id_.index(); ++i) {
      if (books_.books[i].name != name.text) continue;
      sink_.report(Kind::duplicate_code, file_, name.node->span,
                   fmt::format("codebook `{}` stands in {} too", name.text, books_.books[i].file->path()));
    }
    this_book().name = name.text;
  }

  void read_negation(const YamlNode& node, Span key) {
    MappingReader reader(node, "`negation`", file_, sink_);
    reader.require("cues", key);
    Negation& negation = this_book().negation;
    negation.cues = rules_.read_phrases(reader.texts("cues"));
    negation.not_cues = rules_.read_phrases(reader.texts("not_cues"));
    negation.stops = rules_.read_phrases(reader.texts("stops"));
    if (const auto scope = reader.integer("scope", 1, most_words_within))
      negation.scope = static_cast<std::uint32_t>(*scope);
    reader.finish();
  }

  /// Enters a code under its full name; nothing when another one has it.
  std::optional<CodeId> enter(const std::string& name, const YamlNode& key, const Inherited& inherited) {
    if (const std::optional<CodeId> other = books_.find_code(name)) {
      const Codebook& book = books_.book_of(*other);
      const SourceFile& other_file = book.file ? *book.file : file_;
      sink_.report(Kind::duplicate_code, file_, key.span,
                   fmt::format("code `{}` stands in {}:{} already", name, other_file.path(),
                               other_file.place(books_.code(*other).place.begin).line));
      return std::nullopt;
    }
    if (books_.codes.size() == most_codes) {
      too_many_ = true;
      return std::nullopt;
    }
    const CodeId id(books_.codes.size());
    Code code;
    code.name = name;
    code.label = key.text;
    code.book = id_;
    code.parent = inherited.parent;
    code.depth = inherited.depth;
    code.scope = inherited.scope;
    code.prompted_by = study_.no_questions();
    code.place = key.span;
    books_.ids.emplace(name, id);
    books_.codes.push_back(std::move(code));
    if (inherited.parent) books_.codes[inherited.parent->index()].children.push_back(id);
    return id;
  }

  void read_codes(const YamlNode& codes, const Inherited& inherited) {
    for (const auto& [key, value] : codes.entries) {
      if (!is_id_part(key.text)) {
        sink_.report(Kind::invalid_id, file_, key.span, fmt::format("`{}` cannot name a code", key.text),
                     key.text.find('.') != std::string::npos ? "write `codes:` under its theme instead of a dot"
                                                             : "use letters of any script, digits, `-` and `_`");
        continue;
      }
      if (const std::optional<CodeId> id = enter(inherited.prefix + key.text, key, inherited))
        read_code(*id, value, inherited);
    }
  }

  void read_code(CodeId id, const YamlNode& node, const Inherited& inherited) {
    const std::string name = books_.code(id).name;
    MappingReader reader(node, fmt::format("code `{}`", name), file_, sink_);
    Code code = books_.code(id);
    code.label = text_or(reader, "label", code.label);
    code.definition = text_or(reader, "definition", "");
    code.when_to_use = text_or(reader, "when_to_use", "");
    code.when_not_to_use = text_or(reader, "when_not_to_use", "");
    for (const Text& example : reader.texts("example")) code.examples.push_back({example.text, example.node->span});
    if (const std::vector<Text> prompted = reader.texts("prompted_by"); !prompted.empty()) {
      code.prompted_by = select_questions(prompted, study_, file_, sink_);
    }
    if (const std::optional<Text> excludes = reader.text("excludes")) {
      code.excludes_all = excludes->text == "all";
      if (!code.excludes_all) {
        sink_.report(Kind::wrong_value, file_, excludes->node->span,
                     fmt::format("`excludes` cannot be `{}`", excludes->text), "only `excludes: all` is known");
      }
    }
    const WrittenConditions conditions = rules_.read_conditions(reader);
    if (conditions.has_questions) code.scope = conditions.conditions.questions;
    const QuestionSet scope = code.scope;
    books_.codes[id.index()] = std::move(code);
    if (const YamlNode* rules = reader.find("rules")) read_rules(id, *rules, conditions);
    add_pending(id, {}, conditions.names);
    const YamlNode* children = reader.mapping("codes");
    if (children != nullptr) read_codes(*children, {id, name + ".", inherited.depth + 1, scope});
    read_exclusive(id, reader.find("exclusive"));
    reader.finish();
    widen_scope(id);
  }

  void read_rules(CodeId id, const YamlNode& rules, const WrittenConditions& outer) {
    std::set<std::string> seen;
    if (rules_.is_empty(rules, "`rules`")) return;
    if (rules.is_mapping()) report_wrong_type(rules, "`rules`", "a list of rules", file_, sink_);
    std::vector<const YamlNode*> nodes;
    if (rules.is_scalar()) nodes.push_back(&rules);
    for (const YamlNode& item : rules.items) nodes.push_back(&item);
    for (const YamlNode* node : nodes) {
      std::optional<WrittenRule> written = rules_.read_rule(*node);
      if (!written) continue;
      add_rule(id, std::move(*written), outer, seen);
    }
  }

  void add_rule(CodeId id, WrittenRule written, const WrittenConditions& outer, std::set<std::string>& seen) {
    Code& code = books_.codes[id.index()];
    Conditions& conditions = written.rule.conditions;
    conditions.questions = conditions.questions.intersection(code.scope);
    if (is_plain(written, code) && !seen.insert(written.rule.text).second) {
      sink_.report(Kind::repeated_rule, file_, written.rule.place,
                   fmt::format("code `{}` has this rule already", code.name));
    }
    conditions.first_sentence = conditions.first_sentence || outer.conditions.first_sentence;
    conditions.answer_words.insert(conditions.answer_words.end(), outer.conditions.answer_words.begin(),
                                   outer.conditions.answer_words.end());
    add_pending(id, code.rules.size(), written.names);
    code.rules.push_back(std::move(written.rule));
  }

  /// A phrase without conditions of its own: two of them with one text are the same rule.
  static bool is_plain(const WrittenRule& written, const Code& code) {
    const Rule& rule = written.rule;
    return rule.form == Rule::Form::phrase && rule.none.empty() && rule.negated == Rule::Negated::skip &&
           rule.conditions.questions == code.scope && !rule.conditions.first_sentence &&
           rule.conditions.answer_words.empty() && written.names.has.empty() && written.names.without.empty();
  }

  void add_pending(CodeId id, std::optional<std::size_t> rule, const NamedCodes& names) {
    if (!names.has.empty() || !names.without.empty()) pending_.push_back({id, rule, &file_, names});
  }

  void read_exclusive(CodeId id, const YamlNode* node) {
    if (node == nullptr) return;
    Code& theme = books_.codes[id.index()];
    std::vector<std::string> names;
    std::map<std::string, CodeId> left;  // children not listed yet
    for (const CodeId child : theme.children) {
      names.push_back(books_.code(child).name.substr(theme.name.size() + 1));
      left.emplace(names.back(), child);
    }
    const std::map<std::string, CodeId> children = left;
    for (const Text& text : read_texts(*node, file_, sink_, "`exclusive`")) {
      if (const auto found = children.find(text.text); found != children.end()) {
        theme.exclusive.push_back(found->second);
        left.erase(text.text);
      } else if (!sink_.is_full(file_.path())) {
        const std::vector<std::string> meant = nearest(text.text, names);
        if (meant.size() == 1) left.erase(meant.front());  // it is misspelt, not left out
        sink_.report(Kind::unknown_code, file_, text.node->span,
                     fmt::format("theme `{}` has no code `{}`", theme.name, text.text), did_you_mean(text.text, names));
      }
    }
    for (const auto& [name, child] : left) {
      sink_.report(Kind::wrong_value, file_, node->span,
                   fmt::format("`exclusive` leaves out `{}`", books_.code(child).name),
                   "list every code of the theme, the one that wins first");
    }
  }

  /// A theme can occur wherever one of its codes can.
  void widen_scope(CodeId id) {
    Code& code = books_.codes[id.index()];
    if (code.children.empty()) return;
    QuestionSet scope = code.rules.empty() ? study_.no_questions() : code.scope;
    for (const CodeId child : code.children) scope.insert(books_.code(child).scope);
    books_.codes[id.index()].scope = std::move(scope);
  }

  void read_dictionary(const YamlNode& node, const Inherited& inherited) {
    for (const auto& [key, value] : node.entries) {
      const std::string part = id_part_of(key.text);
      if (part.empty() || part == "-") {
        sink_.report(Kind::invalid_id, file_, key.span, fmt::format("`{}` cannot name a code", key.text));
        continue;
      }
      const std::optional<CodeId> id = enter(inherited.prefix + part, key, inherited);
      if (!id) continue;
      const Inherited below{id, books_.code(*id).name + ".", inherited.depth + 1, inherited.scope};
      if (value.is_mapping()) read_dictionary(value, below);
      if (value.is_scalar()) add_pattern(*id, value);
      for (const YamlNode& item : value.items) {
        if (item.is_mapping()) read_dictionary(item, below);
        if (item.is_scalar()) add_pattern(*id, item);
        if (item.is_sequence()) report_wrong_type(item, "an entry of a dictionary", "a pattern", file_, sink_);
      }
    }
  }

  void add_pattern(CodeId id, const YamlNode& node) {
    if (std::optional<WrittenRule> written = rules_.read_pattern({node.text, &node})) {
      books_.codes[id.index()].rules.push_back(std::move(written->rule));
    }
  }

  void check_size() {
    if (too_many_) {
      sink_.report(Kind::too_many, file_.path(), fmt::format("more than {} codes", most_codes));
    }
  }

  Codebooks& books_;
  const SourceFile& file_;
  const Study& study_;
  Sink& sink_;
  RuleReader rules_;
  std::vector<Pending>& pending_;
  BookId id_;
  bool too_many_ = false;
};

/// Looks up the codes that conditions name.
class Resolver {
 public:
  Resolver(Codebooks& books, Sink& sink) : books_(books), sink_(sink) {}

  void resolve(const BookReader::Pending& pending) {
    const std::vector<CodeId> has = look_up(pending.names.has, *pending.file);
    const std::vector<CodeId> without = look_up(pending.names.without, *pending.file);
    std::vector<Rule>& rules = books_.codes[pending.code.index()].rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (pending.rule && i != *pending.rule) continue;
      Conditions& conditions = rules[i].conditions;
      if (!pending.names.has.empty()) conditions.has.push_back(has);
      conditions.without.insert(conditions.without.end(), without.begin(), without.end());
    }
  }

 private:
  std::vector<CodeId> look_up(const std::vector<Text>& names, const SourceFile& file) {
    std::vector<CodeId> codes;
    for (const Text& name : names) {
      if (const std::optional<CodeId> code = books_.find_code(name.text)) {
        codes.push_back(*code);
      } else {
        sink_.report(Kind::unknown_code, file, name.node->span, fmt::format("no codebook has a code `{}`", name.text),
                     hint_for(name.text));
      }
    }
    return codes;
  }

  /// For the first hundred unknown codes: looking through all names takes its time.
  std::string hint_for(const std::string& name) {
    if (++unknown_ > 100) return {};
    if (known_.empty()) known_ = books_.code_names();
    return did_you_mean(name, known_);
  }

  Codebooks& books_;
  Sink& sink_;
  std::vector<std::string> known_;
  int unknown_ = 0;
};

}  // namespace

Codebooks read_codebooks(const FileTree& files, const std::string& folder, const Study& study, Sink& sink) {
  Codebooks books;
  const std::string where = join_path(folder, study.codebooks_folder);
  const std::optional<std::vector<std::string>> paths = files.files_below(where);
  if (!paths) {
    sink.report(Kind::unreadable_file, where, "there is no folder of codebooks",
                missing_folder_hint("codebooks", study.codebooks_folder));
    return books;
  }
  std::vector<std::unique_ptr<YamlNode>> documents;  // texts in `pending` point into them
  std::vector<BookReader::Pending> pending;
  for (const std::string& path : *paths) {
    if (!path.ends_with(".yaml") && !path.ends_with(".yml")) continue;
    std::unique_ptr<SourceFile> file = open_source(files, path, codebook_limit, sink);
    if (file == nullptr) continue;
    const Span whole{file->bom_size(), static_cast<std::uint32_t>(file->bytes().size())};
    documents.push_back(std::make_unique<YamlNode>(parse_yaml(*file, whole, sink)));
    const std::size_t book = books.books.size();
    BookReader(books, *file, study, sink, pending).read(*documents.back());
    books.books[book].file = std::move(file);
  }
  Resolver resolver(books, sink);
  for (const BookReader::Pending& names : pending) resolver.resolve(names);
  order_codes(books, sink);
  return books;
}

}  // namespace etic
