"""What is compared: passages, the frames of their norms, and pairs of them."""

from __future__ import annotations

from dataclasses import dataclass

from regcheck.domain.text import Span
from regcheck.domain.words import Kind, Modality


@dataclass(frozen=True, slots=True)
class Place:
    """Where words are printed: the key of the unit that prints them, and its page."""

    key: str
    page: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit as it is compared: an ayat, a pasal without ayat, or a definition, items joined.

    A row of a table of tariffs is compared too, though it is no unit.

    ``text`` is the quotation on one line, as printed, its label left out; ``lead`` the lead-in of
    the pasal that an ayat or item needs to be understood; ``kind`` of the unit; ``norm_type`` one
    of definisi, kewajiban, larangan, kebolehan, kewenangan, sanksi, prosedur, peralihan, penutup;
    ``confidence``, in ``[0, 1]``, is how sure the reader is of the text. ``printed`` are the places
    in amending acts that gave a consolidated passage its words; the page is that of the first
    words. ``spelled`` is what is compared in place of the text: abbreviations spelled out as the
    regulation defines them; empty where that changes nothing.
    """

    key: str
    kind: Kind
    text: str
    page: int
    lead: str = ""
    heading: str = ""
    norm_type: str = ""
    target: str = ""
    confidence: float = 1.0
    printed: tuple[Place, ...] = ()
    spelled: str = ""

    @property
    def regulation(self) -> str:
        """The id of the regulation that holds the passage."""
        return self.key.partition("#")[0]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its meaning, normalised.

    ``value`` in the base unit; ``unit`` rupiah, percent, day, workday, month, year, hour, meter,
    ... or a counted noun; ``bound`` ``le``, ``ge`` or ``eq``; ``span`` within the passage text.
    """

    value: float
    unit: str
    bound: str
    span: Span


@dataclass(frozen=True, slots=True)
class Norm:
    """The frame of a norm: who must, may or must not do what to what, and within which limits.

    ``act`` and ``object`` are stems; ``quantities`` in order of appearance; ``exception`` tells
    whether the clause opens one (*kecuali*, *tanpa izin*).
    """

    addressee: tuple[str, ...]
    modality: Modality
    act: str
    object: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    exception: bool = False
    sanction: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages, by key, that may speak of the same thing.

    ``score`` is the cosine of their word vectors in ``[0, 1]``. ``rare`` is the same cosine over
    the words that few regulations use, so that shared formulae do not count. ``spread`` is the
    number of other regulations whose wording matches the pair's: high for boilerplate.
    ``semantic`` is the cosine of what the texts mean, in ``[0, 1]``: of other words too, if these
    keep the same company; 0 where no word is known.
    """

    left: str
    right: str
    score: float
    rare: float = 0.0
    spread: int = 0
    semantic: float = 0.0
