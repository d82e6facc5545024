# What is new since a document was last open is told once, and listed until seen.
script $TMP/days.md
|# Garden Days
|
|## Slow compost - Ann Lee
|
|* heat
|
|## Old tools - Bob Ray
|
|* rust
|
|## Ponds - Dee Fox
|
|<https://youtu.be/aaaaaaaaaa4>
size 160x20
run $TMP/days.md
expect 3/3
keys Q
exit 0
# A video came, a talk is new, another one is gone.
script $TMP/days.md
|# Garden Days
|
|## Saving seeds - Eve Ash
|
|* dry
|
|## Slow compost - Ann Lee
|
|<https://youtu.be/aaaaaaaaaa1>
|
|* heat
|
|## Ponds - Dee Fox
|
|<https://youtu.be/aaaaaaaaaa4>
run --fresh $TMP/days.md
expect since last time: 1 talk has a video now, 1 is new, 1 gone
expect New              2
keys /
type is:new
keys Enter
expect 2/3
expect Slow compost
keys Esc g
# Seen, it is not listed there any more.
keys w
expect seen: Saving seeds
expect New              1
keys Q
exit 0
# Told once, listed until seen.
run --fresh $TMP/days.md
expect New              1
absent since last time
keys Q
exit 0
# It is a place to begin at, though it is found late.
run --fresh $TMP/days.md
expect New              1
keys h 7 g
expect > New
keys Q
exit 0
run $TMP/days.md
expect > New
keys Q
exit 0
# Listing them is no visit.
run list --query is:new $TMP/days.md
expect Slow compost
absent Saving seeds
absent Ponds
exit 0
