"""The state of the corpus and of the law in it: links, standings, relations, files."""

from __future__ import annotations

from dataclasses import dataclass

from regcheck.domain.regulation import Identity
from regcheck.domain.words import Role, Status


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of the citation graph: ``source`` does ``role`` to ``target``."""

    source: str
    target: str
    role: Role
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """An act as the legal bases of another name it: ``source`` prints ``title`` for ``target``."""

    source: str
    target: str
    title: str


@dataclass(frozen=True, slots=True)
class Bygone:
    """An act that is no longer in force as a whole, as the built-in register says.

    ``by`` is the id of the act that repealed it, with ``pasal`` the number of its pasal where
    known, or the name of the ruling that annulled it; ``since`` from when, ISO or a year.
    ``source`` says where that was read: ``naskah`` for the repealing act itself, the id of another
    act, or an address; empty where it was written down from knowledge and not compared with a text
    yet.
    """

    id: str
    status: Status
    by: str
    since: str
    pasal: str = ""
    source: str = ""

    @property
    def verified(self) -> bool:
        """Whether a text was read that says so."""
        return self.source != ""

    @property
    def clause(self) -> str:
        """The key of the pasal that ends the act, or only what ended it."""
        return f"{self.by}#pasal-{self.pasal}" if self.pasal else self.by


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of one regulation on a date, and the acts that gave it that status.

    ``known`` is the entry of the built-in register where that gave the status, not a text.
    """

    id: str
    status: Status
    by: tuple[str, ...] = ()
    known: Bygone | None = None


@dataclass(frozen=True, slots=True)
class Superseded:
    """A unit whose text is no longer the law at its place.

    ``op`` is replace, delete, repeal or, for one that got another number, move: then ``to`` is the
    key that it has now.
    """

    key: str
    op: str
    by: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """How one regulation stands to another.

    ``kinds`` is a subset of sama, mengubah, diubah, mencabut, dicabut, melaksanakan,
    dilaksanakan, versi, tahunan, organisasi; ``level`` is ``lebih tinggi``, ``setingkat``,
    ``lebih rendah`` or ``tidak bertingkat``, said of the second as seen from the first;
    ``firm`` tells whether the law itself gives that rank; ``comparable`` whether their
    jurisdictions meet.
    """

    kinds: frozenset[str]
    level: str
    firm: bool
    comparable: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a regulation of the corpus without reading its text."""

    id: str
    identity: Identity
    path: str
    sha256: str
    pages: int
    passages: int
    quality: float
    structure: float
    standing: Standing


#: The form in which files are kept, counted up whenever regulations are stored with more, or read
#: otherwise, than before: what an older regcheck stored is complete only when it is read again.
READING_FORM = 2


@dataclass(frozen=True, slots=True)
class FileReading:
    """How a file was read, and how much of it.

    ``ocr`` and ``track_changes`` are the settings that were followed; ``ocr`` is ``never`` also
    where nothing was there to recognise text with, and empty where it is not known. ``ocr_pages``
    counts the pages recognised from pictures, ``unread_pages`` those left out (pictures, damaged,
    beyond a limit); ``confidence``, in ``[0, 1]``, is the mean over the pages that were read.
    ``form`` is the form in which what was read is kept: a lower one than ``READING_FORM`` lacks
    what is kept today.
    """

    ocr: str = ""
    track_changes: str = ""
    ocr_pages: int = 0
    unread_pages: int = 0
    confidence: float = 1.0
    form: int = 0


@dataclass(frozen=True, slots=True)
class FileRow:
    """The outcome of one file offered to the corpus.

    ``outcome`` is added, unchanged, replaced, duplicate, scan (no text layer), or failed;
    ``message`` and ``message_en`` say why and what to do.
    """

    path: str
    sha256: str
    outcome: str
    ids: tuple[str, ...]
    pages: int
    message: str = ""
    message_en: str = ""
    reading: FileReading = FileReading()
