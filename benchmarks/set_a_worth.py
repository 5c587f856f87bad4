"""What each sign of set A is worth: written by ``python -m benchmarks.set_a_fit``.

In the order of ``set_a_fit.ALL_SIGNS``.
"""

WORTH: tuple[float, ...] = (
    4.468,  # own
    -2.641,  # raw
    3.536,  # act
    3.178,  # title
    1.611,  # opening
    -7.939,  # quoted
    -4.486,  # other_kind
    6.408,  # definition
    -0.673,  # held
    1.381,  # holding
    0.297,  # length
    -0.445,  # distance
    2.578,  # fits
    -1.012,  # best_of_act
    -5.362,  # version_own
    7.860,  # version_raw
    1.934,  # version_opening
    -0.042,  # ahead
    -1.094,  # before
    -3.221,  # same
    0.680,  # following
    0.210,  # soon
    4.780,  # cited_held
    -3.491,  # cited_missing
    3.077,  # best_ayat
    -2.770,  # all_ayat
    2.507,  # neighbour
    0.401,  # younger
    -3.002,  # older
    0.419,  # is_younger
    -0.324,  # versions
    0.137,  # amended
    -0.748,  # rank
    -1.784,  # best
    9.753,  # around
    -0.333,  # covered
    0.951,  # likelier
    0.537,  # likelier_in_act
    4.662,  # version_covered
    -1.002,  # version_likelier
    1.063,  # version_in_act
    2.639,  # same_budget
    -1.375,  # other_budget
    -3.401,  # other_year
    0.999,  # cited_alike
    4.346,  # cited_closely
    -6.253,  # raw
    10.618,  # act
    -7.873,  # around
    8.367,  # version_raw
    1.796,  # likelier_in_act
    2.039,  # both
    -1.969,  # candidate_only
)
