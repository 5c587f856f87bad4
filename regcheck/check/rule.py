"""What a finding code stands for."""

from __future__ import annotations

from dataclasses import dataclass

from regcheck.domain import Certainty, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A finding code; pairs are ``(Indonesian, English)``.

    ``vertical`` is the severity when the law itself ranks the counterpart above or below,
    ``same_rank`` otherwise. ``advice`` is the recommendation, ``basis`` the rule it rests on,
    ``opening`` the first words of every reason; ``above`` the recommendation where the counterpart
    ranks higher, if that is another one.
    """

    code: str
    vertical: Severity
    same_rank: Severity
    certainty: Certainty
    basis: tuple[str, str]
    advice: tuple[str, str]
    opening: tuple[str, str]
    above: tuple[str, str] | None = None
