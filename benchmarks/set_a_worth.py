"""What each sign of set A is worth: written by ``python -m benchmarks.set_a_fit``.

In the order of ``Signs``, ``PartSigns``, ``ActSigns`` and ``LanguageSigns``.
"""

WORTH: tuple[float, ...] = (
    2.413,  # own
    -3.033,  # raw
    4.318,  # act
    3.003,  # title
    1.893,  # opening
    -8.543,  # quoted
    -4.608,  # other_kind
    6.535,  # definition
    -0.404,  # held
    1.130,  # holding
    0.301,  # length
    -0.426,  # distance
    2.367,  # fits
    -1.300,  # best_of_act
    -2.738,  # version_own
    7.918,  # version_raw
    1.470,  # version_opening
    0.071,  # ahead
    -0.768,  # before
    -3.117,  # same
    0.912,  # following
    0.385,  # soon
    4.941,  # cited_held
    -4.267,  # cited_missing
    3.435,  # best_ayat
    -3.041,  # all_ayat
    2.783,  # neighbour
    0.411,  # younger
    -2.903,  # older
    0.496,  # is_younger
    0.047,  # versions
    0.109,  # amended
    -0.755,  # rank
    -1.583,  # best
    8.376,  # around
    3.006,  # covered
    0.329,  # likelier
    1.360,  # likelier_in_act
    2.535,  # same_budget
    -1.307,  # other_budget
    -3.389,  # other_year
    1.081,  # cited_alike
    4.217,  # cited_closely
)
