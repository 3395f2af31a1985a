# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong."""
from enum import IntEnum


class Code(IntEnum):
    """What went wrong, by who must act; the numbers are the exit statuses of the programs."""

    NOTHING_FOUND = 1
    USAGE = 2
    QUERY = 3
    NO_INDEX = 4
    WRONG_FORMAT = 5
    LOCKED = 6
    DAMAGED = 7
    INPUTS_REFUSED = 8
    INTERNAL = 70
    NO_MEMORY = 71


class Error(Exception):
    """What happened (`message`; of a query with a caret below the place) and what to do (`hint`)."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        super().__init__(code, message, hint)
        self.code = code
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\nhint: {self.hint}" if self.hint else self.message
