#include "cli/commands.hpp"

#include "cli/command_agree.hpp"
#include "cli/command_annotate.hpp"
#include "cli/command_check.hpp"
#include "cli/command_code.hpp"
#include "cli/command_codebook.hpp"
#include "cli/command_completion.hpp"
#include "cli/command_conclude.hpp"
#include "cli/command_explain.hpp"
#include "cli/command_help.hpp"
#include "cli/command_init.hpp"
#include "cli/command_matrix.hpp"
#include "cli/command_memo.hpp"
#include "cli/command_merge.hpp"
#include "cli/command_plot.hpp"
#include "cli/command_quotes.hpp"
#include "cli/command_reanchor.hpp"
#include "cli/command_report.hpp"
#include "cli/command_tables.hpp"
#include "cli/command_tally.hpp"

namespace etic::cli {
namespace {

constexpr CommandEntry entries[] = {
    {"check", "Check the study for mistakes, and say what is there", "etic check\netic check --strict -q -C my-study",
     make_command<CheckCommand>},
    {"tally", "Who voices which code: n and base, on the whole or by an axis",
     "etic tally --by subquestion\netic tally --by site --code model-benefit --where group=G1",
     make_command<TallyCommand>},
    {"merge", "Add up the tallies of shards, each counted by itself",
     "etic merge shard-*.json\netic merge one.json two.json --format csv -o tally.csv", make_command<MergeCommand>},
    {"matrix", "Cross codes with groups, sites, questions …, or codes with codes",
     "etic matrix --rows theme --cols group\netic matrix --rows code --cols code --within sentence --format csv",
     make_command<MatrixCommand>},
    {"quotes", "The evidence for a code: its words in their sentences, cited",
     "etic quotes model-benefit.speed\netic quotes non-answer --where group=G2 --format json",
     make_command<QuotesCommand>},
    {"conclude", "Do the answers still carry every sentence of the findings?",
     "etic conclude C5.1-10 --verbose\netic conclude --check", make_command<ConcludeCommand>},
    {"tables", "Write the tables that study.yaml declares, or check them", "etic tables\netic tables --check",
     make_command<TablesCommand>},
    {"plot", "Tables as pictures: heat map, bars, for and against, network",
     "etic plot matrix --rows theme --cols group -o themes.svg\netic plot network --code need --where group=G2",
     make_command<PlotCommand>},
    {"report", "One page of it all, to click from numbers to the words behind",
     "etic report -o report.html\netic report --coder study --words 8 -o report.html", make_command<ReportCommand>},
    {"agree", "Do the coders agree? Reliability and accuracy, code by code",
     "etic agree reader-a study\netic agree rules --reference study --list", make_command<AgreeCommand>},
    {"annotate", "Code a respondent's answers by reading, in your own editor",
     "etic annotate --coder reader-b G2-07\netic annotate --coder reader-b --next --blind",
     make_command<AnnotateCommand>},
    {"explain", "Why an answer is coded as it is: by whom, which rules, what lost",
     "etic explain G1-05 G1Q5\netic explain G1-04 G1Q6 --codebook park-in-park", make_command<ExplainCommand>},
    {"code", "Every coding, by rules and people, with its words",
     "etic code --format csv -o codings.csv\netic code --where respondent=G1-01 --code model-benefit",
     make_command<CodeCommand>},
    {"codebook", "List codes and proposals; rename, move, merge or promote one",
     "etic codebook --codebook park-in-park\netic codebook rename model-benefit.speed faster-start --dry-run",
     make_command<CodebookCommand>},
    {"memo", "Memos on the study, its questions, respondents, codes and codings",
     "etic memo\netic memo model-stance G1-05", make_command<MemoCommand>},
    {"reanchor", "Put quotes right whose words no longer stand in the transcripts",
     "etic reanchor\netic reanchor --yes", make_command<ReanchorCommand>},
    {"init", "Start a study: a small working one, or one for your questions",
     "etic init my-study\netic init my-study --questions guide.csv", make_command<InitCommand>},
    {"completion", "Print the completion script for bash, zsh or fish",
     "source <(etic completion bash)\netic completion fish > ~/.config/fish/completions/etic.fish",
     make_command<CompletionCommand>},
    {"help", "Help on a command, or on errors, rules, counting, exit-codes", "etic help errors\netic help tally",
     make_command<HelpCommand>},
};

}  // namespace

std::span<const CommandEntry> all_commands() { return entries; }

}  // namespace etic::cli
