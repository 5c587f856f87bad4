"""The notes of a Word file: what its text leaves out, and which state of it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from regcheck.domain import Anomaly

Say = Callable[[int], tuple[str, str]]

#: What is said of each thing that was counted, in Indonesian and English.
SENTENCES: Mapping[str, Say] = {
    "comments": lambda n: (
        f"{n} komentar peninjau tidak dibaca sebagai isi.",
        f"{n} comments of reviewers were not read as text.",
    ),
    "footnotes": lambda n: (
        f"{n} catatan kaki atau catatan akhir dibaca sesudah naskah; tandanya di dalam kalimat "
        "ditinggalkan supaya tidak menyatu dengan nomor pasal.",
        f"{n} footnotes or endnotes were read after the text; their marks within sentences were "
        "left out so that they do not run into the numbers of pasal.",
    ),
    "text-boxes": lambda n: (
        f"{n} kotak teks dibaca sesudah paragraf tempatnya tertambat; periksa urutannya.",
        f"{n} text boxes were read after the paragraph they are anchored to; check their order.",
    ),
    "hidden-text": lambda n: (
        f"{n} huruf atau baris tersembunyi tidak dibaca, karena Word tidak mencetaknya.",
        f"{n} hidden characters or rows were not read, since Word does not print them.",
    ),
    "furniture": lambda n: (
        f"{n} kepala atau kaki halaman tidak dibaca sebagai isi.",
        f"{n} running heads or feet were not read as text.",
    ),
    "pictures": lambda n: (
        f"{n} gambar tidak dibaca; teks di dalam gambar tidak ikut diperiksa.",
        f"{n} pictures were not read; text within them was not checked.",
    ),
    "symbols": lambda n: (
        f"{n} lambang dari huruf simbol tidak dikenal dan dicetak sebagai \ufffd.",
        f"{n} signs of a symbol font are not known and were printed as \ufffd.",
    ),
    "fields": lambda n: (
        f"{n} nomor yang dihitung Word di tengah kalimat (LISTNUM atau AUTONUM) tidak tersimpan "
        "di berkas, jadi tidak terbaca. Ketik nomornya, atau simpan sebagai PDF.",
        f"{n} numbers that Word counts within sentences (LISTNUM or AUTONUM) are not stored in "
        "the file and were not read. Type them, or save the file as PDF.",
    ),
    "embedded": lambda n: (
        f"{n} berkas yang disisipkan di dalam naskah ini tidak dibaca.",
        f"{n} files embedded in this one were not read.",
    ),
    "equations": lambda n: (
        f"{n} rumus dibaca sebagai teks biasa; cocokkan dengan aslinya.",
        f"{n} equations were read as plain text; compare them with the original.",
    ),
}


def word_notes(counts: Counter[str], unknown_forms: list[str], original: bool) -> Iterator[Anomaly]:
    """Yield a note for each thing that was counted, tracked changes first."""
    if counts["inserted"] or counts["deleted"]:
        yield changes_note(counts["inserted"], counts["deleted"], original)
    for code, say in SENTENCES.items():
        if counts[code]:
            yield Anomaly(code, *say(counts[code]))
    if unknown_forms:
        listed = ", ".join(unknown_forms)
        yield Anomaly(
            "numbering",
            f"Bentuk nomor otomatis {listed} dicetak sebagai angka biasa; cocokkan dengan aslinya.",
            f"Automatic numbers of the form {listed} were printed as plain figures; compare them "
            "with the original.",
        )


def changes_note(inserted: int, deleted: int, original: bool) -> Anomaly:
    """Say that a draft has tracked changes, and which state of it was read."""
    state, state_en = (
        ("naskah sebelum perubahan (sisipan ditinggalkan)", "the text before them")
        if original
        else ("naskah sesudah perubahan (hapusan ditinggalkan)", "the text after them")
    )
    other, other_en = ("final", "final") if original else ("original", "original")
    return Anomaly(
        "tracked-changes",
        f"Naskah ini memuat perubahan terlacak ({inserted} sisipan, {deleted} hapusan); yang "
        f"dibaca {state}. Pilih yang lain dengan --track-changes {other}.",
        f"This draft has tracked changes ({inserted} insertions, {deleted} deletions); what was "
        f"read is {state_en}. Choose the other with --track-changes {other_en}.",
    )


def picture_note(pictures: int) -> Anomaly:
    """Say that a Word file has nothing but pictures, and what to do."""
    return Anomaly(
        "scan",
        f"Berkas Word ini hanya berisi gambar ({pictures}), jadi isinya tidak terbaca. Simpan "
        "sebagai PDF supaya gambarnya dapat dibaca dengan OCR, atau pakai naskah ketikannya.",
        f"This Word file holds only pictures ({pictures}), so its content was not read. Save it "
        "as PDF so that the pictures can be read by OCR, or use the typed draft.",
    )


def through_note() -> Anomaly:
    """Say that LibreOffice loses how pasal are numbered, and what was done about it."""
    return Anomaly(
        "numbering-through",
        "Nomor otomatis dibaca lewat LibreOffice, yang tidak menyimpan apakah nomor Pasal "
        "berlanjut dari bab ke bab; di sini dianggap berlanjut. Kalau keliru, simpan naskahnya "
        "sebagai DOCX di Word.",
        "Automatic numbers were read through LibreOffice, which does not keep whether the numbers "
        "of pasal run on from bab to bab; they are taken to run on. If that is wrong, save the "
        "draft as DOCX in Word.",
    )
