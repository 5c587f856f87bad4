"""Norm frames: who must, may or must not do what, read from sentences of regulations."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import Modality
from regcheck.errors import RegcheckError
from regcheck.parse.norms.language import load_model, longest_matches, tokenise
from regcheck.parse.norms.norms import read_norm, trigger_matcher
from regcheck.parse.norms.stems import stem


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Pedagang dilarang menginap di pasar.", Modality.DILARANG),
        ("Pedagang dilarang keras menginap di pasar.", Modality.DILARANG),
        ("Pedagang tidak boleh menginap di pasar.", Modality.DILARANG),
        ("Pedagang tidak diperkenankan menginap di pasar.", Modality.DILARANG),
        ("Pengelola tidak dapat memungut biaya tambahan.", Modality.DILARANG),
        ("Pedagang wajib menjaga kebersihan lapak.", Modality.WAJIB),
        ("Pedagang berkewajiban menjaga kebersihan lapak.", Modality.WAJIB),
        ("Pemohon harus melampirkan denah.", Modality.HARUS),
        ("Pedagang kecil tidak wajib memiliki izin.", Modality.TIDAK_WAJIB),
        ("Pedagang kecil dibebaskan dari kewajiban membayar sewa.", Modality.TIDAK_WAJIB),
        ("Kepala pasar dapat menutup kios.", Modality.DAPAT),
        ("Pedagang berhak memperoleh tempat berjualan.", Modality.BERHAK),
        ("Gubernur berwenang menerbitkan izin.", Modality.BERWENANG),
        ("Dinas menerbitkan izin.", Modality.NONE),
        ("Pedagang tidak berhak memperoleh ganti rugi.", Modality.DILARANG),
    ],
)
def test_modality(text: str, modality: Modality) -> None:
    """The longest trigger decides the force of a norm."""
    assert read_norm(text).modality is modality


@pytest.mark.parametrize(
    "text",
    [
        "Wajib Retribusi membayar retribusi setiap bulan.",
        "Urusan wajib meliputi pendidikan dan kesehatan.",
        "Anggota membayar simpanan wajib setiap bulan.",
        "Kantong belanja yang dapat dipakai ulang disediakan oleh toko.",
        "Permohonan yang tidak lengkap tidak dapat diterima.",
        "Rambu dipasang agar pengemudi dapat berhenti.",
        "Larangan berlaku di seluruh terminal.",
    ],
)
def test_words_of_duty_that_bind_nobody(text: str) -> None:
    """A trigger inside a noun, a relative clause or a purpose is no norm."""
    assert read_norm(text).modality is Modality.NONE


@pytest.mark.parametrize(
    ("text", "addressee", "act", "object_"),
    [
        (
            "Setiap Orang dilarang membuang sampah ke sungai.",
            ("orang",),
            "buang",
            ("sampah",),
        ),
        (
            "Setiap Orang yang menyewa kios wajib membayar retribusi.",
            ("orang",),
            "bayar",
            ("retribusi",),
        ),
        (
            "Dalam hal kios rusak, pengelola pasar dapat memindahkan pedagang.",
            ("kelola", "pasar"),
            "pindah",
            ("dagang",),
        ),
        (
            "Izin kios diterbitkan oleh Dinas paling lama 7 (tujuh) hari.",
            ("dinas",),
            "terbit",
            ("izin", "kios"),
        ),
        (
            "Pengemudi dilarang menaikkan atau menurunkan penumpang di jembatan.",
            ("kemudi",),
            "naik turun",
            ("tumpang",),
        ),
        (
            "Pemungutan retribusi dilakukan oleh petugas pasar.",
            ("tugas", "pasar"),
            "pungut",
            ("retribusi",),
        ),
        (
            "Pengelola melakukan pengangkutan sampah setiap hari.",
            ("kelola",),
            "angkut",
            ("sampah",),
        ),
        (
            "Kios adalah bangunan tetap di pasar.",
            ("kios",),
            "adalah",
            ("bangun", "tetap"),
        ),
    ],
)
def test_who_does_what(
    text: str, addressee: tuple[str, ...], act: str, object_: tuple[str, ...]
) -> None:
    """Subject, act and object are stems; the passive turns subject and object around."""
    norm = read_norm(text)

    assert norm.act == act
    assert norm.object == object_
    assert norm.addressee == addressee


def test_items_complete_the_lead_in() -> None:
    """A list read with its lead-in has its subject and force, and the acts of all its items."""
    norm = read_norm("a. membuang sampah; dan b. membakar ban.", "Setiap Orang dilarang:")

    assert norm.modality is Modality.DILARANG
    assert norm.addressee == ("orang",)
    assert norm.act == "buang bakar"
    assert norm.object == ("sampah", "ban")


@pytest.mark.parametrize(
    ("text", "exception"),
    [
        ("Setiap Orang dilarang menebang pohon tanpa izin Gubernur.", True),
        ("Setiap Orang dilarang menebang pohon, kecuali pohon yang tumbang.", True),
        ("Pedagang dapat membuka lapak dengan izin kepala pasar.", True),
        ("Setiap Orang dilarang menebang pohon.", False),
        ("Pemegang izin wajib membayar retribusi.", False),
    ],
)
def test_exceptions_and_licences(text: str, exception: bool) -> None:
    """An exception or a licence is noticed; the word izin alone is none."""
    assert read_norm(text).exception is exception


def test_sanctions() -> None:
    """A clause that punishes is marked."""
    punished = read_norm("Setiap Orang yang melanggar Pasal 4 dikenai sanksi administratif.")

    assert punished.sanction
    assert not read_norm("Setiap Orang wajib menjaga kebersihan.").sanction


def test_quantities_lie_in_the_text_and_not_in_the_lead() -> None:
    """Spans count from the beginning of the passage's own text."""
    text = "b. paling lama 5 (lima) hari."

    norm = read_norm(text, "Pemeriksaan selama 9 (sembilan) hari dilakukan:")

    assert [text[one.span.start : one.span.end] for one in norm.quantities] == ["5 (lima) hari"]


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_has_a_frame(text: str, lead: str) -> None:
    """Noise gives an empty frame, never an error."""
    assert isinstance(read_norm(text, lead).modality, Modality)


