// SPDX-License-Identifier: GPL-2.0-or-later
#include "outline.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

const std::string english_words =
    "Each Party shall ensure that the keepers of its lighthouses write down every ship that "
    "passes, "
    "with the hour, the weather and the colour of its lamp, and that they keep the log for ten "
    "years.";
const std::string dutch_words =
    "Iedere Partij draagt er zorg voor dat de wachters van haar vuurtorens ieder schip dat "
    "voorbijvaart "
    "opschrijven, met het uur, het weer en de kleur van de lamp, en het logboek tien jaren "
    "bewaren.";

std::string articles(const std::string& word, int count, const std::string& body) {
  std::string out;
  for (int i = 1; i <= count; ++i) {
    out += "### " + word + "  " + std::to_string(i) + "  \n\n" + body + "\n\n";
  }
  return out;
}

const Provision& at(const Version& version, const std::string& eid) {
  for (const Provision& provision : version.provisions) {
    if (provision.eid == eid) return provision;
  }
  FAIL("no " << eid);
  return version.provisions.front();
}

}  // namespace

TEST_CASE("a treaty has preamble, chapters, articles with titles, and a closing formula") {
  const Read text = read(
      "##Convention on Lighthouse Logs\n\nPreamble The Parties,\n\nConvinced of light,\n\n"
      "### CHAPTER  I  \n\n####USE OF TERMS\n\n### Article  1  \n\n####Definitions\n\n1. \"Lamp\" "
      "means a lamp.\n"
      "2. \"Log\" means a log.\n\n###SECTION 1 \n\n####WRITING\n\n### Article  2  "
      "\n\n####Duty\n\nWrite.\n\n"
      "### CHAPTER  II  \n\n####END\n\n### Article  3  \n\n####Force\n\nIt enters into force.\n\n"
      "IN WITNESS WHEREOF the keepers have signed.\n\nDone at Urk, in one copy.\n",
      "lamp.md", lamp_catalogue());
  const Version& version = text.version();
  CHECK(eids(version) == std::vector<std::string>{
                             "preamble", "preamble__para_1", "preamble__para_2", "chp_1", "art_1",
                             "art_1__para_1", "art_1__para_2", "chp_1__sec_1", "art_2", "chp_2",
                             "art_3", "conclusions", "conclusions__para_1", "conclusions__para_2"});
  CHECK(version.instrument == "lamp-7");
  CHECK(version.kind == Kind::treaty);
  CHECK(at(version, "art_2").heading.text == "Duty");
  CHECK(at(version, "art_2").parent == 7);
  CHECK(at(version, "art_3").parent == 9);
  CHECK(at(version, "chp_1__sec_1").heading.text == "WRITING");
  CHECK(at(version, "preamble").heading.text == "Preamble");
  CHECK(words(version, "preamble__para_1") == "The Parties,");
  CHECK(words(version, "conclusions__para_2") == "Done at Urk, in one copy.");
  CHECK(version.doubts.empty());
  CHECK(text.structured.account.unexplained == 0);
  CHECK(faults(text) == "");
}

