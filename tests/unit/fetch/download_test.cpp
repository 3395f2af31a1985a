// SPDX-License-Identifier: GPL-2.0-or-later
#include "download.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <deque>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;
using namespace pinlex::fetching;

namespace {

using How = TransferEnd::How;
using Outcome = Download::Outcome;

constexpr auto lamps = "https://example.org/lamps";

struct Answer {
  int status = 200;
  std::map<std::string, std::string> fields;
  std::string body;
  How how = How::whole;
  std::string leads_to;
};

/// Gives answers in their order, and remembers what it was asked.
class Script : public Transport {
 public:
  explicit Script(std::deque<Answer> answers) : answers_(std::move(answers)) {}

  TransferEnd get(const std::string& address, const std::vector<std::string>& fields,
                  Receiver& receiver) override {
    REQUIRE_FALSE(answers_.empty());
    const Answer answer = answers_.front();
    answers_.pop_front();
    addresses.push_back(address);
    asked.push_back(fields);
    if (answer.status != 0) {
      if (!receiver.head({answer.status, answer.fields, answer.leads_to}))
        return {How::cut_off, {}};
      for (std::size_t at = 0; at < answer.body.size(); at += 4) {
        if (!receiver.body(std::string_view(answer.body).substr(at, 4))) return {How::cut_off, {}};
      }
    }
    return {answer.how, answer.how == How::whole ? "" : "broke off"};
  }

  bool said(std::size_t request, const std::string& field) const {
    return std::find(asked.at(request).begin(), asked.at(request).end(), field) !=
           asked.at(request).end();
  }

  std::vector<std::string> addresses;
  std::vector<std::vector<std::string>> asked;

 private:
  std::deque<Answer> answers_;
};

class Memory : public Part {
 public:
  std::uint64_t size() const override { return bytes.size(); }
  Validators validators() const override { return same; }
  Result<void> begin(const Validators& validators) override {
    bytes.clear();
    same = validators;
    return {};
  }
  Result<void> add(std::string_view more) override {
    bytes += more;
    return {};
  }

  std::string bytes;
  Validators same;
};

class Waits : public Clock {
 public:
  double now() const override { return time; }
  void wait(double seconds) override {
    time += seconds;
    waits.push_back(seconds);
  }

  double time = 1'700'000'000;
  std::vector<double> waits;
};

struct Run {
  explicit Run(std::deque<Answer> answers, Manners manners = {0, 3, 300, 100})
      : script(std::move(answers)), downloader(script, clock, manners) {}

  Download fetch(const Validators& known = {}, const std::string& address = lamps) {
    auto download = downloader.fetch(address, known, part);
    REQUIRE(download);
    return *download;
  }

  Script script;
  Waits clock;
  Memory part;
  Downloader downloader;
};

}  // namespace

TEST_CASE("a text comes with what tells it from a later one") {
  Run run({{200,
            {{"etag", "\"1\""}, {"last-modified", "then"}, {"content-type", "text/plain"}},
            "a lamp is lit",
            How::whole,
            {}}});
  const auto download = run.fetch();
  CHECK(download.outcome == Outcome::whole);
  CHECK(download.final_address == lamps);
  CHECK(download.content_type == "text/plain");
  CHECK(download.validators == Validators{"\"1\"", "then"});
  CHECK(run.part.bytes == "a lamp is lit");
  CHECK(run.script.asked.at(0) == std::vector<std::string>{"Accept-Encoding: identity"});
}

TEST_CASE("a text that is known is asked for only if it has changed") {
  Run run({{304, {}, {}, How::whole, {}}});
  CHECK(run.fetch({"\"1\"", "then"}).outcome == Outcome::unchanged);
  CHECK(run.script.said(0, "If-None-Match: \"1\""));
  CHECK(run.script.said(0, "If-Modified-Since: then"));
}

