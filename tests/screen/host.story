# Where a link leads that may mislead is told when it is opened.
script $TMP/evil.md
|# Evil
|## One - Ann
|https://www.youtube.com@evil.example/x
|## Two - Bob
|<https://аpple.com/y>
script $TMP/opener
|#!/bin/sh
|printf '%s|' "$@" >>$TMP/opened
env LECTERN_OPENER=$TMP/opener
run $TMP/evil.md
expect One
keys o
expect opening at evil.example: https://www.youtube.com@evil.example/x
file $TMP/opened https://www.youtube.com@evil.example/x|
keys j o
expect opening at xn--pple-43d.com: https://аpple.com/y
file $TMP/opened https://аpple.com/y|
keys Q
exit 0