TEST_CASE("headings are read in every spelling") {
  struct Case {
    std::string line, eid, title;
  };
  const std::vector<Case> cases{
      {"### Article 4", "art_4", ""},
      {"###Article  4  ", "art_4", ""},
      {"# ARTICLE 4", "art_4", ""},
      {"## Article 4 – Illegal entry", "art_4", "Illegal entry"},
      {"## Article 4. Illegal entry", "art_4", "Illegal entry"},
      {"## Article 4 Illegal entry", "art_4", "Illegal entry"},
      {"## Article 4 bis: Blotting", "art_4bis", "Blotting"},
      {"## Article 12bis", "art_12bis", ""},
      {"## Article 4a", "art_4a", ""},
      {"## Artículo 5° De las lámparas", "art_5", "De las lámparas"},
      {"## Artikel 7", "art_7", ""},
      {"## Article 706-102-1", "art_706-102-1", ""},
      {"## Article IV", "art_4", ""},
      {"## § 100a Überwachung", "sec_100a", "Überwachung"},
      {"## **Article 9**", "art_9", ""},
      {"Article 9\n=========", "art_9", ""},
      {"Article 9\nLamps and logs\n---------", "art_9", "Lamps and logs"},
      {"Article 9", "art_9", ""},
      {"Article 9 - Lamps", "art_9", "Lamps"},
      {"### Статья 3", "art_3", ""},
      {"Статья 138¹. Масло", "art_138.1", "Масло"},
      {"### Art. L. 123-4", "art_l123-4", ""},
      {"**Art 5** Lampen", "art_5", "Lampen"},
      {"§ 1 Öl", "sec_1", "Öl"},
      {"§ 2 (weggefallen)", "sec_2", "(weggefallen)"},
      {"### Disposición adicional primera. Cuentas", "da_1", "Cuentas"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.line);
    const Read text = read(one.line + "\n\nKeepers shall write it all down.\n");
    const Version& version = text.version();
    REQUIRE_FALSE(version.provisions.empty());
    CHECK(version.provisions[0].eid == one.eid);
    CHECK(version.provisions[0].heading.text == one.title);
    CHECK(words(version, one.eid) == "Keepers shall write it all down.");
    CHECK(text.structured.account.unexplained == 0);
    CHECK(faults(text) == "");
  }
}

TEST_CASE("words that begin like a heading are none") {
  for (const std::string line :
       {"Article 14 of this Convention applies.", "Articles 14 and 15 apply", "Article fourteen",
        "Article 14, paragraph 2, applies", "Partial darkness", "Article 14\napplies to lamps.",
        "Chapters are long", "section 34.", "§ 14 Abs. 2 BDSG", "§ 14 of the Act", "Article 5 (2)",
        "Section of a lamp", "Annexed hereto are logs"}) {
    CAPTURE(line);
    const Read text = read("### Article 1\n\nWrite.\n\n" + line + "\n");
    for (const Provision& provision : text.version().provisions) {
      CHECK((provision.eid == "art_1" || provision.eid.starts_with("art_1__para_")));
    }
    CHECK(text.structured.account.unexplained == 0);
  }
}

TEST_CASE("articles that begin again are another version, by the catalogue's titles") {
  const Read text =
      read("##Verdrag inzake vuurtorenlogboeken\n\n####Convention on Lighthouse Logs\n\n" +
               articles("Article", 3, english_words) + "####Verdrag inzake vuurtorenlogboeken\n\n" +
               articles("Artikel", 3, dutch_words),
           "lamp.md", lamp_catalogue());
  REQUIRE(text.structured.versions.size() == 2);
  CHECK(text.version(0).instrument == "lamp-7");
  CHECK(text.version(0).language == "en");
  CHECK(text.version(0).title == "Convention on Lighthouse Logs");
  CHECK(text.version(1).instrument == "lamp-7");
  CHECK(text.version(1).language == "nl");
  CHECK(eids(text.version(1)) == std::vector<std::string>{"art_1", "art_2", "art_3"});
  CHECK(text.structured.account.unexplained == 0);
}

TEST_CASE("articles that begin again without a title are told apart by language") {
  const Read text =
      read(articles("Article", 3, english_words) + articles("Artikel", 3, dutch_words));
  REQUIRE(text.structured.versions.size() == 2);
  CHECK(text.version(0).instrument == "lamp");
  CHECK(text.version(0).language == "en");
  CHECK(text.version(1).instrument == "lamp");
  CHECK(text.version(1).language == "nl");
}

TEST_CASE("a second text in the same language is another instrument") {
  const Read text = read("# Rules of the Tower\n\n" + articles("Article", 2, english_words) +
                         "# Rules of the Boat\n\n" + articles("Article", 2, english_words));
  REQUIRE(text.structured.versions.size() == 2);
  CHECK(text.version(0).instrument == "lamp");
  CHECK(text.version(1).instrument == "lamp-2");
  CHECK(text.version(1).title == "Rules of the Boat");
  const Read declared =
      read("---\ninstrument: lamp-7\n---\n" + articles("Article", 2, english_words) +
               "# Rules of the Boat\n\n" + articles("Article", 2, english_words),
           "lamp.md", lamp_catalogue());
  REQUIRE(declared.structured.versions.size() == 2);
  CHECK(declared.version(0).instrument == "lamp-7");
  CHECK(declared.version(1).instrument == "lamp-7-2");
}

