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
