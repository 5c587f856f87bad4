"""Every way in which a corpus file can be unusable has its own sentence and leaves no trace."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from regcheck.domain import FileReading
from regcheck.errors import CorpusError
from regcheck.store import Corpus, schema

Maker = Callable[..., Any]
PERDA = "perda/nusa-kencana/2020/5"

#: A writer that announces that it holds the lock, and lets go when its input ends.
WRITER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO meta VALUES ('penulis', 'lain')")
print("ready", flush=True)
sys.stdin.read()
"""

#: A process that is killed in the middle of adding a regulation.
VICTIM = """
import os, sys
from pathlib import Path
from regcheck.domain import FileRow, Identity, Line, Passage, Kind, Regulation, Source, SourceText
from regcheck.store import Corpus
text = SourceText((Line("Pasal 1", 1),), Source("/arsip/b.pdf", "b", 1, "plain"))
regulation = Regulation("perda/nusa-kencana/2021/9", Identity(), text, ())
def passages():
    for n in range(5000):
        yield Passage(f"perda/nusa-kencana/2021/9#pasal-{n}", Kind.PASAL, "isi " * 300, 1)
corpus = Corpus.open(Path(sys.argv[1]))
corpus.connection.set_progress_handler(None, 0)
inserted = 0
def watch(statement):
    global inserted
    inserted += statement.startswith("INSERT INTO passage")
    if inserted > 4000:
        os._exit(9)
corpus.connection.set_trace_callback(watch)
row = FileRow("/arsip/b.pdf", "b", "added", (regulation.id,), 1)
corpus.add(row, [regulation], list(passages()))
"""


def fingerprint(path: Path) -> str:
    """Return the hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def assert_explained(error: CorpusError, word_id: str, word_en: str) -> None:
    """Both languages name the trouble and the exit code is that of an unusable corpus."""
    assert word_id in error.say("id")
    assert word_en in error.say("en")
    assert error.exit_code == 4


def test_a_missing_corpus_is_not_made_by_looking_for_it(path: Path) -> None:
    """Opening without ``create`` makes neither the file nor its folder."""
    with pytest.raises(CorpusError) as caught:
        Corpus.open(path)

    assert_explained(caught.value, "tidak ada", "no such corpus")
    assert not path.parent.exists()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"x" * 4096])
@pytest.mark.parametrize("create", [False, True])
def test_a_foreign_file_is_left_alone(tmp_path: Path, content: bytes, create: bool) -> None:
    """A file that is no database is refused and stays byte for byte what it was."""
    path = tmp_path / "laporan.pdf"
    path.write_bytes(content)

    with pytest.raises(CorpusError) as caught:
        Corpus.open(path, create=create)

    assert_explained(caught.value, "bukan korpus", "not a regcheck corpus")
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == ["laporan.pdf"]


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """A SQLite file without our mark is refused and not touched."""
    path = tmp_path / "lain.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE catatan (isi TEXT)")
    before = fingerprint(path)

    with pytest.raises(CorpusError, match="not a regcheck corpus"):
        Corpus.open(path, create=True)

    assert fingerprint(path) == before


def test_a_folder_is_no_corpus(tmp_path: Path) -> None:
    """A folder is refused like any other thing that is no corpus."""
    with pytest.raises(CorpusError, match="not a regcheck corpus"):
        Corpus.open(tmp_path)


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    """Creating a corpus below a file names the path."""
    (tmp_path / "berkas").write_text("x", encoding="utf-8")

    with pytest.raises(CorpusError, match="cannot be opened or written"):
        Corpus.open(tmp_path / "berkas" / "korpus.sqlite", create=True)


def test_creating_twice_keeps_the_content(corpus: Corpus, path: Path, make: Maker) -> None:
    """``create`` opens a corpus that is already there."""
    corpus.add(*make())

    with Corpus.open(path, create=True) as again:
        assert again.has(PERDA)
    assert {one.name for one in path.parent.iterdir()} <= {
        "korpus.sqlite",
        "korpus.sqlite-wal",
        "korpus.sqlite-shm",
    }


def test_a_newer_schema_is_refused(corpus: Corpus, path: Path) -> None:
    """A corpus from a later release asks for an update, and stays as it is."""
    corpus.connection.execute("PRAGMA user_version = 99")
    corpus.close()
    before = fingerprint(path)

    with pytest.raises(CorpusError) as caught:
        Corpus.open(path)

    assert_explained(caught.value, "Mutakhirkan regcheck", "Update regcheck")
    assert fingerprint(path) == before


def test_an_old_schema_is_brought_up_to_date(
    corpus: Corpus, path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing migrations are applied on opening, and what was stored is still there."""
    corpus.add(*make())
    corpus.close()
    step = ("CREATE TABLE note (text TEXT)", "INSERT INTO note VALUES ('baru')")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))

    with Corpus.open(path) as again:
        assert again.version["schema"] == str(len(schema.MIGRATIONS))
        assert again.has(PERDA)
    with Corpus.open(path) as again:
        assert again.connection.execute("SELECT text FROM note").fetchall() == [("baru",)]


