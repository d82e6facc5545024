# A member of a folder that cannot be read is left out, and said once.
size 120x8
script $TMP/talks/a.md
|## One - Ann
|
|* x
script $TMP/talks/b.md
script $TMP/talks/c.md
|## Two - Bob
|
|* y
run $TMP/talks
expect One
expect Two
expect talks/b.md: empty file, left out
keys j
absent left out
keys Q
expect talks/b.md: empty file, left out
exit 0
# Conferences of one name are told apart, by the folders in which they differ.
script $TMP/days/2030/README.md
|# Garden Days
|
|## Moths - Cy Orr
|
|* x
|
|## Owls - Cy Orr
|
|* z
script $TMP/days/2031/README.md
|# Garden Days
|
|## Beans - Al Roe
|
|* y
|
|## Peas - Al Roe
|
|* z
size 160x16
run $TMP/days
expect + Garden Days (2030) 2
expect + Garden Days (2031) 2
expect Garden Days (2030) │
keys }
expect [Garden Days (2030)]
keys }
expect [Garden Days (2031)]
keys Q
exit 0