@given(st.sampled_from(["Setiap Orang dilarang membuang sampah ke sungai.",
                        "Dinas menerbitkan izin paling lama 7 (tujuh) hari."]))  # fmt: skip
def test_capitals_and_blanks_do_not_matter(text: str) -> None:
    """The frame of a sentence in capitals or on several lines is the same."""
    frame = read_norm(text)

    for other in (text.upper(), text.replace(" ", "\n"), text.replace(" ", "  ")):
        assert (read_norm(other).act, read_norm(other).object) == (frame.act, frame.object)


@pytest.mark.parametrize(
    "family",
    [
        "menerbitkan diterbitkan penerbitan",
        "mengelola dikelola pengelolaan pengelola",
        "memiliki dimiliki pemilik",
        "memungut dipungut pemungutan",
        "mengolah diolah pengolahan",
        "menilai dinilai penilaian",
        "menyimpan disimpan penyimpanan",
        "mengangkut diangkut pengangkutan",
        "memakai dipakai pemakaian",
        "menyatakan dinyatakan pernyataan",
        "mengawasi diawasi pengawasan",
        "memohon dimohonkan permohonan pemohon",
    ],
)
def test_inflections_share_a_stem(family: str) -> None:
    """Active, passive and the nouns made of a verb have one stem."""
    assert len({stem(word) for word in family.split()}) == 1


def test_the_longest_trigger_wins() -> None:
    """*Tidak wajib* is one trigger and not also *wajib*."""
    found = longest_matches(trigger_matcher(), tokenise("Pedagang tidak wajib hadir."))

    assert [name for name, _, _ in found] == ["tidak_wajib"]


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    """Loading a model from the wrong folder says so in both languages."""
    with pytest.raises(RegcheckError) as caught:
        load_model(tmp_path)

    assert str(tmp_path) in caught.value.say("id")
    assert str(tmp_path) in caught.value.say("en")