#: Takes a corpus back to the first schema, with everything in it.
BACK = (
    "DROP TABLE named",
    "DROP TABLE clause",
    "DROP TABLE catalogue",
    "DROP TABLE supplied",
    "ALTER TABLE link DROP COLUMN own",
    "ALTER TABLE link DROP COLUMN page",
    "ALTER TABLE link DROP COLUMN start",
    "ALTER TABLE link DROP COLUMN stop",
    "ALTER TABLE file DROP COLUMN reading",
    "ALTER TABLE passage DROP COLUMN confidence",
    "ALTER TABLE regulation DROP COLUMN lembaran",
    "ALTER TABLE regulation DROP COLUMN tambahan",
    "PRAGMA user_version = 1",
)


def test_a_corpus_of_the_first_release_is_sound(corpus: Corpus, path: Path, make: Maker) -> None:
    """Its passages keep their hashes, and what was not recorded then has its plain value."""
    corpus.add(*make())
    passages, digest = corpus.passages(), corpus.digest()
    files = tuple(replace(one, reading=FileReading()) for one in corpus.files())
    for statement in BACK:
        corpus.connection.execute(statement)
    corpus.close()

    with Corpus.open(path) as again:
        assert (again.passages(), again.digest(), again.files()) == (passages, digest, files)
        assert [one.code for one in again.verify()] == ["file-missing", "file-older"]
        assert again.supplied("/arsip/sampah.pdf", "ab12") == ()


