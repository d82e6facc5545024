# A key that the config gives another meaning has that, and its old one no more.
script $TMP/.config/lectern/config
|bind S-Down bottom
|bind j bookmark
|bind K filter spade
|bind , g top
|bind , b j bottom
|bind , b k seen
run $DATA/garden.md
expect >  Slow compost
keys j
expect >* Slow compost
send \e[1;2B
expect >  A title
keys K
expect One spade
expect 1/7
keys Esc
# Several keys, one after the other; those that may follow are shown.
keys , b j
expect >    A title
keys ,
expect , g top b j bottom b k seen
keys g
expect >* Slow compost
keys , b
expect , b j bottom k seen
keys x
expect , b x has no meaning here
keys , b Esc
absent , b
keys , b k
expect seen: Slow compost
keys Q
exit 0