TEST_CASE("what broke off is resumed where it broke off") {
  Run run({{200, {{"etag", "\"1\""}}, "a lamp", How::broken, {}},
           {206, {{"content-range", "bytes 6-12/13"}}, " is lit", How::whole, {}}});
  CHECK(run.fetch().outcome == Outcome::whole);
  CHECK(run.part.bytes == "a lamp is lit");
  CHECK(run.script.said(1, "Range: bytes=6-"));
  CHECK(run.script.said(1, "If-Range: \"1\""));
}

TEST_CASE("a part of an earlier run is resumed, and a text that has changed begun anew") {
  Run run({{200, {{"etag", "\"2\""}}, "two lamps", How::whole, {}}});
  run.part.bytes = "a lamp";
  run.part.same = {"\"1\"", {}};
  const auto download = run.fetch({"\"0\"", {}});
  CHECK(run.script.said(0, "Range: bytes=6-"));
  CHECK_FALSE(run.script.said(0, "If-None-Match: \"0\""));
  CHECK(download.validators.etag == "\"2\"");
  CHECK(run.part.bytes == "two lamps");
}

TEST_CASE("a weak tag resumes nothing; a date does") {
  Run run({{200, {{"etag", "W/\"1\""}}, "a lamp", How::broken, {}},
           {200, {{"last-modified", "then"}}, "a l", How::broken, {}},
           {206, {{"content-range", "bytes 3-5/*"}}, "amp", How::whole, {}}});
  CHECK(run.fetch().outcome == Outcome::whole);
  CHECK(run.script.asked.at(1).size() == 1);
  CHECK(run.script.said(2, "If-Range: then"));
  CHECK(run.part.bytes == "a lamp");
}

TEST_CASE("a range that does not fit is fetched from the beginning") {
  const std::vector<Answer> misfits{
      {206, {{"content-range", "bytes 5-12/13"}}, "x", How::whole, {}},
      {206, {{"content-range", "6 to 12"}}, "x", How::whole, {}},
      {206, {}, "x", How::whole, {}},
      {416, {{"content-range", "bytes */4"}}, "", How::whole, {}},
      {416, {}, "", How::whole, {}},
  };
  for (const Answer& misfit : misfits) {
    CAPTURE(misfit.status, misfit.fields);
    Run run({misfit, {200, {}, "a lamp is lit", How::whole, {}}});
    run.part.bytes = "a lamp";
    run.part.same = {"\"1\"", {}};
    CHECK(run.fetch().outcome == Outcome::whole);
    CHECK(run.script.asked.at(1).size() == 1);
    CHECK(run.part.bytes == "a lamp is lit");
  }
}

TEST_CASE("a part that was whole already needs no more") {
  Run run({{416, {{"content-range", "bytes */6"}}, "", How::whole, {}}});
  run.part.bytes = "a lamp";
  run.part.same = {"\"1\"", {}};
  CHECK(run.fetch().outcome == Outcome::whole);
  CHECK(run.part.bytes == "a lamp");
}

TEST_CASE("what may pass is tried again with growing waits, a bounded number of times") {
  Run run({{500, {}, "no", How::whole, {}},
           {0, {}, {}, How::broken, {}},
           {503, {}, "no", How::whole, {}},
           {502, {}, "no", How::whole, {}}},
          {2, 3, 300, 100});
  const auto download = run.fetch();
  CHECK(download.outcome == Outcome::failed);
  CHECK(download.why == "answers 502 (an error behind the server), 4 times");
  CHECK(run.clock.waits == std::vector<double>{2, 4, 8});
  CHECK(run.part.bytes.empty());
}

TEST_CASE("what will not pass is not tried again") {
  for (const int status : {400, 401, 403, 404, 410, 418, 204, 300}) {
    Run run({{status, {}, "no", How::whole, {}}});
    CHECK_THAT(run.fetch().why, Catch::StartsWith("answers " + std::to_string(status)));
    CHECK(run.part.bytes.empty());
  }
  Run run({{0, {}, {}, How::hopeless, {}}});
  CHECK(run.fetch().why == "broke off");
}