TEST_CASE("a protocol behind its convention is an instrument of its own") {
  const Read text =
      read("# Convention on Lighthouse Logs\n\n" + articles("Article", 3, english_words) +
               "# Protocol to the Convention on Lighthouse Logs\n\n" +
               articles("Article", 2, english_words),
           "lamp.md", lamp_catalogue());
  REQUIRE(text.structured.versions.size() == 2);
  CHECK(text.version(1).instrument == "lamp-7-p1");
  CHECK(text.version(1).kind == Kind::protocol);
}

TEST_CASE("annexes and their articles stand behind the articles of the text") {
  const Read text = read(
      "### Article 1\n\nWrite.\n\n### Article 2\n\nRead.\n\n### Annex I\n\n####Lamps\n\n"
      "### Article 1\n\nA lamp burns.\n\n### Annex II\n\nOil.\n");
  REQUIRE(text.structured.versions.size() == 1);
  CHECK(eids(text.version()) ==
        std::vector<std::string>{"art_1", "art_2", "annex_1", "annex_1__art_1", "annex_2"});
  CHECK(at(text.version(), "annex_1").heading.text == "Lamps");
  CHECK(words(text.version(), "annex_2") == "Oil.");
}

TEST_CASE("a number that repeats or jumps is kept, marked and named") {
  const Read text = read(
      "### Article 1\n\nWrite.\n\n### Article 2\n\nRead.\n\n### Article 2\n\nAgain.\n\n"
      "### Article 5\n\nJump.\n");
  const Version& version = text.version();
  CHECK(eids(version) == std::vector<std::string>{"art_1", "art_2", "art_2~2", "art_5"});
  REQUIRE(version.doubts.size() == 2);
  CHECK(version.doubts[0].message == "art_2 is there already");
  CHECK(version.doubts[1].message == "article 5 follows article 2");
  CHECK(text.bytes.substr(version.doubts[1].offset, 9) == "Article 5");
}

TEST_CASE("bare Roman numerals number chapters, with and without a title") {
  const Read text = read(
      "### I\n\n####Lamps\n\n### Article 1\n\nWrite.\n\n### II END OF WATCH\n\n"
      "### Article 2\n\nRead.\n");
  CHECK(eids(text.version()) == std::vector<std::string>{"chp_1", "art_1", "chp_2", "art_2"});
  CHECK(at(text.version(), "chp_1").heading.text == "Lamps");
  CHECK(at(text.version(), "chp_2").heading.text == "END OF WATCH");
}

TEST_CASE("a text without articles is counted by headings and paragraphs") {
  const Read text =
      read("# Lamps\n\nA first word.\n\nA second.\n\n- one\n- two\n\n## Oil\n\nOnly one.\n");
  CHECK(eids(text.version()) == std::vector<std::string>{"sec_1", "sec_1__para_1", "sec_1__para_2",
                                                         "sec_1__para_3", "sec_1__para_4",
                                                         "sec_2"});
  CHECK(words(text.version(), "sec_1__para_4") == "two");
  CHECK(words(text.version(), "sec_2") == "Only one.");
  CHECK(at(text.version(), "sec_2").parent == 0);
  CHECK(text.version().kind == Kind::document);
}

TEST_CASE("paragraphs numbered throughout a report are named by their numbers") {
  std::string report = "# Report on the Lamp Convention\n\nForeword of a keeper.\n\n";
  for (int i = 1; i <= 12; ++i) {
    const std::string number = std::to_string(i);
    if (i == 3 || i == 8) report += "## Article " + number + " - Lamps\n\n";
    report += number + ". On lamps, the " + number + "th word:" + english_words + "\n\n";
    if (i == 4) report += "(a) oil, and\n\n(b) light.\n\nSo it is.\n\n";
  }
  const Read text = read(report);
  const auto ids = eids(text.version());
  CHECK(std::count(ids.begin(), ids.end(), "para_12") == 1);
  CHECK(std::count(ids.begin(), ids.end(), "para_4__point_b") == 1);
  CHECK(std::count(ids.begin(), ids.end(), "art_3") == 0);
  CHECK(words(text.version(), "para_5") == "On lamps, the 5th word:" + english_words);
  CHECK(text.structured.account.unexplained == 0);
  // A list in an essay is no numbering of it.
  const Read essay =
      read("# On lamps\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n1. Ink.\n\n2. Oil.\n\n3. Light.\n");
  const auto of_essay = eids(essay.version());
  CHECK(std::count(of_essay.begin(), of_essay.end(), "para_1") == 0);
}

