"""Find overlapping and conflicting clauses in Indonesian provincial regulations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from regcheck.notebook import open_corpus

__version__ = "0.1.0"
__all__ = ["__version__", "open_corpus"]


def __getattr__(name: str) -> Any:
    """Import ``open_corpus`` when it is first used, so that ``import regcheck`` stays fast."""
    if name == "open_corpus":
        from regcheck.notebook import open_corpus

        return open_corpus
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
