// SPDX-License-Identifier: GPL-2.0-or-later
#include "foreign_formats.hpp"
#include "outline.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

using Eids = std::vector<std::string>;

Read read_checked(std::string bytes) {
  Read text = read(std::move(bytes), "lamp.xml");
  CHECK(faults(text) == "");
  CHECK(text.structured.account.unexplained == 0);
  return text;
}

const std::string akoma_ntoso =
    "<?xml version=\"1.0\"?>\n<!-- a copy -->\n<akomaNtoso xmlns=\"urn:x\"><act><meta>"
    "<FRBRExpression><FRBRdate date=\"1999-02-03\"/><FRBRlanguage language=\"eng\"/>"
    "</FRBRExpression></meta>"
    "<preface><p><docTitle>Lamp Act 1999</docTitle></p></preface>"
    "<body><part eId=\"part_1\"><num>Part 1</num><heading>Lamps</heading>"
    "<section eId=\"sec_1\"><num>1</num><heading>Lighting &amp; trimming</heading>"
    "<subsection eId=\"sec_1__subsec_1\"><num>(1)</num><intro><p>A keeper\n   must<authorialNote>"
    "<p>See the log.</p></authorialNote>\xE2\x80\x94</p></intro>"
    "<paragraph eId=\"sec_1__subsec_1__para_a\"><num>(a)</num><content><p>light &#8220;it&#8221;; "
    "and</p></content></paragraph><wrapUp><p>at dusk.</p></wrapUp></subsection>"
    "<subsection eId=\"sec_1__subsec_2\"><num>(2)</num><content><p>In the Wick Act insert:</p>"
    "<mod><quotedStructure><section eId=\"x_sec_9\"><num>9</num><heading>Wicks</heading>"
    "<content><p>A wick is trimmed.</p></content></section></quotedStructure></mod>"
    "</content></subsection></section></part></body></act></akomaNtoso>\n";

}  // namespace

TEST_CASE("Akoma Ntoso keeps its ids, and what it quotes is no section") {
  const Read text = read_checked(akoma_ntoso);
  const Version& version = text.version();
  CHECK(eids(version) == Eids{"part_1", "sec_1", "sec_1__subsec_1", "sec_1__fn_1",
                              "sec_1__subsec_1__para_a", "sec_1__subsec_2"});
  CHECK(words(version, "sec_1__subsec_1") == "A keeper must\xE2\x80\x94 | at dusk.");
  CHECK(words(version, "sec_1__subsec_1__para_a") == "light \xE2\x80\x9Cit\xE2\x80\x9D; and");
  CHECK(words(version, "sec_1__fn_1") == "See the log.");
  CHECK(words(version, "sec_1__subsec_2") ==
        "In the Wick Act insert: | 9 Wicks | A wick is trimmed.");
  CHECK(version.provisions[1].heading.text == "Lighting & trimming");
  CHECK(version.title == "Lamp Act 1999");
  CHECK(version.language == "en");
  CHECK(version.as_of == "1999-02-03");
}

TEST_CASE("USLM: sections, subsections, what is removed") {
  const Read text = read_checked(
      "<statuteCompilation xmlns=\"http://schemas.gpo.gov/xml/uslm\"><meta><title>LAMPS</title>"
      "</meta><main><title><num>TITLE IV\xE2\x80\x94</num><heading>LAMPS</heading>"
      "<section><num value=\"4001\">SEC. 4001. </num><heading>KEEPERS.</heading><subsection>"
      "<num>(a) </num><heading>In General.</heading><chapeau>A keeper shall\xE2\x80\x94</chapeau>"
      "<paragraph><num>(1) </num><content>light; and</content></paragraph><continuation>daily."
      "</continuation></subsection><sourceCredit>(made up)</sourceCredit></section></title></main>"
      "</statuteCompilation>");
  CHECK(eids(text.version()) ==
        Eids{"title_4", "sec_4001", "sec_4001__point_a", "sec_4001__point_a__point_1"});
  CHECK(words(text.version(), "sec_4001__point_a") == "A keeper shall\xE2\x80\x94 | daily.");
  CHECK(text.version().title == "LAMPS");
}