TEST_CASE("an act without a heading is titled by its first line") {
  CHECK(read("Lamp Act 1961\n\nThe keepers enact:\n\n### Article 1\n\nWrite.\n").version().title ==
        "Lamp Act 1961");
}

TEST_CASE("what front matter declares is stronger than what is found") {
  const Read text = read(
      "---\ntitle: The Keeper's Day\nauthor: [A. Lamp, B. Log]\ndate: 2024-03-02T10:00\n"
      "url: https://example.org/day\nabout: [lamp-7#art_2]\nlang: en\n---\n\nLight.\n");
  const Version& version = text.version();
  CHECK(version.title == "The Keeper's Day");
  CHECK(version.author == "A. Lamp, B. Log");
  CHECK(version.published == "2024-03-02");
  CHECK(version.language == "en");
  CHECK(version.kind == Kind::commentary);
  CHECK(version.source.address == "https://example.org/day");
  CHECK(version.about == std::vector<std::string>{"lamp-7#art_2"});
  CHECK(read("---\nkind: commentary\n---\n\n### Article 1\n\nQuoted.\n")
            .version()
            .provisions[0]
            .eid == "sec_1");
}

TEST_CASE("an unknown kind or edition is refused with what was expected") {
  for (const std::string line : {"kind: novel", "edition: offical"}) {
    Document document;
    document.blocks.push_back({});
    document.blocks[0].lines.emplace_back().append("word", 0);
    (line.starts_with("kind") ? document.metadata.kind : document.metadata.edition) = "novel";
    const auto result = find_structure(document, {}, "lamp", "word");
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::inputs_refused);
    CHECK_THAT(result.error().hint, Catch::StartsWith("one of "));
  }
}

TEST_CASE("a file without words is refused") {
  const auto result = find_structure({}, {}, "lamp", "");
  REQUIRE_FALSE(result);
  CHECK(result.error().code == Code::inputs_refused);
}

TEST_CASE("the same note under many articles is left out, what stands alone never") {
  const std::string note = "Takes effect for the northern lights on 1 May 1961.";
  std::string noted;
  std::string repealed;
  for (int i = 1; i <= 6; ++i) {
    const std::string heading = "### Article  " + std::to_string(i) + "  \n\n";
    noted += heading + note + "\n\n" + english_words + "\n\n";
    repealed += heading + "Repealed as of the first of May 1961.\n\n";
  }
  const Read with_note = read(noted);
  CHECK(words(with_note.version(), "art_3") == english_words);
  CHECK(with_note.structured.account.removed.back() ==
        std::pair(Removed::editors_note, std::uint64_t{6 * note.size()}));
  CHECK(faults(with_note).empty());
  CHECK(words(read(repealed).version(), "art_3") == "Repealed as of the first of May 1961.");
  std::string applied;
  for (int i = 1; i <= 6; ++i) {
    applied += "### Article  " + std::to_string(i) +
               "\n\n(1) This article is for lamps that:\n\n(a) burn; or\n\n(b) turn.\n\n";
  }
  CHECK(words(read(applied).version(), "art_3__para_1") == "This article is for lamps that:");
}

