# SPDX-License-Identifier: GPL-2.0-or-later
"""Pinpoint search over cybercrime law: passages that can be cited, from an index of pinlex.

    import pinlex

    with pinlex.open("my.index") as searcher:
        for hit in searcher.search("wiretapping", limit=3):
            print(hit.citation, hit.text, sep="\\n")

Without a path `open` takes the built-in digest. All work is done by libpinlex.so.0, which the loader
finds, or which $PINLEX_LIBRARY names.
"""
from ._answers import Hit, SearchAnswer, Total
from ._errors import Code, Error
from ._searcher import Searcher, open, version

__all__ = ["Code", "Error", "Hit", "SearchAnswer", "Searcher", "Total", "open", "version"]
