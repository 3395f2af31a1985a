// SPDX-License-Identifier: GPL-2.0-or-later
#include "shown.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {
namespace {

using Words = std::vector<std::string_view>;

TEST_CASE("English words of different meaning in law have different stems") {
  const std::vector<Words> groups = {
      {"access", "accession", "accessory"},
      {"content", "contention"},
      {"intern", "internal", "international"},
      {"internment", "international"},
      {"minor", "minority"},
      {"organ", "organization", "organic"},
      {"execution", "executive"},
      {"emerge", "emergency"},
      {"author", "authority", "authorize"},
      {"police", "policy", "politics"},
      {"university", "universal", "universe"},
      {"general", "generation", "generic"},
      {"person", "personal", "personality"},
      {"proceeds", "proceeding", "proceed", "procedure"},
      {"product", "production"},
      {"public", "publication"},
      {"correspond", "correspondence"},
      {"response", "responsible"},
      {"human", "humanity", "humanitarian"},
      {"object", "objection", "objective"},
      {"several", "severe", "severance"},
      {"commit", "commitment", "committee"},
      {"confer", "conference"},
      {"constitute", "constitution"},
      {"custom", "customs", "customary", "customer"},
      {"defend", "defendant"},
      {"design", "designate"},
      {"govern", "government"},
      {"law", "lawful"},
      {"identity", "identical"},
      {"import", "important"},
      {"instrument", "instrumentality"},
      {"integrity", "integration"},
      {"secure", "securities"},
      {"success", "succession", "successive"},
      {"terminate", "terminal", "term"},
      {"traffic", "trafficking"},
      {"transit", "transition"},
      {"unit", "united"},
      {"use", "useful"},
      {"will", "wilful"},
      {"tort", "torture"},
      {"treat", "treaty"},
      {"train", "trait"},
      {"arbitrary", "arbitration"},
      {"private", "privacy", "privilege"},
  };
  for (const Words& group : groups) {
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i + 1; j < group.size(); ++j) {
        INFO(group[i] << " / " << group[j]);
        CHECK(stems("en", group[i]) != stems("en", group[j]));
      }
    }
  }
}

TEST_CASE("English variants share a stem") {
  const std::vector<Words> groups = {
      {"offence", "offense", "offences", "Offenses"},
      {"defence", "defense"},
      {"licence", "license", "licensed", "licences"},
      {"authorise", "authorize", "authorised", "authorization", "authorisation", "authorising"},
      {"unauthorised", "unauthorized"},
      {"organise", "organization", "organisations", "organized"},
      {"criminalise", "criminalization", "criminalised"},
      {"recognise", "recognizing"},
      {"analyse", "analyze", "analysis", "analyses", "analysing"},
      {"colour", "color", "coloured"},
      {"labour", "labor"},
      {"behaviour", "behavior", "behavioural"},
      {"honour", "honored"},
      {"centre", "center", "centres"},
      {"programme", "programs"},
      {"judgement", "judgment"},
      {"fulfil", "fulfill", "fulfilled", "fulfilment"},
      {"enrol", "enroll", "enrolment"},
      {"wilful", "willfully"},
      {"enquiry", "inquiries"},
      {"practise", "practice", "practised"},
      {"co-operation", "cooperation", "cooperate", "co-operate", "Co-operating",
       "co\u2010operation"},
      {"co-ordinate", "coordinated"},
      {"cyber-crime", "cybercrime", "Cyber-Crimes"},
      {"e-mail", "email", "E-Mails"},
      {"on-line", "online"},
      {"data-base", "databases"},
      {"wiretap", "wire-tap", "wire-tapping", "wiretapping", "wiretapped"},
      {"sub-paragraph", "subparagraphs"},
      {"counter-terrorism", "counterterrorism"},
      {"detain", "detention", "detained"},
      {"retain", "retention"},
      {"seize", "seizure", "seizures"},
      {"disclose", "disclosure"},
      {"intercept", "interceptor", "interception"},
      {"surveillance", "surveil"},
      {"store", "storage", "stored"},
      {"produce", "production"},
      {"transmit", "transmission"},
      {"secret", "secrecy"},
      {"child", "children", "child's", "children's"},
      {"woman", "women"},
      {"racist", "racism"},
      {"xenophobic", "xenophobia"},
      {"proportional", "proportionality", "proportionate", "proportionately"},
      {"accede", "accession", "acceding"},
      {"liable", "liability"},
      {"publish", "publication"},
  };
  for (const Words& group : groups) {
    for (const std::string_view word : group) {
      INFO(word << " / " << group.front());
      CHECK(stems("en", word) == stems("en", group.front()));
    }
  }
}

TEST_CASE("words in -ise that have no other spelling keep it") {
  for (const std::string_view word :
       {"exercise",  "otherwise",  "advise",      "adviser",     "supervised", "surprising",
        "comprises", "compromise", "revised",     "premises",    "promising",  "enterprises",
        "disguised", "raise",      "arising",     "precise",     "concise",    "franchise",
        "expertise", "likewise",   "advertising", "merchandise", "treatise",   "devised",
        "wise",      "rise",       "noise",       "cruise"}) {
    INFO(word);
    const std::string stem = stems("en", word);
    CHECK(stem.find('z') == std::string::npos);
  }
}

TEST_CASE("a hyphen joins only what others write as one word") {
  CHECK(surfaces("en", "real-time e-evidence non-co-operation") ==
        "real|time|e|evidence|non|co-operation");
  CHECK(surfaces("en", "co- operation co -operation co--operation") ==
        "co|operation|co|operation|co|operation");
  CHECK(surfaces("en", "co-3 on-5 sub-1") == "co|3|on|5|sub|1");
  CHECK(surfaces("en", "e-mail-based web-site-owner") == "e-mail|based|web-site|owner");
}

}  // namespace
}  // namespace pinlex
