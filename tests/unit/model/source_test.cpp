// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/source.hpp>

#include <catch2/catch.hpp>

using namespace pinlex;

namespace {

/// "ab & cd ef": two runs, an entity decoded between them, and a line break that was "  \n> ".
MappedText sample() {
  MappedText text;
  text.append("ab ", 10);
  text.append_decoded("&", {13, 18});
  text.append(" cd", 18);
  text.append_decoded("\n", {21, 26});
  text.append("ef", 26);
  return text;
}

}  // namespace

TEST_CASE("the hull of two ranges holds both, and an empty range holds nothing") {
  CHECK(hull({3, 5}, {9, 12}) == SourceRange{3, 12});
  CHECK(hull({9, 12}, {3, 5}) == SourceRange{3, 12});
  CHECK(hull({}, {3, 5}) == SourceRange{3, 5});
  CHECK(hull({3, 5}, {}) == SourceRange{3, 5});
  CHECK(hull({}, {}).empty());
}

TEST_CASE("runs that follow each other in the source are one segment") {
  MappedText text;
  text.append("con", 4);
  text.append("tent", 7);
  text.append("data", 20);
  text.append("", 24);
  CHECK(text.text == "contentdata");
  CHECK(text.segments == std::vector<Segment>{{0, 7, 4, 7}, {7, 4, 20, 4}});
}

TEST_CASE("a decoded run keeps its own segment") {
  const MappedText text = sample();
  CHECK(text.text == "ab & cd\nef");
  REQUIRE(text.segments.size() == 5);
  CHECK_FALSE(text.segments[1].bytewise());
  MappedText whole;
  whole.append(text);
  CHECK(whole == text);
}

TEST_CASE("a range of the text leads back to its source bytes") {
  const MappedText text = sample();
  CHECK(text.source_of(0, 2) == SourceRange{10, 12});
  CHECK(text.source_of(1, 3) == SourceRange{11, 13});
  CHECK(text.source_of(3, 4) == SourceRange{13, 18});  // the entity counts whole
  CHECK(text.source_of(2, 6) == SourceRange{12, 20});
  CHECK(text.source_of(8, 10) == SourceRange{26, 28});
  CHECK(text.source_of(8, 99) == SourceRange{26, 28});
  CHECK(text.source_of(4, 4).empty());
  CHECK(text.source_of(50, 60).empty());
  CHECK(text.source() == SourceRange{10, 28});
  CHECK(MappedText().source().empty());
}

TEST_CASE("a part of a text maps as the whole does") {
  const MappedText text = sample();
  const auto size = static_cast<std::uint32_t>(text.text.size());
  for (std::uint32_t begin = 0; begin <= size; ++begin) {
    for (std::uint32_t end = begin; end <= size; ++end) {
      const MappedText part = text.substr(begin, end);
      REQUIRE(part.text == text.text.substr(begin, end - begin));
      REQUIRE(part.source() == text.source_of(begin, end));
      std::uint32_t covered = 0;
      for (const Segment& segment : part.segments) {
        REQUIRE(segment.text == covered);
        covered += segment.text_length;
      }
      REQUIRE(covered == end - begin);
    }
  }
}

TEST_CASE("appending a text joins it where it follows immediately") {
  MappedText text;
  text.append("left ", 0);
  MappedText right;
  right.append("right", 5);
  right.append_decoded("\xC2\xA7", {10, 16});
  text.append(right);
  CHECK(text.text == "left right\xC2\xA7");
  CHECK(text.segments == std::vector<Segment>{{0, 10, 0, 10}, {10, 2, 10, 6}});
}

TEST_CASE("a range of an extracted text is on the pages that it touches") {
  const ExtractedPlaces places{{{10, "page 1"}, {100, "page 2"}, {200, "page 3"}}};
  CHECK(places.of({10, 100}) == "page 1");
  CHECK(places.of({50, 101}) == "page 1–2");
  CHECK(places.of({100, 250}) == "page 2–3");
  CHECK(places.of({250, 250}) == "page 3");
  CHECK(places.of({0, 5}).empty());
  CHECK(ExtractedPlaces{}.of({0, 5}).empty());
  CHECK(ExtractedPlaces{{{0, "cover"}, {9, "page 1"}}}.of({0, 20}) == "cover–page 1");
}
