# A library: what is opened without a file, and the list of its conferences.
size 110x16
script $TMP/talks/days.md
|# Garden Days
|
|## Slow compost - Ann Lee
|
|* heat
|
|## Old tools - Bob Ray
|
|* rust
script $TMP/talks/nights.md
|# Garden Nights
|
|## Moths - Cy Orr
|
|* wings
|
|## Owls - Cy Orr
|
|* ears
script $TMP/.config/lectern/config
|library ~/talks
|library ~/gone
run
expect gone: No such file or directory, left out of the library
expect 2 conferences, 4 talks
# L lists its conferences.
keys L
expect [Library]
expect > + Garden Days never read 2
expect + Garden Nights never read 2
# A narrow one has room for names, not for days.
size 30x16
expect > + Garden Days 2
absent never
size 110x16
expect never read
keys j Enter
expect [Garden Nights]
expect >    Moths
keys w
expect seen: Moths
# From other documents, too; and back to the place there.
keys :
type open ~/tal
keys Tab
expect :open ~/talks/
type d
keys Tab
expect :open ~/talks/days.md
keys ^U
script $TMP/shelf/oak.md
|# Oak
script $TMP/shelf/owls/owl.md
|# Owl
type open ~/sh
keys Tab
expect :open ~/shelf/
keys Tab
expect :open ~/shelf/o
# What may follow is listed.
keys Tab
expect oak.md owls/
type w
absent oak.md
keys ^U
type open ~/talks/days.md
keys Enter
expect Garden Days: 2 talks
expect >    Slow compost
absent Moths
keys j
expect >    Old tools
keys :
type open ~/nothing
keys Enter
expect nothing: No such file or directory
expect >    Old tools
keys L
expect [Library]
expect > + Garden Nights ██░░ 20
expect 1/2
expect + Garden Days 20
keys L
expect [Garden Nights]
keys :
type open ~/talks/days.md
keys Enter
expect Garden Days: 2 talks
expect >    Old tools
keys L
expect [Library]
keys Q
exit 0
run library
expect Garden Nights
exit 0
