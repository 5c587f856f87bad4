"""The sentences and labels of the reports and of the command line, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping

ID, EN = 0, 1

WORDS: Mapping[str, tuple[str, str]] = {
    # what a report is called
    "report": ("Laporan telaahan", "Review report"),
    "summary_report": ("Ringkasan pemindaian", "Scan summary"),
    "disclaimer": (
        "Hasil analisis otomatis, bukan pendapat hukum.",
        "Result of automated analysis, not a legal opinion.",
    ),
    "disclaimer_long": (
        "Laporan ini hasil analisis otomatis, bukan pendapat hukum. Temuan berlabel "
        "“indikasi” disimpulkan dari kemiripan rumusan; temuan berlabel “pasti” "
        "dibuktikan oleh aturan yang disebut di dasar penilaian. Semuanya perlu ditelaah "
        "terhadap naskah resminya. Yang tidak ada di korpus tidak ikut dibandingkan.",
        "This report is the result of automated analysis, not a legal opinion. A finding "
        "marked “indication” is inferred from similar wording; one marked “certain” is "
        "proved by the rule named as its basis. Each must be reviewed against the official text. "
        "What is not in the corpus was not compared.",
    ),
    # headings
    "findings": ("Temuan", "Findings"),
    "overview": ("Ringkasan", "Overview"),
    "method": ("Dasar dan metode", "Basis and method"),
    "coverage": ("Yang diperiksa", "What was examined"),
    "compared": ("Dibandingkan", "Compared"),
    "skipped": ("Tidak dibandingkan", "Not compared"),
    "suppressed": (
        "Mirip, tetapi bukan kesalahan",
        "Similar, but not a fault",
    ),
    "suppressed_note": (
        "Pasangan ketentuan yang diperiksa dan sengaja tidak dilaporkan, menurut alasannya.",
        "Pairs of provisions that were examined and deliberately not reported, by reason.",
    ),
    "shares": ("Sudah diatur di peraturan lain", "Already regulated elsewhere"),
    "shares_note": (
        "Bagian ketentuan rancangan (definisi dan rumusan baku tidak dihitung) yang tumpang tindih "
        "dengan tiap peraturan.",
        "The part of the draft's provisions (definitions and formulae not counted) that overlaps "
        "with each regulation.",
    ),
    "share": ("Bagian", "Part"),
    "share_part": (
        "{count} dari {total} ketentuan ({share}%)",
        "{count} of {total} provisions ({share}%)",
    ),
    "notes": ("Catatan tentang naskah", "Notes on the document"),
    "citations": ("Daftar rujukan", "List of citations"),
    "limits": ("Batasan", "Limits"),
    "texts": ("Naskah yang dipakai", "Texts this report rests on"),
    "texts_note": (
        "Mutu teks: bagian kata yang terbaca sebagai kata. Struktur: seberapa pasti bab, pasal, "
        "dan ayat dikenali. 1 adalah yang terbaik.",
        "Text quality: the share of the words that read as words. Structure: how surely the "
        "chapters, pasal and ayat were told. 1 is best.",
    ),
    "peers": ("Model dari daerah lain", "Models from other regions"),
    "peers_note": (
        "Bukan temuan: peraturan daerah yang wilayahnya tidak bertemu tidak pernah tumpang tindih. "
        "Ini pembanding rumusan, dan di mana rancangan berbeda darinya.",
        "No findings: regulations of regions that do not meet never overlap. They show how others "
        "have put it, and where the draft departs from them.",
    ),
    "peers_none": (
        "Tidak ada peraturan daerah lain di korpus yang cukup mirip.",
        "No regulation of another region in the corpus is near enough.",
    ),
    "peers_skipped": ("Tidak ditampilkan", "Not shown"),
    # one finding
    "draft": ("Rancangan", "Draft"),
    "reviewed": ("Naskah yang diperiksa", "Text under review"),
    "counterpart": ("Pembanding", "Counterpart"),
    "reason": ("Uraian", "Analysis"),
    "basis": ("Dasar penilaian", "Basis"),
    "recommendation": ("Rekomendasi", "Recommendation"),
    "relation": ("Hubungan", "Relation"),
    "status": ("Status", "Status"),
    "severity": ("Tingkat", "Severity"),
    "certainty": ("keyakinan", "confidence"),
    "page": ("hlm.", "p."),
    "pages": ("halaman", "pages"),
    "whole": ("Naskah secara keseluruhan", "The text as a whole"),
    "diff_legend": (
        "Kata yang hanya ada di satu sisi ditandai.",
        "Words that stand on one side only are marked.",
    ),
    "diff_legend_plain": (
        "Kata yang hanya ada di satu sisi diapit tanda *.",
        "Words that stand on one side only are set between asterisks.",
    ),
    "nothing": ("tidak ada", "nothing"),
    "more_words": ("+{n} kata", "+{n} words"),
    "no": ("No", "No"),
    "skip": ("Langsung ke isi", "Skip to content"),
    # sentences
    "none_found": (
        "Tidak ditemukan indikasi tumpang tindih, pertentangan, atau rujukan yang keliru.",
        "No indication of overlap, conflict or faulty citation was found.",
    ),
    "none_compared": (
        "Tidak ada ketentuan yang dibandingkan; lihat bagian “Yang diperiksa”.",
        "No provision was compared; see “What was examined”.",
    ),
    "headline": ("{n} temuan", "{n} findings"),
    "headline_one": ("1 temuan", "1 finding"),
    "nothing_skipped": ("tidak ada yang dilewati", "nothing was skipped"),
    "nothing_suppressed": ("tidak ada", "none"),
    "undecided_citations": (
        "{n} rujukan tidak dapat dipastikan sasarannya.",
        "The target of {n} citations could not be decided.",
    ),
    # filter and tables
    "shown": ("{n} dari {total} temuan ditampilkan", "{n} of {total} findings shown"),
    "place": ("Ketentuan", "Provision"),
    "kind": ("Jenis", "Kind"),
    "cited": ("Yang dirujuk", "Cited"),
    "role": ("Peran", "Role"),
    "where": ("Dirujuk dalam", "Cited in"),
    "count": ("Jumlah", "Count"),
    "score": ("Skor kemiripan", "Similarity score"),
    "file": ("Berkas", "File"),
    "a_draft": ("rancangan", "draft"),
    "text_left": ("Naskah A", "Text A"),
    "text_right": ("Naskah B", "Text B"),
    "as_printed": ("sebagaimana dicetak", "as printed"),
    "as_standing": (
        "susunan yang berlaku{day}, dengan perubahan oleh: {acts}",
        "as it stands{day}, with the changes by: {acts}",
    ),
    "as_of_day": (" pada {day}", " on {day}"),
    "no_acts": ("tidak ada", "none"),
    "outcome": ("Hasil", "Outcome"),
    "title": ("Judul", "Title"),
    "id": ("Id", "Id"),
    "quality": ("Mutu teks", "Text quality"),
    "structure": ("Struktur", "Structure"),
    "passages": ("Ketentuan", "Provisions"),
    "message": ("Keterangan", "Remark"),
    "drafts": ("Rancangan", "Drafts"),
    "drafts_checked": ("{n} rancangan diperiksa", "{n} drafts checked"),
    "no_drafts": ("Tidak ada rancangan yang dapat diperiksa.", "No draft could be checked."),
    "unread": ("Berkas yang tidak dapat diperiksa", "Files that could not be checked"),
    "total": ("Jumlah", "Total"),
    "version": ("Versi regcheck", "regcheck version"),
    "corpus": ("Korpus", "Corpus"),
    "tanggal_penetapan": ("Ditetapkan", "Enacted"),
    "tanggal_pengundangan": ("Diundangkan", "Promulgated"),
    "sha256": ("SHA-256 berkas", "SHA-256 of the file"),
    "corpus_path": ("Korpus", "Corpus"),
    "corpus_regulations": ("Peraturan di korpus", "Regulations in the corpus"),
    "corpus_digest": ("Sidik isi korpus", "Digest of the corpus"),
    "reading": ("Pembacaan", "Reading"),
    "read_by_ocr": (
        "{n} dari {total} halaman dengan OCR, keyakinan {mean}",
        "{n} of {total} pages by OCR, confidence {mean}",
    ),
    "read_from_ocr_layer": (
        "{n} dari {total} halaman dari lapisan OCR berkas, keyakinan {mean}",
        "{n} of {total} pages from the file's own OCR layer, confidence {mean}",
    ),
    "read_worst": ("terlemah: {pages}", "weakest: {pages}"),
    "pages_unread": ("{n} halaman tidak terbaca", "{n} pages not read"),
    "low_structure": ("susunan meragukan", "doubtful structure"),
    "peer_model": ("Model", "Model"),
    "peer_standing": ("Perbandingan", "Comparison"),
    "peer_summary": (
        "{share}% ketentuan rancangan berpadanan di sini: {same} sama, {differs} berbeda; "
        "{missing} ketentuan model tidak ada di rancangan",
        "{share}% of the draft's provisions have a counterpart here: {same} the same, {differs} "
        "different; {missing} provisions of the model are missing in the draft",
    ),
    "peer_same": ("sama", "the same"),
    "peer_missing": ("tidak ada di rancangan", "missing in the draft"),
    "peer_further": (
        "{n} ketentuan lain tidak ada di rancangan; laporan HTML memuat semuanya",
        "{n} further provisions are missing in the draft; the HTML report shows all",
    ),
    "peer_more": ("{n} perbedaan lain", "{n} further differences"),
    "peer_words": (
        "di rancangan “{ours}”, di model “{theirs}”",
        "draft “{ours}”, model “{theirs}”",
    ),
    "low_quality": (
        "mutu teks rendah (hasil pindai)",
        "low text quality (scan)",
    ),
}

#: What the command line says besides the reports.
CLI_WORDS: Mapping[str, tuple[str, str]] = {
    "units": ("unit", "units"),
    "citations_found": ("rujukan", "citations"),
    "definitions": ("definisi", "definitions"),
    "amendments": ("perubahan", "amendments"),
    "interrupted": (
        "Dihentikan. Ulangi perintah yang sama; yang sudah tersimpan tidak dikerjakan lagi.",
        "Stopped. Repeat the same command; what was stored is not done again.",
    ),
    "adding": ("Menambahkan", "Adding"),
    "reading_file": ("Membaca", "Reading"),
    "nothing_given": (
        "Sebutkan apa yang dibetulkan, mis. --nomor 5 --tahun 2016.",
        "Say what is to be corrected, e.g. --nomor 5 --tahun 2016.",
    ),
    "edited": ("{id}: identitas dibetulkan.", "{id}: identity corrected."),
    "empty_value": ("(kosong)", "(empty)"),
    "several_acts": (
        "berkas ini memuat {n} peraturan; ini yang pertama",
        "this file holds {n} regulations; this is the first",
    ),
    "none_incomplete": (
        "Semua peraturan punya jenis, nomor, dan tahun.",
        "Every regulation has its kind, number and year.",
    ),
    "checking": ("Memeriksa", "Checking"),
    "written": ("Ditulis: {path}", "Written: {path}"),
    "files_done": ("{n} berkas: {counts}", "{n} files: {counts}"),
    "corpus_now": ("Korpus: {path} ({n} peraturan)", "Corpus: {path} ({n} regulations)"),
    "removed": ("{id}: dihapus dari korpus.", "{id}: removed from the corpus."),
    "files_older": (
        "{n} berkas korpus dibaca oleh regcheck yang lebih lama; yang dicatat sejak itu belum ada. "
        "Jalankan `regcheck corpus add --refresh` untuk berkas itu.",
        "{n} files of the corpus were read by an older regcheck; what is kept since then is "
        "missing. Run `regcheck corpus add --refresh` for them.",
    ),
    "corpus_empty": (
        "Korpus kosong. Tambahkan peraturan dengan `regcheck corpus add FOLDER`.",
        "The corpus is empty. Add regulations with `regcheck corpus add FOLDER`.",
    ),
    "bygones": (
        "{n} status (*) menurut daftar bawaan regcheck, bukan naskah korpus; {m} di antaranya "
        "belum diverifikasi.",
        "{n} statuses (*) by regcheck's built-in register, not by a text of the corpus; {m} of "
        "them not verified yet.",
    ),
    "corpus_sound": ("Korpus baik: tidak ada masalah.", "The corpus is sound: no problem found."),
    "problems": ("{n} masalah:", "{n} problems:"),
    "counted": ("Yang dihitung", "Counted"),
    "pages_short": ("hlm.", "pp."),
    "quality_short": ("mutu", "text"),
    "structure_short": ("susunan", "tree"),
    "by": ("{status} oleh {by}", "{status} by {by}"),
    "ground": ("karena {act}", "because of {act}"),
    "as_amended": ("sebagaimana diubah dengan {acts}", "as amended by {acts}"),
    "superseded_replace": ("diubah dengan {by}", "replaced by {by}"),
    "superseded_delete": ("dihapus dengan {by}", "deleted by {by}"),
    "superseded_repeal": ("dicabut dengan {by}", "repealed by {by}"),
    "not_found": ("Tidak ada ketentuan yang mirip.", "No similar provision was found."),
    "one_id": (
        "--id hanya untuk satu berkas; yang diberikan {n}.",
        "--id is for a single file; {n} were given.",
    ),
    "bad_id": (
        "{id}: bukan id peraturan. Contoh: perda/nusa-kencana/2020/5.",
        "{id}: not a regulation id. Example: perda/nusa-kencana/2020/5.",
    ),
    "no_such_form": (
        "{path}: perintah ini tidak menulis .{suffix}. Pilih akhiran lain ({forms}) atau sebut "
        "bentuknya dengan --format.",
        "{path}: this command does not write .{suffix}. Choose another suffix ({forms}), or name "
        "the format with --format.",
    ),
    "cannot_write": (
        "{path}: tidak dapat ditulis ({why}). Tutup berkas itu bila sedang dibuka di program "
        "lain, atau pilih tempat lain dengan -o.",
        "{path}: cannot be written ({why}). Close the file if another program has it open, or "
        "choose another place with -o.",
    ),
    "no_demo": (
        "Korpus contoh tidak ditemukan; pasang ulang regcheck.",
        "The demo corpus was not found; reinstall regcheck.",
    ),
    "demo_intro": (
        "Korpus contoh: {n} peraturan fiktif Provinsi Nusa Kencana, dibaca dari PDF.",
        "Demo corpus: {n} fictional regulations of the province of Nusa Kencana, read from PDF.",
    ),
    "reports_in": (
        "Laporan untuk dibuka di peramban: {path}",
        "Reports to open in a browser: {path}",
    ),
}


def pick(pair: tuple[str, str], lang: str) -> str:
    """Return the text of a pair in ``lang`` (``id`` or ``en``).

    >>> pick(("temuan", "finding"), "en")
    'finding'
    """
    return pair[EN if lang == "en" else ID]


def say(name: str, lang: str, **values: object) -> str:
    """Return a text by its name, its gaps filled with ``values``.

    >>> say("headline", "id", n=3)
    '3 temuan'
    """
    return pick(WORDS.get(name) or CLI_WORDS[name], lang).format(**values)


def number(value: float, lang: str, digits: int = 0) -> str:
    """Write a number with the separators of the language.

    >>> number(1234.5, "id", 1), number(1234.5, "en", 1)
    ('1.234,5', '1,234.5')
    """
    text = f"{value:,.{digits}f}"
    return text if lang == "en" else text.translate(str.maketrans(",.", ".,"))
