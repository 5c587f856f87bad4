"""The word list knows the words of regulations, not their misreadings, and is cheap to load."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck import lexicon
from regcheck.lexicon import (
    Lexicon,
    check_of,
    from_bytes,
    hash_of,
    is_known,
    spelling_score,
    text_count,
    to_bytes,
)

LEXICON = Path(lexicon.__file__).parent / "data" / "lexicon.bin"
CLAUSES = """
Setiap orang yang menyelenggarakan usaha wisata air wajib memiliki izin dari Gubernur dan
melaporkan jumlah pengunjungnya setiap bulan kepada kepala dinas yang membidangi pariwisata.
Pemegang izin dilarang membuang limbah ke sungai, menebang pohon pelindung, atau mengubah
peruntukan lahan tanpa persetujuan tertulis. Pelanggaran dikenai sanksi administratif berupa
teguran, penghentian sementara kegiatan, denda, dan pencabutan izin.
"""
MISREADINGS = """
pcnyelenggaraan rnelaksanakan ketentrran perahrran sebagaimarra dimalsud pen5rusunan ralryat
penclidikan Pemcrintah lndonesia daiam meiaksanakan pcraturan tcrscbut bervvenang unhrk
"""
CLEAN = [word.strip(".,") for word in CLAUSES.split()]


@pytest.mark.parametrize("word", CLEAN)
def test_the_words_of_a_clause_are_known(word: str) -> None:
    """Plain legal prose has no unknown word, with or without capitals."""
    assert is_known(word)
    assert is_known(word.upper())


@pytest.mark.parametrize("word", MISREADINGS.split())
def test_misread_words_are_not_known(word: str) -> None:
    """What OCR made of a word is none."""
    assert not is_known(word)


@pytest.mark.parametrize("word", ["dikapalkannya", "berkapal", "sungaikah", "kapal-kapal"])
def test_forms_of_a_known_root_are_known(word: str) -> None:
    """Affixes and doubling make no unknown word of a known one."""
    assert is_known(word)


@pytest.mark.parametrize("word", ["", "a", "-", "12", "2019", "x1", "(a)", "kapal selam", "²"])
def test_what_is_no_word_is_not_known(word: str) -> None:
    """Labels, figures, marks and phrases are not words."""
    assert not is_known(word)
    assert text_count(word) == 0 or len(word) == 1


@given(st.text(max_size=30))
def test_any_string_can_be_asked(text: str) -> None:
    """Every string has an answer and a score of at most 0."""
    assert is_known(text) in (True, False)
    assert spelling_score(text) <= 0
    assert text_count(text) >= 0


def test_noise_is_hardly_ever_known() -> None:
    """Of random strings of letters nearly none is taken for a word."""
    chance = random.Random(1)
    noise = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(3000)]

    assert sum(map(is_known, noise)) < 10


def test_spelling_tells_words_from_noise() -> None:
    """Words of regulations are spelled better than what a shifted font makes of them."""
    words = [word.lower() for word in CLEAN if len(word) > 5]
    shifted = ["".join(chr((ord(c) - 97 + 3) % 26 + 97) for c in word) for word in words]

    assert min(map(spelling_score, words)) > max(map(spelling_score, shifted))


def test_the_file_is_small_and_in_order() -> None:
    """The shipped file is under 400 kB and is written again byte for byte."""
    data = LEXICON.read_bytes()

    assert len(data) < 400_000
    assert to_bytes(from_bytes(data)) == data


@pytest.mark.parametrize("data", [b"", b"RLX2", b"XXXX" + bytes(30), LEXICON.read_bytes()[:-1]])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    """A file cut short or of another kind is no lexicon."""
    with pytest.raises(ValueError, match="not a lexicon"):
        from_bytes(data)


def test_words_of_the_same_hash_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second check keeps a word from passing for another with its hash."""
    wrong = (check_of("daerah") + 1) % 251
    words = {hash_of("daerah"): (wrong, 40), hash_of("kota"): (check_of("kota"), 40)}
    monkeypatch.setattr(lexicon, "load_lexicon", lambda: Lexicon(words, bytes(lexicon.SIZE**3)))

    assert text_count("daerah") == 0
    assert text_count("kota") > 0


@pytest.fixture(name="training")
def load_training() -> ModuleType:
    """Load the training script."""
    path = Path(lexicon.__file__).parent.parent / "models" / "lexicon" / "train.py"
    spec = importlib.util.spec_from_file_location("lexicon_training", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["lexicon_training"] = module
    spec.loader.exec_module(module)
    return module


def write_texts(folder: Path) -> Path:
    """Write good texts, and newer ones with the same slip of OCR in each."""
    for number in range(1, 31):
        for year, text in ((2000, CLAUSES), (2020, CLAUSES.replace("wajib", "wqjib"))):
            path = folder / "uu" / str(year) / f"{number}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{text} hurufa rarum{number % 30} langka", encoding="utf-8")
    return folder


def test_training_keeps_words_and_leaves_misreadings_out(
    training: ModuleType, tmp_path: Path
) -> None:
    """Common words are learned, misread ones and labels are not, and twice gives the same."""
    folder = write_texts(tmp_path)
    counts = training.count_texts(folder, training_only=False)
    learned = training.learn(counts)

    assert hash_of("wajib") in learned.words
    assert hash_of("langka") in learned.words
    assert hash_of("wqjib") not in learned.words
    assert hash_of("hurufa") not in learned.words
    assert to_bytes(training.learn(counts)) == to_bytes(learned)
