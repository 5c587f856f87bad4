"""What each sign of set A is worth: written by ``python -m benchmarks.set_a_fit``.

In the order of ``Signs``, ``PartSigns`` and ``ActSigns``.
"""

WORTH: tuple[float, ...] = (
    8.329,  # own
    -3.050,  # raw
    9.571,  # act
    3.397,  # title
    0.395,  # opening
    -7.415,  # quoted
    -5.196,  # other_kind
    5.549,  # definition
    2.928,  # held
    2.158,  # holding
    0.276,  # length
    -0.631,  # distance
    2.543,  # fits
    -3.018,  # best_of_act
    -4.907,  # version_own
    10.994,  # version_raw
    3.354,  # version_opening
    -0.156,  # ahead
    -1.541,  # before
    -3.927,  # same
    0.241,  # following
    0.068,  # soon
    6.654,  # cited_held
    -1.925,  # cited_missing
    3.422,  # best_ayat
    -3.956,  # all_ayat
    3.247,  # neighbour
    0.000,  # younger
    0.000,  # older
    0.000,  # is_younger
    0.000,  # versions
    0.000,  # amended
    0.000,  # rank
    0.000,  # best
    0.000,  # around
)
