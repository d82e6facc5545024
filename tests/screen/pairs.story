# What is not certain is offered in the list of its source, and settled there.
size 160x16
script $TMP/my.md
|# My tide notes
|
|## The kelp of the deep - Ann One
|
|* It was dark.
|
|## Night watch
|
|* Cold.
run $DATA/programmes/frab.json $TMP/my.md
expect My tide notes: 1 of 2 joined with Tide Days
keys :
type group sources
keys Enter
expect grouped by sources
keys h G
expect my.md 1/2
keys l
expect ─[my.md]─
keys g
expect >    The kelp of the deep
expect left, most like: Kelp at depth, 2026-05-01
expect y same talk n not the same
keys y
expect The kelp of the deep: the same talk as Kelp at depth
expect my.md 2/2
expect settled: The kelp of the deep
keys Q
exit 0
# It is kept; what was settled can be parted, and then is offered again.
run $DATA/programmes/frab.json $TMP/my.md
expect My tide notes: 2 of 2 joined with Tide Days
expect 2 of 2
keys Q
exit 0
# Where nothing is left it is said but once.
run $DATA/programmes/frab.json $TMP/my.md
expect ? help  y same talk
absent 2 of 2 joined
keys G
expect > Kelp at depth
keys n
expect The kelp of the deep: not the same talk as Kelp at depth
expect my.md 1/2
expect parted from: Kelp at depth
keys Q
exit 0