def test_a_failed_migration_leaves_the_old_schema(
    corpus: Corpus, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration is applied whole or not at all."""
    corpus.close()
    known = schema.MIGRATIONS
    broken = ("CREATE TABLE note (text TEXT)", "INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr(schema, "MIGRATIONS", (*known, broken))
    with pytest.raises(sqlite3.OperationalError):
        Corpus.open(path)
    monkeypatch.setattr(schema, "MIGRATIONS", known)

    with Corpus.open(path) as again:
        assert again.version["schema"] == str(len(known))
        assert again.verify() == ()


@pytest.mark.parametrize("keep", [100, 5000, -4096])
def test_a_truncated_corpus_is_called_damaged(
    corpus: Corpus, path: Path, make: Maker, keep: int
) -> None:
    """A file cut short is recognised as ours and reported, never used in part."""
    corpus.add(*make())
    corpus.close()
    path.write_bytes(path.read_bytes()[:keep])

    with pytest.raises(CorpusError) as caught:
        Corpus.open(path)

    assert_explained(caught.value, "rusak", "damaged")


def test_garbage_inside_is_called_damaged(corpus: Corpus, path: Path, make: Maker) -> None:
    """Overwritten pages are reported when they are read."""
    corpus.add(*make())
    corpus.close()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))

    with pytest.raises(CorpusError, match="damaged"), Corpus.open(path) as again:
        again.passages()


def test_a_lost_table_is_called_damaged(corpus: Corpus, path: Path) -> None:
    """A corpus without one of its tables is named as such on opening."""
    corpus.connection.execute("DROP TABLE link")
    corpus.close()

    with pytest.raises(CorpusError, match="link"):
        Corpus.open(path)


def test_a_locked_corpus_can_be_read_and_says_who_waits(
    corpus: Corpus, path: Path, make: Maker
) -> None:
    """While another process writes, reading goes on and writing fails after the time given."""
    corpus.add(*make())
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        with Corpus.open(path, timeout_s=0.1) as other:
            assert other.has(PERDA)
            with pytest.raises(CorpusError) as caught:
                other.remove(PERDA)
        writer.communicate()

    assert_explained(caught.value, "sedang dipakai", "in use by another process")
    corpus.remove(PERDA)


def test_an_exclusively_locked_corpus_cannot_be_opened(corpus: Corpus, path: Path) -> None:
    """A process that keeps everyone out is reported at once as a lock."""
    corpus.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as owner:
        owner.execute("PRAGMA locking_mode = EXCLUSIVE")
        owner.execute("BEGIN IMMEDIATE")
        owner.execute("INSERT INTO meta VALUES ('penulis', 'lain')")

        with pytest.raises(CorpusError, match="in use"):
            Corpus.open(path, timeout_s=0.1)


def test_a_crash_in_the_middle_leaves_nothing_behind(
    corpus: Corpus, path: Path, make: Maker
) -> None:
    """A process killed while adding loses its whole regulation and damages no other."""
    corpus.add(*make())
    before = corpus.digest()
    corpus.close()

    done = subprocess.run([sys.executable, "-c", VICTIM, str(path)], check=False)

    assert done.returncode == 9
    with Corpus.open(path) as again:
        assert [head.id for head in again.heads()] == [PERDA]
        assert again.digest() == before
        assert len(again.files()) == 1
        assert [one.code for one in again.verify()] == ["file-missing"]


def test_an_error_in_the_middle_leaves_nothing_behind(corpus: Corpus, make: Maker) -> None:
    """A failure of the caller's data rolls the whole file back, the replacement included."""
    row, regulations, passages = make()
    corpus.add(row, regulations, passages)
    twice = make(PERDA, PERDA, sha256="cd34")

    with pytest.raises((ValueError, sqlite3.IntegrityError)):
        corpus.add(twice[0], twice[1], passages)

    assert corpus.files() == (row,)
    assert corpus.passages() == tuple(passages)


def test_a_read_only_share_can_be_read(
    corpus: Corpus, path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without write permission nothing is created beside the file, and writing is explained."""
    corpus.add(*make())
    corpus.close()
    monkeypatch.setattr(schema, "is_writable", lambda _: False)  # the tests may run as root

    with Corpus.open(path) as share:
        assert share.passages([PERDA])
        assert [one.name for one in path.parent.iterdir()] == ["korpus.sqlite"]
        with pytest.raises(CorpusError) as caught:
            share.remove(PERDA)

    assert_explained(caught.value, "tidak dapat ditulisi", "cannot be written")


def test_an_old_schema_on_a_read_only_share_is_explained(
    corpus: Corpus, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A corpus that must be migrated first says so instead of failing on the way."""
    corpus.close()
    monkeypatch.setattr(schema, "is_writable", lambda _: False)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, ("SELECT 1",)))

    with pytest.raises(CorpusError) as caught:
        Corpus.open(path)

    assert_explained(caught.value, "perlu dimutakhirkan", "must be brought up")


def test_the_index_lies_beside_the_file(corpus: Corpus, path: Path) -> None:
    """The folder of the vector index is named after the corpus."""
    assert corpus.index_folder == path.parent / "korpus.sqlite.index"


def test_closing_twice_does_no_harm(corpus: Corpus) -> None:
    """A corpus can be closed again."""
    corpus.close()
    corpus.close()
