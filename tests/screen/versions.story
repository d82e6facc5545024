# Of two versions of a programme the newer is shown, and what changed is told;
# as it is when a programme changes while it is read.
size 120x16
script $TMP/now.csv
|Title,Speaker,Day,Start,Room
|Slow compost,Ann Lee,2026-05-01,10:00,Barn
|Old tools,Bob Ray,2026-05-01,11:00,Barn
run $DATA/programmes/tide-draft.json $DATA/programmes/frab.json
expect tide-draft.json: older version of Tide Days: 0 new, 1 gone, 1 moved
expect 2/2
keys Q
exit 0
run $TMP/now.csv
expect Old tools
script $TMP/now.csv
|Title,Speaker,Day,Start,Room
|Slow compost,Ann Lee,2026-05-01,10:00,Barn
|Old tools,Bob Ray,2026-05-02,11:00,Shed
|Saving seeds,Eve Ash,2026-05-01,11:00,Barn
expect was read again: 1 new, 1 moved
keys Q
exit 0
