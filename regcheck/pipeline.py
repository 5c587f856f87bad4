"""The far half of the corridor: a draft and a corpus become findings, step by visible step."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from regcheck import __version__
from regcheck.check import Verdict, check_case
from regcheck.delegated import delegations_around
from regcheck.domain import (
    Case,
    CheckResult,
    Coverage,
    FileRow,
    Norm,
    Pair,
    Passage,
    Regulation,
    Relation,
)
from regcheck.editions import find_edition
from regcheck.edits import edit_identity
from regcheck.gazettes import find_misprints
from regcheck.glossaries import spell_draft, spell_known
from regcheck.graphs import open_atlas
from regcheck.intake import Batch, Job, Watch, add_files, parse_file, read_files
from regcheck.law import export_graph as write_graph
from regcheck.outcomes import file_digest, problem_row, row_of
from regcheck.parse.norms.norms import read_norm
from regcheck.pending import pending_acts
from regcheck.read import find_documents
from regcheck.searching import search_text
from regcheck.settings import Settings
from regcheck.shelf import (
    Shelf,
    list_heads,
    list_superseded,
    load_shelf,
    read_current,
    shelve,
    with_drafts,
)
from regcheck.standings import open_corpus
from regcheck.store import Corpus, find_links
from regcheck.values import read_values
from regcheck.whatif import look_ahead

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "Batch",
    "add_files",
    "check_file",
    "check_regulations",
    "compare_two",
    "corpus_graph",
    "edit_identity",
    "export_graph",
    "find_documents",
    "list_heads",
    "list_superseded",
    "load_shelf",
    "open_corpus",
    "parse_file",
    "read_current",
    "read_values",
    "scan_folder",
    "scan_stamp",
    "search_text",
]

#: Counts of the shelf and of the draft's own changes that tell of what was compared.
COMPARED = ("consolidated", "bases_amended", "bygones")


class LazyNorms(Mapping[str, Norm]):
    """The norm frames of passages, each read when a check first asks for it."""

    def __init__(self, passages: Mapping[str, Passage]) -> None:
        self.passages = passages
        self.read: dict[str, Norm] = {}

    def __getitem__(self, key: str) -> Norm:
        """Return the frame of the passage ``key``."""
        if key not in self.read:
            passage = self.passages[key]
            self.read[key] = read_norm(passage.text, passage.lead)
        return self.read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.passages)

    def __len__(self) -> int:
        return len(self.passages)


def check_file(
    path: Path, corpus: Corpus, settings: Settings, override_id: str = ""
) -> CheckResult:
    """Check one draft against the corpus.

    A file that holds several acts is checked for the first; the others are counted in the
    coverage.

    Raises:
        UnreadableFileError: The draft cannot be read.
        CorpusError: The corpus cannot be used.
    """
    regulations = parse_file(path, override_id, settings)
    return check_regulations(regulations, load_shelf(corpus, settings), settings)


def check_regulations(
    regulations: Sequence[Regulation], shelf: Shelf, settings: Settings
) -> CheckResult:
    """Check the first of a file's regulations against a shelf."""
    relations = relate_all(regulations[0], shelf)
    ahead = look_ahead(regulations[0], shelf, relations)
    draft = ahead.draft
    spelled = spell_draft(ahead.passages, shelf.abbreviations)
    passages = {passage.key: passage for passage in spelled}
    pairs, apart = find_pairs(list(passages.values()), shelf, settings, relations)
    own = len(passages)
    others = {pair.right: shelf.passages[pair.right] for pair in pairs}
    passages |= {one.key: one for one in spell_known(others.values(), shelf.abbreviations)}
    passages.update((passage.key, passage) for passage in ahead.beside)
    case = Case(
        draft=draft,
        passages=passages,
        pairs=pairs,
        norms=LazyNorms(passages),
        heads=shelf.heads,
        relations=relations,
        superseded=shelf.superseded,
        links=(*shelf.links, *find_links(draft)),
        lang=settings.lang,
        delegations=delegations_around(draft, passages, shelf, settings.as_of),
        pending=pending_acts(draft, shelf, settings.as_of),
        library=shelf.passages,
        beside=tuple(passage.key for passage in ahead.beside),
        misprints=find_misprints(draft, shelf),
        annulled=shelf.annulled,
        ended=shelf.ended,
        bygones=shelf.bygones,
        replaced=shelf.former.replaced,
        survivors=shelf.former.survivors,
    )
    verdict = check_case(case, settings)
    compared = {
        "regulations": sum(relation.comparable for relation in relations.values()),
        "corpus_passages": len(shelf.passages),
        "draft_passages": own,
        "pairs": len(pairs),
        **pick({**shelf.counts, **ahead.counts}, COMPARED),
    }
    skipped = {
        "pairs_of_other_regions": apart,
        "regulations_of_other_regions": len(relations) - compared["regulations"],
        "further_acts_in_file": len(regulations) - 1,
        **{**shelf.counts, **ahead.counts, **dict.fromkeys(COMPARED, 0)},
        **Counter(f"note:{note.code}" for note in draft.source_text.notes),
        **Counter(f"anomaly:{anomaly.code}" for anomaly in draft.anomalies),
    }
    return CheckResult(
        draft=draft,
        findings=verdict.findings,
        suppressed=verdict.suppressed,
        shares=verdict.shares,
        coverage=Coverage(compared, {name: count for name, count in skipped.items() if count}),
        corpus={
            "path": shelf.name,
            "digest": shelf.digest,
            "regulations": len(shelf.heads) - shelf.drafts,
            "counterparts": counterparts_of(verdict, shelf),
        },
        settings=asdict(settings),
    )