TEST_CASE("CLML: titles of groups, schedules, amendments, reports") {
  const Read act = read_checked(
      "<Legislation xmlns=\"http://www.legislation.gov.uk/namespaces/legislation\"><Primary>"
      "<PrimaryPrelims><Title>Lamp Act 1999</Title><Number>1999 c. 3</Number></PrimaryPrelims>"
      "<Body><Part><Number>Part I</Number><Title>Lamps</Title><P1group><Title>Keepers</Title><P1>"
      "<Pnumber>1</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>A keeper "
      "may&#x2014;</Text>"
      "<P3><Pnumber>a</Pnumber><P3para><Text>light.</Text></P3para></P3></P2para></P2></P1para></"
      "P1>"
      "</P1group></Part></Body><Schedules><Schedule><Number>Schedule 2</Number><TitleBlock>"
      "<Title>Wicks</Title></TitleBlock><ScheduleBody><P1><Pnumber>3</Pnumber><P1para><Text>In the "
      "Wick Act insert</Text><BlockAmendment><P1><Pnumber>7</Pnumber><P1para><Text>Trim.</Text>"
      "</P1para></P1></BlockAmendment></P1para></P1></ScheduleBody></Schedule></Schedules></"
      "Primary>"
      "</Legislation>");
  CHECK(eids(act.version()) == Eids{"preamble", "part_1", "sec_1", "sec_1__para_1",
                                    "sec_1__para_1__point_a", "sched_2", "sched_2__para_3"});
  CHECK(words(act.version(), "sched_2__para_3") == "In the Wick Act insert | 7 Trim.");
  CHECK(act.version().provisions[2].heading.text == "Keepers");
  CHECK(act.version().title == "Lamp Act 1999");

  const Read report = read_checked(
      "<EN xmlns=\"http://www.legislation.gov.uk/namespaces/legislation\"><Body><Division>"
      "<Title>Background</Title><NumberedPara><Pnumber>4.</Pnumber><Para><Text>Lamps went "
      "out.</Text>"
      "</Para></NumberedPara><table><tr><td>Year</td><td>Lamps</td></tr><tr><td>1901</td><td>9</td>"
      "</tr></table></Division></Body></EN>");
  CHECK(eids(report.version()) == Eids{"sec_1", "para_4"});
  CHECK(words(report.version(), "sec_1") == "Year | Lamps\n1901 | 9");
  CHECK(report.version().kind == Kind::explanatory_report);
}

TEST_CASE("Formex: recitals, articles, items, quotation marks") {
  const Read text = read_checked(
      "<ACT xsi=\"formex-05\"><BIB.INSTANCE><LG.DOC>EN</LG.DOC><DATE ISO=\"19990203\">x</DATE>"
      "</BIB.INSTANCE><TITLE><TI><P>Lamp Regulation</P></TI></TITLE><PREAMBLE><PREAMBLE.INIT>THE "
      "KEEPERS,</PREAMBLE.INIT><GR.CONSID><CONSID><NP><NO.P>(1)</NO.P><TXT>Lamps burn.</TXT></NP>"
      "</CONSID></GR.CONSID></PREAMBLE><ENACTING.TERMS><DIVISION><TITLE><TI><P>CHAPTER II</P></TI>"
      "<STI><P>Lamps</P></STI></TITLE><ARTICLE><TI.ART>Article 4</TI.ART><STI.ART>Terms</STI.ART>"
      "<ALINEA><P>In this text:</P><LIST><ITEM><NP><NO.P>(1)</NO.P><TXT><QUOT.START CODE=\"2018\"/>"
      "lamp<QUOT.END CODE=\"2019\"/> means a light;</TXT></NP></ITEM></LIST></ALINEA></ARTICLE>"
      "<ARTICLE><TI.ART>Article 5</TI.ART><PARAG><NO.PARAG>2.</NO.PARAG><ALINEA><P>It is:</P><LIST>"
      "<ITEM><NP><NO.P>(b)</NO.P><TXT>lit<NOTE><P>A note.</P></NOTE>.</TXT></NP></ITEM></LIST>"
      "</ALINEA></PARAG></ARTICLE><ARTICLE><TI.ART>Article 6</TI.ART><ALINEA>One.</ALINEA><ALINEA>"
      "Two.</ALINEA></ARTICLE></DIVISION></ENACTING.TERMS><FINAL><P>Done at X.</P></FINAL></ACT>");
  CHECK(eids(text.version()) == Eids{"preamble", "rec_1", "chp_2", "art_4", "art_4__para_1",
                                     "art_5", "art_5__para_2", "art_5__para_2__point_b",
                                     "art_5__fn_1", "art_6", "art_6__para_1", "art_6__para_2",
                                     "conclusions"});
  CHECK(words(text.version(), "art_4__para_1") == "\xE2\x80\x98lamp\xE2\x80\x99 means a light;");
  CHECK(words(text.version(), "art_5__para_2__point_b") == "lit.");
  CHECK(text.version().title == "Lamp Regulation");
  CHECK(text.version().published == "1999-02-03");
}

