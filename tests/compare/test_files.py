"""The index on disk: the old one or the new one, never a half; damage is noticed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from regcheck.compare import VectorIndex, files, index
from regcheck.domain import Passage

#: A manifest whose entries are not what they should be.
BROKEN = '{"format": 2, "digest": "abc", "parts": {"state": {"folder": "x", "files": {"y": []}}}}'


def parts(folder: Path) -> list[Path]:
    """List the folders of arrays."""
    return sorted(folder.glob("index-*"))


def test_a_saved_index_answers_like_the_one_that_was_built(
    tmp_path: Path, corpus: list[Passage], draft: list[Passage]
) -> None:
    """Saving and loading changes nothing."""
    index = VectorIndex.build(corpus)
    index.save(tmp_path / "new" / "folder", "abc")
    loaded = VectorIndex.load(tmp_path / "new" / "folder", "abc")

    assert loaded is not None
    assert loaded.find_pairs(draft, 0.1) == index.find_pairs(draft, 0.1)
    assert loaded.all_pairs(0.1) == index.all_pairs(0.1)
    assert loaded.nearest("kios", 3) == index.nearest("kios", 3)
    assert list(loaded.extend(draft).keys) == list(index.extend(draft).keys)


def test_an_empty_index_is_saved_too(tmp_path: Path) -> None:
    """A corpus without passages has an index."""
    VectorIndex.build([]).save(tmp_path, "abc")
    loaded = VectorIndex.load(tmp_path, "abc")

    assert loaded is not None
    assert len(loaded.keys) == 0
    assert loaded.nearest("kios", 3) == ()


def test_a_missing_or_stale_index_is_none(tmp_path: Path, corpus: list[Passage]) -> None:
    """Nothing saved, or saved for another corpus, is to be rebuilt."""
    assert VectorIndex.load(tmp_path, "abc") is None

    VectorIndex.build(corpus).save(tmp_path, "abc")
    assert VectorIndex.load(tmp_path, "abd") is None


def test_an_index_of_another_format_is_none(
    tmp_path: Path, corpus: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later version does not read what an earlier one meant otherwise."""
    VectorIndex.build(corpus).save(tmp_path, "abc")
    monkeypatch.setattr(files, "FORMAT", files.FORMAT + 1)

    assert VectorIndex.load(tmp_path, "abc") is None


def test_any_damaged_file_is_noticed(tmp_path: Path, corpus: list[Passage]) -> None:
    """One changed, shortened or missing byte in any file makes the index none."""
    VectorIndex.build(corpus).save(tmp_path, "abc")
    everything = [path for part in parts(tmp_path) for path in part.iterdir()]
    assert len(everything) > 20
    for path in everything:
        whole = path.read_bytes()
        for damaged in (whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1])):
            path.write_bytes(damaged)
            assert VectorIndex.load(tmp_path, "abc") is None, path.name
        path.unlink()
        assert VectorIndex.load(tmp_path, "abc") is None, path.name
        path.write_bytes(whole)
    assert VectorIndex.load(tmp_path, "abc") is not None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"format": 2, "digest": "abc"}', BROKEN, BROKEN.replace("[", "{")],
)
def test_a_damaged_manifest_is_none(tmp_path: Path, corpus: list[Passage], text: str) -> None:
    """A manifest that cannot be understood is like none, and is replaced."""
    index = VectorIndex.build(corpus)
    index.save(tmp_path, "abc")
    (tmp_path / files.MANIFEST).write_text(text, encoding="utf-8")
    assert VectorIndex.load(tmp_path, "abc") is None

    index.save(tmp_path, "abc")
    assert VectorIndex.load(tmp_path, "abc") is not None