TEST_CASE("headings in Arabic and Chinese, spelled and in figures") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"المادة 4", "art_4"},
      {"المادة ٤", "art_4"},
      {"المادة :4الغرض", "art_4"},
      {"المادة - 12فرق", "art_12"},
      {"المادة الأولى", "art_1"},
      {"المادة األولى", "art_1"},
      {"المادة الحادية والعشرون", "art_21"},
      {"المادة 8 - مكرراً", "art_8bis"},
      {"第一条", "art_1"},
      {"第一百二十三條 目的", "art_123"},
      {"第十条之二", "art_10-2"},
      {"第 23 条", "art_23"},
      {"Article premier", "art_1"},
      {"Article 1er", "art_1"},
      {"Artículo único", "art_1"},
      {"Artículo primero. Objeto", "art_1"},
  };
  for (const auto& [heading, eid] : cases) {
    CAPTURE(heading);
    const Read text = read(heading + "\n\nwords of it.\n", "lamp.txt");
    CHECK(eids(text.version()) == std::vector<std::string>{eid});
    CHECK(faults(text) == "");
  }
  CHECK(eids(read("## CHAPT ER II\n\n## Article 1\n\nwords\n").version()) ==
        std::vector<std::string>{"chp_2", "art_1"});
}

TEST_CASE("an act's sections are read from numbers alone, and restated numbers are no paragraphs") {
  const Read headed = read(
      "##### 1. **Lamps.**\n\n1.—In this Act, a lamp is lit.\n\n##### 2. **Oil.**\n\n"
      "2.—(1)A keeper fills it.\n\n(2)A keeper trims it.\n\n##### 3. **Fees.**\n\n"
      "3.—(1)(a)A fee is due,\n\n(b)or not.\n");
  CHECK(eids(headed.version()) ==
        std::vector<std::string>{"sec_1", "sec_2", "sec_2__para_1", "sec_2__para_2", "sec_3",
                                 "sec_3__para_1", "sec_3__para_1__point_a",
                                 "sec_3__para_1__point_b"});
  CHECK(headed.structured.account.unexplained == 0);
  const Read bare = read(
      "1.—(1) A keeper fills the lamp.\n\n(2) A keeper trims it.\n\n2. —(1) A fee is due.\n\n"
      "(2) Or not.\n\n3.—This Act ends.\n");
  CHECK(eids(bare.version()) == std::vector<std::string>{"sec_1", "sec_1__para_1", "sec_1__para_2",
                                                         "sec_2", "sec_2__para_1", "sec_2__para_2",
                                                         "sec_3"});
  CHECK(bare.structured.account.unexplained == 0);
}

TEST_CASE("numbers of articles may stand in brackets") {
  CHECK(eids(read("## Article (1)\n\nwords\n\n## Article(2)\n\nArticle (3) speaks of words.\n")
                 .version()) == std::vector<std::string>{"art_1", "art_2"});
}

TEST_CASE("a line that begins with a reference in Arabic or Chinese is no heading") {
  for (const std::string line : {"المادة 27الفقرة ،4من االتفاقية", "المادة ،27الفقرة",
                                 "المادة - 22الفقرة 2", "المادة .2وال يجوز", "المادة 6وأي معلومات",
                                 "المادة -قد ارتكب", "第23条所定犯罪", "第一次会议"}) {
    CAPTURE(line);
    const Read text = read("المادة 1\n\nwords.\n\n" + line + "\n", "lamp.txt");
    CHECK(std::count_if(text.version().provisions.begin(), text.version().provisions.end(),
                        [](const Provision& one) { return one.level == Level::article; }) == 1);
  }
}

TEST_CASE("a Chinese article whose words stand beside its number keeps them as words") {
  const Read text = read("第一条　灯要亮。\n\n第二条　看守人点灯。\n", "lamp.txt");
  CHECK(words(text.version(), "art_1") == "灯要亮。");
  CHECK(words(text.version(), "art_2") == "看守人点灯。");
}

TEST_CASE("titles that are not set apart are titles where most articles have one") {
  std::string text;
  for (int i = 1; i <= 4; ++i) {
    text += "Article " + std::to_string(i) + "\n\nOf lamps\n\nLamps are lit.\n\n";
  }
  const Read titled = read(text, "lamp.txt");
  CHECK(eids(titled.version()) == std::vector<std::string>{"art_1", "art_2", "art_3", "art_4"});
  CHECK(titled.version().provisions[1].heading.text == "Of lamps");
  const Read once = read("Article 1\n\nOf lamps\n\nLamps are lit.\n", "lamp.txt");
  CHECK(words(once.version(), "art_1__para_1") == "Of lamps");
}
