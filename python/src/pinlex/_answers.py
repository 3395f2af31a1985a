# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search finds."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload


@dataclass(frozen=True, slots=True)
class Total:
    """How many passages match: at least so many, or just so many where `exact`."""

    value: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or section that answers. What is unknown is an empty text."""

    rank: int
    """Its place, from 1."""
    score: float
    id: str
    """"coe-185#art_21@en"."""
    pinpoint: str
    """The paragraph or point that answers best: "coe-185#art_21__para_1@en"."""
    citation: str
    """"Convention on Cybercrime (ETS 185), art. 21(1)"."""
    instrument: str
    title: str
    kind: str
    language: str
    edition: str
    """"official", "digest" ... A digest is no proof."""
    number: str
    """Of the article, as printed."""
    heading: str
    text: str
    """The words of the pinpoint, the source's own."""
    address: str
    """Where the official text, or the publication, is found."""
    as_of: str
    file: str
    sha256: str
    """Of the file, hexadecimal."""
    range: tuple[int, int]
    """The bytes of the file that hold the pinpoint, the second not included."""
    extracted: bool
    """Whether the range is of the text that was extracted from the file: a PDF, a Word file."""
    place: str
    """The page or paragraph of the file: "page 3"."""

    @property
    def official(self) -> bool:
        """Whether the words may be quoted as law: not so of a digest."""
        return self.edition != "digest"


@dataclass(frozen=True, slots=True)
class SearchAnswer(Sequence[Hit]):
    """A sequence of hits, the best first, and how the query was read."""

    read_as: str
    total: Total
    notes: tuple[str, ...]
    """What a person should know, a sentence each."""
    hits: tuple[Hit, ...]

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Hit, ...]: ...
    def __getitem__(self, index: int | slice) -> Hit | tuple[Hit, ...]:
        return self.hits[index]
