"""What was read of a whole corpus is kept until the file changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

State = tuple[int, int]


class Memory:
    """Answers to reads of the whole file, dropped when this or any other process writes to it."""

    def __init__(self) -> None:
        self.state: State = (-1, -1)
        self.answers: dict[str, Any] = {}

    def answer(self, state: State, name: str, read: Callable[[], Any]) -> Any:
        """Return what ``read`` gave when the file was in this state, and read it once for that."""
        if state != self.state:
            self.state, self.answers = state, {}
        if name not in self.answers:
            self.answers[name] = read()
        return self.answers[name]


class Remembering(Protocol):
    """Something that reads from a file and has a memory."""

    memory: Memory

    def state(self) -> State:
        """Return what changes with every write to the file."""


Owner = TypeVar("Owner", bound=Remembering)
Answer = TypeVar("Answer")


def remembered(read: Callable[[Owner], Answer]) -> Callable[[Owner], Answer]:
    """Let a method without arguments read once until the file changes."""

    @wraps(read)
    def remember(owner: Owner) -> Answer:
        answer: Answer = owner.memory.answer(owner.state(), read.__name__, lambda: read(owner))
        return answer

    return remember


def state_of(connection: sqlite3.Connection) -> State:
    """Return what changes with every write to a database, by this connection or another."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return version, connection.total_changes
