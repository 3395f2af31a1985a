// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pinlex {

/// What a caged reader hands back, as bytes: a document, or why there is none.
std::string encode_answer(const Result<Document>& answer);

/// The answer again, from bytes that may be anything. A document that comes out keeps all its
/// promises: UTF-8, segments that ascend, cover their text and lie in the source of `source_bytes`.
/// Fails with the reader's own reason, or with Code::inputs_refused where the bytes are no answer.
Result<Document> decode_answer(std::string_view bytes, std::size_t source_bytes);

}  // namespace pinlex