def test_a_process_killed_before_the_end_leaves_the_old_index(
    tmp_path: Path, corpus: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the manifest is replaced, the old index is the index."""
    VectorIndex.build(corpus[:3]).save(tmp_path, "old")

    def die(path: Path) -> int:
        raise KeyboardInterrupt(path)

    with monkeypatch.context() as patch:
        patch.setattr(files, "_checksum", die)
        with pytest.raises(KeyboardInterrupt):
            VectorIndex.build(corpus).save(tmp_path, "new")
    old = VectorIndex.load(tmp_path, "old")

    assert old is not None
    assert len(old.keys) == 3
    assert VectorIndex.load(tmp_path, "new") is None


def test_old_and_abandoned_folders_are_removed(tmp_path: Path, corpus: list[Passage]) -> None:
    """Saving clears what its manifest replaced and what a killed process left long ago."""
    VectorIndex.build(corpus).save(tmp_path, "one")
    fresh, abandoned = tmp_path / "index-fresh", tmp_path / "index-abandoned"
    fresh.mkdir()
    abandoned.mkdir()
    os.utime(abandoned, (0, 0))
    VectorIndex.build(corpus).save(tmp_path, "two")
    manifest = json.loads((tmp_path / files.MANIFEST).read_text(encoding="utf-8"))
    current = {entry["folder"] for entry in manifest["parts"].values()}

    assert {path.name for path in parts(tmp_path)} == {fresh.name, *current}


def test_the_room_opens_without_the_heavy_libraries() -> None:
    """Importing the room and searching a small index load no heavy library."""
    code = """
import sys
from regcheck.compare import VectorIndex
from regcheck.domain import Kind, Passage
index = VectorIndex.build([Passage("perda/x/2020/1#pasal-1", Kind.PASAL, "izin kios", 1)])
assert index.nearest("kios", 1)
assert not {'sklearn', 'scipy', 'spacy', 'numba'} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_saving_an_extended_index_leaves_the_old_segment(
    tmp_path: Path, corpus: list[Passage], draft: list[Passage]
) -> None:
    """Only what was added is written; what was removed is noted beside it."""
    VectorIndex.build(corpus).save(tmp_path, "one")
    first = VectorIndex.load(tmp_path)
    assert first is not None
    before = {path.name for path in parts(tmp_path)}
    second = first.without([corpus[0].regulation]).extend(draft)
    second.save(tmp_path, "two")
    loaded = VectorIndex.load(tmp_path, "two")
    after = {path.name for path in parts(tmp_path)}

    assert loaded is not None
    assert len(loaded.segments) == 2
    assert len(before & after) == 2  # the weights and the segment
    assert len(after - before) == 2  # the new segment and the state
    assert loaded.all_pairs(0.1) == second.all_pairs(0.1)
    assert loaded.regulations == second.regulations
    assert not [key for key, _ in loaded.nearest("kios pasar", 9) if corpus[0].regulation in key]


def test_an_untouched_file_is_not_read_for_its_checksum(
    tmp_path: Path, corpus: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loading costs no more for a large index; a copied folder is checked in full."""
    VectorIndex.build(corpus).save(tmp_path, "abc")
    looked: list[Path] = []
    real = files._checksum

    def watched(path: Path) -> int:
        looked.append(path)
        return real(path)

    monkeypatch.setattr(files, "_checksum", watched)
    assert VectorIndex.load(tmp_path, "abc") is not None
    assert looked == []

    touched = next(parts(tmp_path)[0].iterdir())
    os.utime(touched, (1, 1))
    assert VectorIndex.load(tmp_path, "abc") is not None
    assert looked == [touched]


def test_a_reader_keeps_the_index_that_it_opened(
    tmp_path: Path, corpus: list[Passage], draft: list[Passage]
) -> None:
    """While another process saves, joins segments and clears the old folders, nothing changes."""
    VectorIndex.build(corpus).save(tmp_path, "one")
    reader = VectorIndex.load(tmp_path, "one")
    assert reader is not None
    VectorIndex.build(draft).save(tmp_path, "two")

    assert reader.find_pairs(draft, 0.1) == VectorIndex.build(corpus).find_pairs(draft, 0.1)
    assert VectorIndex.load(tmp_path, "one") is None


def test_what_is_replaced_while_it_is_opened_is_opened_again(
    tmp_path: Path, corpus: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save between the manifest and the files gives the new index, not none."""
    VectorIndex.build(corpus[:3]).save(tmp_path, "one")
    real, saves = files._map, [VectorIndex.build(corpus)]

    def replaced(part: Path, names: Mapping[str, list[int]]) -> files.Arrays:
        while saves:
            saves.pop().save(tmp_path, "two")
        return real(part, names)

    monkeypatch.setattr(files, "_map", replaced)
    loaded = VectorIndex.load(tmp_path)

    assert loaded is not None
    assert len(loaded.keys) == len(corpus)
    assert VectorIndex.load(tmp_path, "one") is None


def test_joining_segments_that_is_interrupted_leaves_them_apart(
    tmp_path: Path, corpus: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost or found twice, whether the joined segment was written or not."""
    monkeypatch.setattr(index, "MOST_SEGMENTS", 3)
    apart = VectorIndex.build(corpus[:3]).extend(corpus[3:4]).extend(corpus[4:5])
    apart.save(tmp_path, "apart")
    loaded = VectorIndex.load(tmp_path, "apart")
    assert loaded is not None
    joined = loaded.extend(corpus[5:])
    assert (len(loaded.segments), len(joined.segments)) == (3, 2)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("killed")))
        with pytest.raises(OSError, match="killed"):
            joined.save(tmp_path, "joined")
    again = VectorIndex.load(tmp_path, "apart")
    assert again is not None
    assert again.nearest("kios", 9) == loaded.nearest("kios", 9)

    again.extend(corpus[5:]).save(tmp_path, "joined")
    after = VectorIndex.load(tmp_path, "joined")
    assert after is not None
    assert after.nearest("kios parkir", 9) == joined.nearest("kios parkir", 9)