TEST_CASE("gii-norm: groupings by their numbers, lists inside paragraphs") {
  const Read text = read_checked(
      "<?xml version=\"1.0\"?><!DOCTYPE dokumente SYSTEM \"http://x/gii-norm.dtd\"><dokumente>"
      "<norm><metadaten><jurabk>LG</jurabk><langue>Lampengesetz</langue></metadaten></norm>"
      "<norm><metadaten><enbez>Inhalts\xC3\xBC"
      "bersicht</enbez></metadaten><textdaten>weg</textdaten></norm>"
      "<norm><metadaten><gliederungseinheit><gliederungskennzahl>010</gliederungskennzahl>"
      "<gliederungsbez>Teil 1</gliederungsbez><gliederungstitel>Lampen</gliederungstitel>"
      "</gliederungseinheit></metadaten></norm><norm><metadaten><enbez>\xC2\xA7 3a</enbez>"
      "<titel>W\xC3\xA4rter</titel></metadaten><textdaten><P>(1) Lampen sind "
      "<DL><DT>1.</DT><DD><LA>"
      "hell,</LA></DD><DT>2.</DT><DD><LA>rot.</LA></DD></DL></P><P>(2) Sie brennen.</P></textdaten>"
      "</norm></dokumente>");
  CHECK(eids(text.version()) == Eids{"part_1", "sec_3a", "sec_3a__para_1",
                                     "sec_3a__para_1__point_1", "sec_3a__para_1__point_2",
                                     "sec_3a__para_2"});
  CHECK(words(text.version(), "sec_3a__para_1__point_2") == "rot.");
  CHECK(text.version().title == "Lampengesetz");
  CHECK(text.version().language == "de");
}

TEST_CASE("XML in another encoding leads back to the bytes of the file") {
  std::string latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" +
                      akoma_ntoso.substr(akoma_ntoso.find("<akomaNtoso"));
  for (std::size_t at; (at = latin.find("\xE2\x80\x94")) != std::string::npos;) {
    latin.replace(at, 3, "\xE9");
  }
  std::string wide = "\xFF\xFE";
  for (const char c : akoma_ntoso) {
    if (static_cast<unsigned char>(c) < 0x80) wide += {c, '\0'};
  }
  for (const std::string& bytes : {latin, wide}) {
    const Read text = read(bytes, "lamp.xml");
    CHECK(text.structured.account.unexplained == 0);
    REQUIRE(text.version().provisions.size() == 6);
    const MappedText& heading = text.version().provisions[1].heading;
    const auto at = static_cast<std::uint32_t>(heading.text.find("trimming"));
    const SourceRange range = heading.source_of(at, at + 8);
    std::string said = bytes.substr(range.begin, range.size());
    said.erase(std::remove(said.begin(), said.end(), '\0'), said.end());
    CHECK(said == "trimming");
  }
}

TEST_CASE("XML that cannot be trusted is refused with line and reason") {
  std::string deep = "<akomaNtoso>\n";
  for (int i = 0; i < 300; ++i) deep += "<p>";
  for (int i = 0; i < 300; ++i) deep += "</p>";
  const std::vector<std::pair<std::string, std::string>> cases{
      {"<akomaNtoso>\n<p>lamp</akomaNtoso>", "2: not well-formed XML: "},
      {"<?xml version=\"1.0\"?><lamp>lit</lamp>",
       "1: XML of no vocabulary that is known: its root element is 'lamp'"},
      {"<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"lamp\"><!ENTITY c \"&b;&b;\">]>\n"
       "<akomaNtoso><p>&c;</p></akomaNtoso>",
       "2: the file declares entities of its own, which are never expanded"},
      {deep + "</akomaNtoso>", "2: nested deeper than 256 elements"},
      {"<?xml version=\"1.0\" encoding=\"lamp-8\"?><akomaNtoso/>",
       "1: encoding 'lamp-8' is not known"},
      {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso>\xE9</akomaNtoso>",
       "2: not UTF-8 at byte 51"},
  };
  for (const auto& [bytes, expected] : cases) {
    CAPTURE(expected);
    const auto document = read_foreign(bytes, "lamp.xml");
    REQUIRE_FALSE(document);
    CHECK(document.error().code == Code::inputs_refused);
    CHECK_THAT(document.error().message, Catch::StartsWith(expected));
  }
}
