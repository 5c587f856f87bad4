"""The closed vocabularies: kinds, roles, modalities, severities, certainties, statuses."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """The kind of a unit, by the word printed on the page."""

    BUKU = "buku"
    BAB = "bab"
    BAGIAN = "bagian"
    PARAGRAF = "paragraf"
    PASAL = "pasal"
    AYAT = "ayat"
    HURUF = "huruf"
    ANGKA = "angka"
    SUBHURUF = "subhuruf"
    SUBANGKA = "subangka"
    MENIMBANG = "menimbang"
    MENGINGAT = "mengingat"
    MEMUTUSKAN = "memutuskan"
    PENJELASAN = "penjelasan"
    LAMPIRAN = "lampiran"
    TABEL = "tabel"
    DIKTUM = "diktum"


class Role(StrEnum):
    """What a citation does to the regulation or unit it names."""

    DASAR_HUKUM = "dasar_hukum"
    MENGUBAH = "mengubah"
    MENCABUT = "mencabut"
    MENCABUT_SEBAGIAN = "mencabut_sebagian"
    MELAKSANAKAN = "melaksanakan"
    MENDELEGASIKAN = "mendelegasikan"
    MENETAPKAN = "menetapkan"
    TETAP_BERLAKU = "tetap_berlaku"
    MERUJUK = "merujuk"


class Modality(StrEnum):
    """The force of a norm (UU 12/2011 Lampiran II nos. 265-270)."""

    WAJIB = "wajib"
    HARUS = "harus"
    DILARANG = "dilarang"
    DAPAT = "dapat"
    BERHAK = "berhak"
    BERWENANG = "berwenang"
    TIDAK_WAJIB = "tidak_wajib"
    NONE = "none"


class Severity(IntEnum):
    """How much a finding matters; ``label`` is the word of the JSON contract."""

    INFORMASI = 0
    RENDAH = 1
    SEDANG = 2
    TINGGI = 3
    KRITIS = 4

    @property
    def label(self) -> str:
        """The lower-case Indonesian word, e.g. ``tinggi``."""
        return self.name.lower()


class Certainty(StrEnum):
    """Whether a rule proves the finding or similarity suggests it."""

    PASTI = "pasti"
    INDIKASI = "indikasi"


class Status(StrEnum):
    """The standing of a regulation, or of a unit, on a date; the graver ones last."""

    BERLAKU = "berlaku"
    DIUBAH = "diubah"
    DICABUT_SEBAGIAN = "dicabut_sebagian"
    BELUM_BERLAKU = "belum_berlaku"
    TIDAK_MENGIKAT = "tidak_mempunyai_kekuatan_hukum_mengikat"
    DICABUT = "dicabut"
