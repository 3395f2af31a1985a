# SPDX-License-Identifier: GPL-2.0-or-later
"""Searching."""
import ctypes
import json
import os
import weakref
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, Self

from . import _library
from ._answers import Hit, SearchAnswer, Total

Names = str | Iterable[str]
"""One name or several; with ! before it, what is left out: "!digest"."""


def version() -> str:
    """The version of the library that runs."""
    found: bytes = _library.library().pinlex_version()
    return found.decode()


def open(*indexes: str | os.PathLike[str], catalogue: str | os.PathLike[str] | None = None) -> "Searcher":
    """Opens indexes, or the built-in digest where none is named. `catalogue` holds the names of
    instruments that people may cite; without it the built-in one is taken."""
    return Searcher(*indexes, catalogue=catalogue)


def _list(names: Names) -> list[str]:
    return [names] if isinstance(names, str) else list(names)


class Searcher:
    """A snapshot of indexes, opened as `open` does: what is published later is not seen. It may be used
    from many threads at once; `close`, or the end of its `with` block, must come after all of them.

    Everything that fails raises `Error`. Answers other than those of `search` are dictionaries by
    the schemas of pinlex, such as pinlex.show/1.
    """

    def __init__(self, *indexes: str | os.PathLike[str],
                 catalogue: str | os.PathLike[str] | None = None) -> None:
        paths = [_library.whole(os.fsencode(path)) for path in indexes]
        names = None if catalogue is None else _library.whole(os.fsencode(catalogue))
        functions, fault = _library.library(), _library.Fault()
        array = (ctypes.c_char_p * len(paths))(*paths)
        pointer = functions.pinlex_open(array, len(paths), names, fault.argument)
        if not pointer:
            raise fault.raised()
        self._pointer: int | None = pointer
        self._end = weakref.finalize(self, functions.pinlex_close, pointer)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Frees what it holds. May be called again; anything else then raises ValueError."""
        self._pointer = None
        self._end()

    def _open(self) -> int:
        if self._pointer is None:
            raise ValueError("the searcher is closed")
        return self._pointer

    def newer(self) -> bool:
        """Whether a newer generation of one of the indexes is published; `open` sees it."""
        fault = _library.Fault()
        found: int = _library.library().pinlex_newer(self._open(), fault.argument)
        if found < 0:
            raise fault.raised()
        return found == 1

    def search(self, query: str, *, limit: int = 10, offset: int = 0, instrument: Names = (),
               kind: Names = (), edition: Names = (), lang: Names = (), count: bool = False,
               no_expand: bool = False) -> SearchAnswer:
        """Ranks the passages that answer a query. `limit` is from 1 to 1000; `count` counts all
        matches; `no_expand` looks for the words only, not for concepts that they name."""
        options = [("limit", str(limit))]
        if offset:
            options.append(("offset", str(offset)))
        for name, values in (("instrument", instrument), ("kind", kind), ("edition", edition),
                             ("lang", lang)):
            options += [(name, value) for value in _list(values)]
        options += [(name, "true") for name, given in (("count", count), ("no-expand", no_expand)) if given]
        return self._search(query, options)

    def _search(self, query: str, options: list[tuple[str, str]]) -> SearchAnswer:
        pairs = [_library.Option(name.encode(), _library.whole(value.encode())) for name, value in options]
        functions, words, fault = _library.library(), query.encode(), _library.Fault()
        array = (_library.Option * (len(pairs) + 1))(*pairs)
        answer = functions.pinlex_search(self._open(), words, len(words), array, fault.argument)
        if not answer:
            raise fault.raised()
        try:
            exact = ctypes.c_int()
            total = functions.pinlex_answer_total(answer, ctypes.byref(exact))
            return SearchAnswer(
                _library.text(functions.pinlex_answer_read_as(answer)),
                Total(total, exact.value == 1),
                tuple(_library.text(functions.pinlex_answer_note(answer, i))
                      for i in range(functions.pinlex_answer_notes(answer))),
                tuple(_library.hit_of(functions.pinlex_answer_hit(answer, i))
                      for i in range(functions.pinlex_answer_hits(answer))))
        finally:
            functions.pinlex_answer_free(answer)

    def hits(self, query: str, **options: Any) -> Iterator[Hit]:
        """All hits of a query, one after the other; `options` are those of `search`. Pages are asked
        for as they are needed; `limit` is how many a page has."""
        options = {"limit": 100, **options}
        offset = options.pop("offset", 0)
        while page := self.search(query, offset=offset, **options):
            yield from page
            offset += len(page)
            if len(page) < options["limit"]:
                break

    def request(self, method: str, **params: Any) -> dict[str, Any]:
        """Answers any request by name; `request("methods")` lists them with their parameters."""
        data = json.dumps({"method": method, "params": params}).encode()
        functions, fault = _library.library(), _library.Fault()
        reply = functions.pinlex_request(self._open(), data, len(data), fault.argument)
        if not reply:
            raise fault.raised()
        try:
            document: dict[str, Any] = json.loads(_library.text(functions.pinlex_reply_json(reply)))
            return document
        finally:
            functions.pinlex_reply_free(reply)

    def show(self, citation: str, *, lang: Names = (), edition: Names = (), context: int = 0,
             outline: bool = False) -> dict[str, Any]:
        """A provision, or the table of contents of a chapter or whole text (pinlex.show/1)."""
        return self.request("show", citation=citation, lang=_list(lang), edition=_list(edition),
                            context=context, outline=outline)

    def refs(self, citation: str, *, limit: int = 10, offset: int = 0, lang: Names = (),
             edition: Names = ()) -> dict[str, Any]:
        """What a provision refers to and what refers to it (pinlex.refs/1)."""
        return self.request("refs", citation=citation, limit=limit, offset=offset, lang=_list(lang),
                            edition=_list(edition))

    def parallels(self, citation: str, *, limit: int = 10, instrument: Names = (), lang: Names = (),
                  edition: Names = (), diff: bool = False) -> dict[str, Any]:
        """The provisions of other instruments that do the same job (pinlex.parallels/1)."""
        return self.request("parallels", citation=citation, limit=limit, instrument=_list(instrument),
                            lang=_list(lang), edition=_list(edition), diff=diff)

    def powers(self, *, instrument: Names = (), power: Names = (), lang: Names = (),
               edition: Names = ()) -> dict[str, Any]:
        """Which powers the instruments give, and what limits them (pinlex.powers/1)."""
        return self.request("powers", instrument=_list(instrument), power=_list(power),
                            lang=_list(lang), edition=_list(edition))

    def check(self, text: str) -> dict[str, Any]:
        """Whether the quotations and citations in a text stand (pinlex.check/1)."""
        return self.request("check", text=text)

    def explain(self, query: str) -> dict[str, Any]:
        """How a query is read, without a search (pinlex.query/1)."""
        return self.request("explain", query=query)

    def info(self, instrument: str = "") -> dict[str, Any]:
        """What is in the index (pinlex.info/1)."""
        return self.request("info", **({"instrument": instrument} if instrument else {}))

    def values(self, field: str) -> dict[str, Any]:
        """The values that texts have in a field of the query language (pinlex.values/1)."""
        return self.request("values", field=field)