TEST_CASE("a server that asks for a wait gets it, one that asks for long is left alone") {
  Run run({{429, {{"retry-after", "7"}}, {}, How::whole, {}},
           {503, {{"retry-after", "Tue, 14 Nov 2023 22:13:47 GMT"}}, {}, How::whole, {}},
           {429, {{"retry-after", "3600"}}, {}, How::whole, {}}});
  CHECK(run.fetch().why == "answers 429 (too many requests), and asks to wait 3600 seconds");
  CHECK(run.clock.waits == std::vector<double>{7, 20});
  CHECK(run.fetch().why == "example.org asked to be left alone for longer");
  CHECK(run.script.asked.size() == 3);
}

TEST_CASE("Retry-After is seconds or a date") {
  CHECK(retry_after("0", 5) == 0.0);
  CHECK(retry_after("120", 5) == 120.0);
  CHECK(retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 50) == 10.0);
  CHECK(retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 99) == 0.0);
  for (const char* wrong : {"", "soon", "-1", "1.5", "99999999999999999999999", "Thu, 01 Jan"}) {
    CHECK_FALSE(retry_after(wrong, 0));
  }
}

TEST_CASE("requests to one host keep their distance, those to others need not") {
  Run run({{302, {}, {}, How::whole, "https://example.org/b"},
           {302, {}, {}, How::whole, "https://other.example.org/c"},
           {200, {}, "lamps", How::whole, {}},
           {200, {}, "more", How::whole, {}}},
          {5, 3, 300, 100});
  const auto download = run.fetch();
  CHECK(download.final_address == "https://other.example.org/c");
  CHECK(run.clock.waits == std::vector<double>{5});
  run.clock.time += 3;
  CHECK(run.fetch({}, "https://other.example.org/d").outcome == Outcome::whole);
  CHECK(run.clock.waits == std::vector<double>{5, 2});
}

TEST_CASE("redirections end, and never lead to less than https") {
  const Answer on{302, {}, "elsewhere", How::whole, lamps};
  Run loop({on, on, on, on, on, on});
  CHECK(loop.fetch().why == "leads from address to address, more than 5 times");
  for (const char* to :
       {"http://example.org/", "ftp://example.org/", "file:///etc/passwd", "http://127.0.0.1/"}) {
    Run run({{301, {}, "elsewhere", How::whole, to}});
    CHECK_THAT(run.fetch().why, Catch::StartsWith("leads ") && Catch::Contains(to));
    CHECK(run.script.addresses.size() == 1);
    CHECK(run.part.bytes.empty());
  }
  Run nowhere({{302, {}, "elsewhere", How::whole, {}}});
  CHECK(nowhere.fetch().why == "answers 302");
  Run plain({});
  CHECK_THAT(plain.fetch({}, "http://example.org/a").why, Catch::Contains("goes over http"));
}

TEST_CASE("a text is refused once it is larger than it may be") {
  const std::string large(101, 'x');
  const std::vector<Answer> answers{
      {200, {{"content-length", "101"}}, large, How::whole, {}},
      {200, {}, large, How::whole, {}},
      {206, {{"content-range", "bytes 6-9/101"}}, "xxxx", How::whole, {}},
      {206, {{"content-range", "bytes 6-9/*"}, {"content-length", "95"}}, large, How::whole, {}},
  };
  for (const Answer& answer : answers) {
    Run run({answer});
    run.part.bytes = "a lamp";
    run.part.same = {"\"1\"", {}};
    CHECK_THAT(run.fetch().why, Catch::StartsWith("is larger than 100 bytes"));
    CHECK(run.part.bytes.empty());
  }
  Run page({{404, {}, std::string(5000, 'x'), How::whole, {}}});
  CHECK(page.fetch().why == "answers 404 (not found)");
}

TEST_CASE("an encoding that nobody asked for is refused before a byte of it is read") {
  Run run({{200, {{"content-encoding", "gzip"}}, "bomb", How::whole, {}}});
  CHECK(run.fetch().why == "answers in the encoding gzip, which was not asked for");
  CHECK(run.part.bytes.empty());
}
