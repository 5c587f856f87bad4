"""What the views of the graph say, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.report.words import pick

WORDS: Mapping[str, tuple[str, str]] = {
    # chains
    "chain": ("Rantai ketentuan: {start} ke {end}", "Chain of provisions: {start} to {end}"),
    "no_chain": (
        "Tidak ditemukan rantai rujukan dari {start} ke {end} di korpus ini.",
        "No chain of citations from {start} to {end} was found in this corpus.",
    ),
    "same": ("Keduanya ketentuan yang sama.", "Both are the same provision."),
    "against": (
        "Rujukannya berlawanan arah: dibaca dari yang dirujuk ke yang merujuk.",
        "The citations run the other way: read from the cited to the citing.",
    ),
    "mixed": (
        "Sebagian rujukan berlawanan arah; ditandai dengan ←.",
        "Some citations run the other way; they are marked with ←.",
    ),
    "reversed": ("dirujuk balik: {role}", "the other way: {role}"),
    # status
    "status_on": ("Status per {date}", "Status on {date}"),
    "status_now": ("Status", "Status"),
    "since": ("berlaku sejak {date}", "in force since {date}"),
    "from": ("mulai berlaku {date}", "in force from {date}"),
    "because": ("Alasan", "Reasons"),
    "units": ("Ketentuan dengan status sendiri", "Provisions with a status of their own"),
    "amended": ("diubah dengan {by}{date}", "amended by {by}{date}"),
    "repealed": ("dicabut dengan {by}{date}", "repealed by {by}{date}"),
    "partly_repealed": ("dicabut sebagian dengan {by}{date}", "repealed in part by {by}{date}"),
    "annulled": ("dinyatakan tidak mengikat: {by}", "declared without binding force: {by}"),
    "commencement": ("mulai berlaku {date}", "in force from {date}"),
    "unpromulgated": (
        "naskah ini tercatat sebagai rancangan, belum ditetapkan",
        "the text is a draft, not enacted yet",
    ),
    "absent": (
        "Naskahnya tidak ada di korpus; status disimpulkan dari naskah lain.",
        "Its text is not in the corpus; the status is inferred from other texts.",
    ),
    "absent_known": ("Naskahnya tidak ada di korpus.", "Its text is not in the corpus."),
    "no_reason": (
        "Tidak ditemukan di korpus peraturan yang mengubah atau mencabutnya.",
        "No act that amends or repeals it was found in the corpus.",
    ),
    "hint": (
        "Katalog mencatat “{hint}”; naskah di korpus tidak menunjukkan demikian. Perlu kajian.",
        "The catalogue says “{hint}”; the texts of the corpus do not. Needs legal review.",
    ),
    "undecided": ("tidak diketahui", "unknown"),
    # delegations
    "delegations": ("{n} delegasi", "{n} delegations"),
    "no_delegations": ("Tidak ada delegasi.", "No delegations."),
    "not_in_corpus": (
        "“Belum ditemukan” berarti tidak ditemukan di korpus ini, bukan tidak ada.",
        "“Not found” means not found in this corpus, not that there is none.",
    ),
    "ordering": ("Ketentuan", "Provision"),
    "matter": ("Materi", "Matter"),
    "ordered": ("Diperintahkan", "Ordered"),
    "due": ("Tenggat", "Due"),
    "states": ("Keadaan", "State"),
    "found": ("Dilaksanakan dengan", "Carried out by"),
    "found_likely": ("Mungkin dilaksanakan dengan", "Perhaps carried out by"),
    "by_pasal": ("menyebut ketentuan ini", "it names this provision"),
    "by_act": (
        "melaksanakan peraturan ini; judulnya menyebut materinya",
        "it carries out this regulation; its title names the matter",
    ),
    "by_basis": (
        "hanya menurut judul dan dasar hukumnya; perlu diperiksa",
        "by its title and legal basis only; to be checked",
    ),
    "no_matter": ("(materi tidak disebut)", "(no matter named)"),
    "fulfilled": ("terlaksana", "carried out"),
    "likely": ("mungkin terlaksana", "perhaps carried out"),
    "lapsed": ("gugur: perintahnya tidak berlaku lagi", "lapsed: the order is no longer law"),
    "unfulfilled": ("belum ditemukan", "not found"),
    "overdue": ("lewat tenggat", "overdue"),
    "wrong_instrument": ("bentuk lain dari yang diperintahkan", "other form than ordered"),
    "double": ("dua peraturan untuk satu delegasi", "two rules for one delegation"),
    "subdelegated": ("didelegasikan lagi", "delegated further"),
    "blanket": ("delegasi blangko", "blanket delegation"),
    # circles, orphans
    "circles": ("{n} lingkaran rujukan", "{n} circles of citations"),
    "no_circles": ("Tidak ada lingkaran rujukan.", "No circles of citations."),
    "listed": ("ditampilkan {n} yang pertama", "the first {n} are shown"),
    "orphans": (
        "{n} peraturan pelaksana yatim",
        "{n} implementing rules whose parent was repealed",
    ),
    "no_orphans": (
        "Tidak ada peraturan pelaksana yang induknya dicabut.",
        "No implementing rule whose parent was repealed.",
    ),
    "kept": (
        "{n} peraturan pelaksana tetap berlaku menurut klausul penyelamat",
        "{n} implementing rules kept in force by a survival clause",
    ),
    "carries_out": ("melaksanakan {base}", "carries out {base}"),
    "repealed_by": ("dicabut dengan {by}", "repealed by {by}"),
    "kept_by": ("tetap berlaku menurut {by}", "kept in force by {by}"),
    # what is relied on
    "central": (
        "Peraturan yang paling diandalkan: {n} dari {total}",
        "The regulations most relied on: {n} of {total}",
    ),
    "central_help": (
        "Dirujuk: banyaknya peraturan lain yang merujuknya. Dasar: yang menjadikannya dasar hukum. "
        "Bobot: bagiannya dari seluruh rujukan; dirujuk oleh peraturan yang juga banyak dirujuk "
        "lebih berbobot. Rujukannya satu per satu: `regcheck graph neighbours ID`.",
        "Cited: how many other regulations cite it. Basis: for how many it is a legal basis. "
        "Weight: its share of all citations; being cited by what is itself much cited counts more. "
        "Its citations one by one: `regcheck graph neighbours ID`.",
    ),
    "no_regulations": ("Tidak ada peraturan.", "No regulations."),
    "col_number": ("No", "No"),
    "col_name": ("Peraturan", "Regulation"),
    "col_cited": ("Dirujuk", "Cited"),
    "col_basis": ("Dasar", "Basis"),
    "col_weight": ("Bobot", "Weight"),
    "col_status": ("Status", "Status"),
    "communities": (
        "Kelompok peraturan yang saling merujuk: {n} dari {total}",
        "Communities of regulations that cite each other: {n} of {total}",
    ),
    "community": (
        "Kelompok {number}: {n} peraturan; {words}",
        "Community {number}: {n} regulations; {words}",
    ),
    "no_words": ("(judul tidak diketahui)", "(titles unknown)"),
    "cited_times": ("dirujuk {n} peraturan", "cited by {n}"),
    "no_neighbours": (
        "{key} tidak merujuk dan tidak dirujuk di korpus ini.",
        "{key} cites nothing and is cited by nothing in this corpus.",
    ),
    "cites_head": ("Merujuk ({n} dari {total}):", "Cites ({n} of {total}):"),
    "cited_head": ("Dirujuk oleh ({n} dari {total}):", "Cited by ({n} of {total}):"),
    "by_catalogue": ("menurut katalog, bukan naskah", "by a catalogue, not by the text"),
    "yes": ("ya", "yes"),
    "no": ("tidak", "no"),
    "csv_position": ("no", "no"),
    "csv_id": ("id", "id"),
    "csv_name": ("peraturan", "regulation"),
    "csv_title": ("tentang", "title"),
    "csv_status": ("status", "status"),
    "csv_in_corpus": ("ada_di_korpus", "in_corpus"),
    "csv_cited_by": ("dirujuk_oleh", "cited_by"),
    "csv_cites": ("merujuk", "cites"),
    "csv_weight": ("bobot", "weight"),
    "csv_group": ("kelompok", "group"),
    "csv_words": ("kata_judul", "title_words"),
    "csv_direction": ("arah", "direction"),
    "csv_role": ("hubungan", "role"),
    "csv_source": ("dari", "source"),
    "csv_holder": ("ketentuan", "provision"),
    "csv_target": ("ke", "target"),
    "csv_page": ("halaman", "page"),
    "csv_origin": ("sumber", "origin"),
    "csv_quote": ("kutipan", "quote"),
    # the drawing
    "map": ("Peta rujukan", "Citation map"),
    "map_counts": (
        "{nodes} peraturan, {edges} hubungan",
        "{nodes} regulations, {edges} relations",
    ),
    "left_out": (
        "{n} peraturan di luar korpus yang paling jarang dirujuk tidak digambar.",
        "{n} regulations outside the corpus, the least cited, are not drawn.",
    ),
    "search": ("Cari nomor atau judul", "Search number or title"),
    "relations": ("Hubungan", "Relations"),
    "statuses": ("Status", "Status"),
    "unknown": ("tidak diketahui", "unknown"),
    "outside": ("di luar korpus", "outside the corpus"),
    "table": ("Daftar", "List"),
    "cites": ("merujuk", "cites"),
    "cited": ("dirujuk", "cited"),
    "only_catalogue": (
        "hanya menurut katalog (garis putus-putus)",
        "by a catalogue only (dashed)",
    ),
    "no_page": ("halaman tidak tercatat", "no page recorded"),
    "page_short": ("hlm. {n}", "p. {n}"),
    "more_places": ("dan {n} tempat lain", "and {n} more places"),
    "quote": ("kutipan", "quote"),
    "reset": ("Tampilkan semua", "Show all"),
    "help": (
        "Geser untuk berpindah, gulir untuk memperbesar, klik peraturan atau garis untuk memilih: "
        "garis menunjukkan kalimat dan halamannya. Peraturan yang lebih tinggi digambar di atas.",
        "Drag to move, scroll to zoom, click a regulation or a line to select it: a line shows "
        "its sentence and page. Higher regulations are drawn above.",
    ),
    "more_rows": ("{n} dari {total} ditampilkan", "{n} of {total} shown"),
    # what could not be shown
    "unplaced": (
        "{n} peraturan disimpan oleh regcheck yang lebih lama; rujukan di dalam naskahnya belum "
        "tercatat. Jalankan `regcheck corpus add --refresh`.",
        "{n} regulations were stored by an older regcheck; citations inside their texts are "
        "missing. Run `regcheck corpus add --refresh`.",
    ),
}


def say(name: str, lang: str, **values: object) -> str:
    """Return a text by its name, its gaps filled.

    >>> say("since", "id", date="1 Mei 2020")
    'berlaku sejak 1 Mei 2020'
    """
    return pick(WORDS[name], lang).format(**values)