def pick(counts: Mapping[str, int], names: Sequence[str]) -> dict[str, int]:
    """Return those of some counts that are not 0."""
    return {name: counts[name] for name in names if counts.get(name)}


def counterparts_of(verdict: Verdict, shelf: Shelf) -> dict[str, dict[str, Any]]:
    """Return title, status and quality of every regulation that a finding or a share names."""
    ids = {one.right.key.partition("#")[0] for one in verdict.findings if one.right}
    ids |= {share.regulation for share in verdict.shares}
    heads = {id_: shelf.heads[id_] for id_ in sorted(ids) if id_ in shelf.heads}
    return {
        id_: {
            "tentang": head.identity.tentang,
            "status": head.standing.status.value,
            "draft": head.identity.draft,
            "quality": {"text": round(head.quality, 4), "structure": round(head.structure, 4)},
        }
        for id_, head in heads.items()
    }


def relate_all(draft: Regulation, shelf: Shelf) -> dict[str, Relation]:
    """Say how the draft stands to every regulation on the shelf.

    A regulation with the very file of the draft is the draft's own copy, whatever its id.
    """
    related = shelf.register.relate(draft.id, draft.identity, find_links(draft))
    sha256 = draft.source_text.source.sha256
    for id_, head in shelf.heads.items():
        if head.sha256 == sha256:
            related[id_] = replace(related[id_], kinds=related[id_].kinds | {"sama"})
    return related


def find_pairs(
    passages: Sequence[Passage],
    shelf: Shelf,
    settings: Settings,
    relations: Mapping[str, Relation],
) -> tuple[tuple[Pair, ...], int]:
    """Return the candidate pairs within reach, and the number left out for their region."""
    found = shelf.index.find_pairs(passages, settings.candidate_score)
    near = tuple(
        pair for pair in found if relations[shelf.passages[pair.right].regulation].comparable
    )
    return near, len(found) - len(near)


def scan_stamp(paths: Sequence[Path], corpus: Corpus, settings: Settings) -> str:
    """Return a digest of everything a scan's reports depend on.

    It covers this version, the settings, the corpus, and the content of all drafts, since they
    are compared with each other.
    """
    parts = [__version__, repr(settings), corpus.digest(), *sorted(map(file_digest, paths))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def scan_folder(
    paths: Sequence[Path],
    corpus: Corpus,
    settings: Settings,
    done: Container[str] = frozenset(),
    watch: Watch | None = None,
) -> Iterator[tuple[FileRow, CheckResult | None]]:
    """Check every draft against the corpus and against the other drafts.

    Args:
        paths: The drafts.
        corpus: An open corpus.
        settings: The thresholds and the language.
        done: SHA-256 of the drafts whose reports are up to date.
        watch: Told which drafts are being read.

    Yields:
        One row per file, in order, with its result; ``None`` for a file that could not be read
        (outcome ``scan`` or ``failed``) or is in ``done`` (outcome ``unchanged``).
    """
    batch = Batch(settings, watch=watch)
    readings = list(read_files([Job(path, settings) for path in paths], batch))
    shelf = load_shelf(corpus, settings)
    drafts = [reading.regulations[0] for reading in readings if reading.regulations]
    shelf = with_drafts(shelf, drafts)
    for reading in readings:
        if not reading.regulations:
            yield problem_row(reading), None
            continue
        row = row_of(reading, "checked")
        if row.sha256 in done:
            yield replace(row, outcome="unchanged"), None
        else:
            yield row, check_regulations(reading.regulations, shelf, settings)


def compare_two(left: str, right: str, settings: Settings, *, printed: bool = False) -> CheckResult:
    """Compare two regulations, each a file or an id in the corpus; the first is the draft.

    A regulation of the corpus is compared as it stands on the date of the settings, or with
    ``printed`` as it is printed; ``corpus["compared"]`` of the result says which text was used.

    Raises:
        RegcheckError: A name is neither a file nor an id in the corpus.
        UnreadableFileError: A file cannot be read.
        CorpusError: An id was given and the corpus cannot be used.
    """
    draft = find_edition(left, settings, printed=printed)
    other = find_edition(right, settings, printed=printed)
    counts = {
        "provisions_gone": draft.gone + other.gone,
        "operations_unapplied": draft.unapplied + other.unapplied,
    }
    shelf = replace(shelve(other.regulations, right), counts=counts)
    result = check_regulations(draft.regulations, shelf, settings)
    compared = {"left": draft.describe(settings.as_of), "right": other.describe(settings.as_of)}
    return replace(result, corpus={**result.corpus, "compared": compared})


def corpus_graph(corpus: Corpus) -> nx.MultiDiGraph:
    """Return the citation graph: regulations as nodes, citations with their roles as edges."""
    return open_atlas(corpus).graph(units=False)


def export_graph(corpus: Corpus, fmt: str) -> str:
    """Return the citation graph of provisions in one of the formats of ``graph_files.FORMATS``."""
    return write_graph(open_atlas(corpus).graph(), fmt)
