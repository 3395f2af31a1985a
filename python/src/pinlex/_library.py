# SPDX-License-Identifier: GPL-2.0-or-later
"""The C interface of libpinlex.so.0 (pinlex.h), declared for ctypes."""
import ctypes
import functools
import os
from ctypes import POINTER, byref, c_char_p, c_double, c_int, c_size_t, c_uint32, c_uint64, c_void_p
from typing import Any

from ._answers import Hit
from ._errors import Code, Error

SONAME = "libpinlex.so.0"


class String(ctypes.Structure):
    """pinlex_string. Its data ends with a NUL byte, so that mostly the length need not be used."""

    _fields_ = [("data", c_char_p), ("size", c_size_t)]


class Option(ctypes.Structure):
    """pinlex_option."""

    _fields_ = [("name", c_char_p), ("value", c_char_p)]


ERROR = POINTER(c_void_p)
FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "pinlex_version": (c_char_p, []),
    "pinlex_error_code": (c_int, [c_void_p]),
    "pinlex_error_message": (String, [c_void_p]),
    "pinlex_error_hint": (String, [c_void_p]),
    "pinlex_error_free": (None, [c_void_p]),
    "pinlex_open": (c_void_p, [POINTER(c_char_p), c_size_t, c_char_p, ERROR]),
    "pinlex_close": (None, [c_void_p]),
    "pinlex_newer": (c_int, [c_void_p, ERROR]),
    "pinlex_search": (c_void_p, [c_void_p, c_char_p, c_size_t, POINTER(Option), ERROR]),
    "pinlex_answer_free": (None, [c_void_p]),
    "pinlex_answer_read_as": (String, [c_void_p]),
    "pinlex_answer_total": (c_uint64, [c_void_p, POINTER(c_int)]),
    "pinlex_answer_notes": (c_size_t, [c_void_p]),
    "pinlex_answer_note": (String, [c_void_p, c_size_t]),
    "pinlex_answer_hits": (c_size_t, [c_void_p]),
    "pinlex_answer_hit": (c_void_p, [c_void_p, c_size_t]),
    "pinlex_hit_rank": (c_uint32, [c_void_p]),
    "pinlex_hit_score": (c_double, [c_void_p]),
    "pinlex_hit_extracted": (c_int, [c_void_p]),
    "pinlex_hit_range": (None, [c_void_p, POINTER(c_uint64), POINTER(c_uint64)]),
    "pinlex_request": (c_void_p, [c_void_p, c_char_p, c_size_t, ERROR]),
    "pinlex_reply_json": (String, [c_void_p]),
    "pinlex_reply_free": (None, [c_void_p]),
}
# The members of Hit that are texts.
TEXTS = ("id", "pinpoint", "citation", "instrument", "title", "kind", "language", "edition", "number",
         "heading", "text", "address", "as_of", "file", "sha256",
         "place")


@functools.cache
def library() -> ctypes.CDLL:
    """The library, loaded when first asked for."""
    name = os.environ.get("PINLEX_LIBRARY", SONAME)
    try:
        loaded = ctypes.CDLL(name)
    except OSError as error:
        raise ImportError(f"{name} cannot be loaded ({error}); install libpinlex0, or name the file "
                          "in $PINLEX_LIBRARY") from error
    functions = FUNCTIONS | {f"pinlex_hit_{text}": (String, [c_void_p]) for text in TEXTS}
    for function, (result, arguments) in functions.items():
        declared = getattr(loaded, function)
        declared.restype = result
        declared.argtypes = arguments
    return loaded


def text(string: String) -> str:
    """What a pinlex_string holds."""
    data: bytes = string.data
    if len(data) != string.size:
        address = ctypes.cast(ctypes.pointer(string), POINTER(c_void_p))[0]
        data = ctypes.string_at(address or 0, string.size)
    return data.decode()


def whole(value: bytes) -> bytes:
    """What is passed as a string that ends with a NUL byte, which must not hold one."""
    if b"\0" in value:
        raise ValueError("a path or option holds a NUL character")
    return value


class Fault:
    """The last argument of a call that may fail."""

    def __init__(self) -> None:
        self._error = c_void_p()
        self.argument = byref(self._error)

    def raised(self) -> Error:
        """The error that the call left, which it frees."""
        functions = library()
        try:
            return Error(Code(functions.pinlex_error_code(self._error)),
                         text(functions.pinlex_error_message(self._error)),
                         text(functions.pinlex_error_hint(self._error)))
        finally:
            functions.pinlex_error_free(self._error)


@functools.cache
def readers() -> dict[str, Any]:
    """The functions that give the texts of a hit."""
    return {name: getattr(library(), f"pinlex_hit_{name}") for name in TEXTS}


def hit_of(pointer: int) -> Hit:
    """A hit, copied."""
    functions = library()
    begin, end = c_uint64(), c_uint64()
    functions.pinlex_hit_range(pointer, byref(begin), byref(end))
    texts = {name: text(read(pointer)) for name, read in readers().items()}
    return Hit(rank=functions.pinlex_hit_rank(pointer), score=functions.pinlex_hit_score(pointer),
               range=(begin.value, end.value),
               extracted=bool(functions.pinlex_hit_extracted(pointer)), **texts)
