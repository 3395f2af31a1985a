// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/thesaurus/thesaurus.hpp>

#include <stdexcept>
#include <string>

/// A small thesaurus of harbours in several languages.
constexpr auto harbour_toml = R"(
[[concept]]
id = "lamp-watching"
kind = "power"
broader = ["harbour-watching"]
related = ["log-keeping"]
note = "Looking at lamps while they burn."
[concept.label]
en = "watching of lamps"
fr = "observation des lampes"
ru = "наблюдение за лампами"
ar = "مراقبة المصابيح"
zh = "灯光内容监听"
[concept.legal]
en = ["real-time observation of lamps", "lamps", "keep ... under watch", "keep"]
[concept.lay]
en = ["lamp peeping", "lamp peep"]
zh = ["窃听"]

[[concept]]
id = "harbour-watching"
kind = "power"
weight = 0.5
label.en = "watching of harbours"
lay.en = ["watching"]

[[concept]]
id = "log-keeping"
kind = "safeguard"
broader = ["harbour-watching"]
label.en = "keep a log"
label.zh = "航海日志"
legal.en = ["logs ... shall ... be kept"]
)";

inline pinlex::Thesaurus harbours() {
  auto thesaurus = pinlex::Thesaurus::from_toml({{"harbours.toml", harbour_toml}});
  if (!thesaurus) throw std::runtime_error(thesaurus.error().message);
  return *thesaurus;
}
