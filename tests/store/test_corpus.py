"""What is put into a corpus comes out of it, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from regcheck.domain import FileRow, Kind, Link, Passage, Role, Span, Status
from regcheck.errors import RegcheckError
from regcheck.store import Corpus, Supplied

PERDA, PERGUB = "perda/nusa-kencana/2020/5", "pergub/nusa-kencana/2021/7"
OLD = "perda/nusa-kencana/2012/3"
Maker = Callable[..., Any]


def test_a_regulation_comes_back_complete(corpus: Corpus, path: Path, make: Maker) -> None:
    """Text, lines, boxes, tables, notes and everything parsed survive closing the file."""
    row, regulations, passages = make()

    corpus.add(row, regulations, passages)
    corpus.close()

    with Corpus.open(path) as again:
        found = again.regulation(PERDA)
        assert found == regulations[0]
        assert found.text == regulations[0].text
        assert again.passages() == tuple(passages)
        assert again.files() == (row,)


def test_the_lists_of_a_corpus(corpus: Corpus, make: Maker) -> None:
    """Heads, identities, keys and amendments are those of the regulations."""
    row, (regulation,), passages = make()

    corpus.add(row, [regulation], passages)

    (head,) = corpus.heads()
    assert (head.id, head.identity, head.path) == (PERDA, regulation.identity, row.path)
    assert (head.sha256, head.pages, head.passages) == ("ab12", 3, 2)
    assert (head.quality, head.structure) == (0.75, 0.5)
    assert head.standing.status is Status.BERLAKU
    assert corpus.identities() == {PERDA: regulation.identity}
    assert corpus.unit_keys(PERDA) == {f"{PERDA}#pasal-1", f"{PERDA}#pasal-2"}
    assert corpus.amendments() == ((PERDA, regulation.amendments[0]),)


def test_links_are_citations_of_others_each_once(corpus: Corpus, make: Maker) -> None:
    """Internal and undecidable citations are no links, and a repeated one is one link."""
    corpus.add(*make())

    assert corpus.links() == (Link(PERDA, OLD, Role.MENCABUT, f"{PERDA}#pasal-2"),)


def test_a_file_may_hold_several_regulations(corpus: Corpus, make: Maker) -> None:
    """Two acts of one file share its text and keep their own passages."""
    row, regulations, passages = make(PERDA, PERGUB)

    corpus.add(row, regulations, passages)

    assert corpus.regulation(PERGUB) == regulations[1]
    assert corpus.passages([PERGUB]) == tuple(passages[2:])
    assert corpus.stats()["pages"] == 3


def test_passages_by_id_and_by_key_in_the_order_added(corpus: Corpus, make: Maker) -> None:
    """Ids, keys and a mixture of both select; unknown names give nothing."""
    corpus.add(*make(PERGUB, path="/arsip/a.pdf", sha256="a"))
    corpus.add(*make(PERDA, path="/arsip/b.pdf", sha256="b"))

    keys = [one.key for one in corpus.passages([f"{PERDA}#pasal-2", PERGUB, "uu/2008/18"])]

    assert keys == [f"{PERGUB}#pasal-1", f"{PERGUB}#pasal-2", f"{PERDA}#pasal-2"]
    assert corpus.passages([]) == ()


def test_a_changed_file_replaces_what_it_gave_before(corpus: Corpus, make: Maker) -> None:
    """The second reading of a path leaves nothing of the first, not even under another id."""
    corpus.add(*make(PERDA, PERGUB))
    row, regulations, passages = make(PERDA, sha256="cd34", text="memilah sampah")

    corpus.add(replace(row, outcome="replaced"), regulations, passages)

    assert [head.id for head in corpus.heads()] == [PERDA]
    assert corpus.passages() == tuple(passages)
    assert corpus.file_by_sha("ab12") is None
    assert corpus.verify()[0].code == "file-missing"


def test_another_file_cannot_take_an_id(corpus: Corpus, make: Maker) -> None:
    """An id belongs to the file that brought it; the corpus offers the next free one."""
    corpus.add(*make())
    other = make(path="/arsip/lain.pdf", sha256="cd34")

    with pytest.raises(RegcheckError, match="already in the corpus"):
        corpus.add(*other)
    corpus.add(*make(corpus.free_id(PERDA), path="/arsip/lain.pdf", sha256="cd34"))

    assert corpus.has(f"{PERDA}~2")
    assert corpus.free_id(PERDA) == f"{PERDA}~3"
    assert corpus.free_id(PERGUB) == PERGUB


def test_every_file_offered_has_a_row(corpus: Corpus, make: Maker) -> None:
    """Scans, failures and duplicates are remembered, and the stored file answers for its hash."""
    scan = FileRow("/arsip/pindai.pdf", "5c", "scan", (), 9, "tanpa teks", "no text layer")
    corpus.record_file(FileRow("/arsip/kembar.pdf", "ab12", "duplicate", (PERDA,), 3))
    corpus.record_file(scan)
    row, regulations, passages = make()
    corpus.add(row, regulations, passages)

    assert [file.outcome for file in corpus.files()] == ["duplicate", "scan", "added"]
    assert corpus.file_by_sha("ab12") == row
    assert corpus.file_by_sha("5c") == scan
    assert corpus.file_by_sha("00") is None
    assert corpus.file_by_path(row.path) == row
    assert corpus.file_by_path("/arsip/lain.pdf") is None


def test_a_file_name_of_odd_bytes_is_kept_legible(corpus: Corpus, make: Maker) -> None:
    """A name that is no UTF-8 is spelt out, and is found again under its own name."""
    row, regulations, passages = make(path="/arsip/b\udce9.pdf")

    corpus.add(row, regulations, passages)
    corpus.add(row, regulations, passages)

    assert [file.path for file in corpus.files()] == ["/arsip/b\\udce9.pdf"]
    assert corpus.file_by_path(row.path) == corpus.files()[0]


def test_text_that_is_no_unicode_is_refused_whole(corpus: Corpus, make: Maker) -> None:
    """Half a surrogate pair in a text is an error about that file, and nothing is stored."""
    with pytest.raises(RegcheckError, match="not valid Unicode"):
        corpus.add(*make(text="\ud835"))

    assert corpus.files() == ()


def test_removing_forgets_the_file_too(corpus: Corpus, make: Maker) -> None:
    """After removal the same file can be added again; other acts of the file stay."""
    corpus.add(*make(PERDA, PERGUB))

    corpus.remove(PERGUB)
    assert [file.ids for file in corpus.files()] == [(PERDA,)]
    corpus.remove(PERDA)

    assert not any((corpus.files(), corpus.heads(), corpus.links(), corpus.amendments()))
    assert corpus.verify() == ()
    with pytest.raises(RegcheckError, match="not in the corpus"):
        corpus.remove(PERDA)
    with pytest.raises(RegcheckError, match="not in the corpus"):
        corpus.regulation(PERDA)


def test_the_digest_changes_with_passages_and_identities(corpus: Corpus, make: Maker) -> None:
    """Order and file outcomes do not matter; any change of a passage or an identity does."""
    empty = corpus.digest()
    corpus.add(*make(PERDA, path="/arsip/a.pdf", sha256="a"))
    one = corpus.digest()
    corpus.add(*make(PERGUB, path="/arsip/b.pdf", sha256="b"))
    both = corpus.digest()
    corpus.remove(PERDA)
    corpus.record_file(FileRow("/arsip/c.pdf", "c", "failed", (), 0))
    corpus.add(*make(PERDA, path="/arsip/a.pdf", sha256="a"))
    assert corpus.digest() == both

    row, regulations, passages = make(PERDA, path="/arsip/a.pdf", sha256="a")
    changed = [replace(passages[0], norm_type="larangan"), *passages[1:]]
    corpus.add(row, regulations, changed)

    other = corpus.digest()
    renamed = replace(regulations[0].identity, tentang="Kebersihan")
    corpus.add(row, [replace(regulations[0], identity=renamed)], changed)

    assert len({empty, one, both, other, corpus.digest()}) == 5


def test_what_people_said_goes_with_the_file(corpus: Corpus, make: Maker) -> None:
    """It is found by place and by content, and forgotten with the regulation."""
    said = (Supplied(0, "meta", {"nomor": "5"}), Supplied(0, "edit", {"tahun": ""}, {"tahun": "1"}))
    row, regulations, passages = make(PERDA, path="/arsip/a.pdf", sha256="a")
    corpus.add(row, regulations, passages, said)
    corpus.add(*make(PERGUB, path="/arsip/b.pdf", sha256="b"))

    assert corpus.supplied("/arsip/a.pdf", "lain") == said
    assert corpus.supplied("/arsip/lain.pdf", "a") == said
    assert corpus.supplied("/arsip/b.pdf", "b") == ()
    corpus.remove(PERDA)
    assert corpus.supplied("/arsip/a.pdf", "a") == ()


def test_the_file_of_a_regulation(corpus: Corpus, make: Maker) -> None:
    """Its path and all that came from it, in the order of the file."""
    corpus.add(*make(PERGUB, PERDA, path="/arsip/a.pdf"))

    assert corpus.path_of(PERDA) == "/arsip/a.pdf"
    assert corpus.ids_of_file(PERDA) == (PERGUB, PERDA)
    with pytest.raises(RegcheckError, match="not in the corpus"):
        corpus.path_of("perda/bali/1900/1")


def test_counts(corpus: Corpus, make: Maker) -> None:
    """Totals, groups and outcomes are counted, an empty corpus included."""
    assert corpus.stats()["regulations"] == 0
    corpus.add(*make())
    corpus.record_file(FileRow("/arsip/x.pdf", "x", "scan", (), 4))

    stats = corpus.stats()

    assert {name: stats[name] for name in ("regulations", "units", "passages", "citations")} == {
        "regulations": 1,
        "units": 2,
        "passages": 2,
        "citations": 4,
    }
    assert (stats["jenis/perda"], stats["tahun/2020"], stats["wilayah/nusa-kencana"]) == (1, 1, 1)
    assert (stats["files"], stats["files/added"], stats["files/scan"]) == (2, 1, 1)
    assert (stats["anomalies"], stats["quality"], stats["structure"]) == (2, 0.75, 0.5)


def test_passages_must_belong_and_be_unique(corpus: Corpus, make: Maker) -> None:
    """A passage of another act, or a key used twice, is a mistake of the caller."""
    row, regulations, passages = make()

    with pytest.raises(ValueError, match="not being added"):
        corpus.add(row, regulations, [Passage("uu/2008/18#pasal-1", Kind.PASAL, "x", 1)])
    with pytest.raises(ValueError, match="two passages"):
        corpus.add(row, regulations, [*passages, passages[0]])
    assert corpus.files() == ()


def test_a_large_regulation_comes_back_in_order(corpus: Corpus, make: Maker) -> None:
    """Twenty thousand passages are all there, in the order they were stored."""
    row, regulations, _ = make()
    sentence = "Setiap orang wajib memilah sampah menurut jenisnya sejak dari sumbernya. " * 5
    many = [Passage(f"{PERDA}#pasal-{n}", Kind.PASAL, sentence, 1) for n in range(20_000)]
    corpus.add(row, regulations, many)

    assert list(corpus.passages()) == many


def test_edges_have_their_places(corpus: Corpus, make: Maker) -> None:
    """Each citation once, of own parts too, with page and span; undecidable ones are left out."""
    corpus.add(*make())
    edges = corpus.edges()

    assert [(edge.target, edge.own, edge.page) for edge in edges] == [
        ("perda/nusa-kencana/2012/3", False, 1),
        (f"{PERDA}#pasal-1", True, 1),
    ]
    assert {edge.holder for edge in edges} == {f"{PERDA}#pasal-2"}
    assert edges[0].span == Span(0, 7)
    assert [link.target for link in corpus.links()] == ["perda/nusa-kencana/2012/3"]
