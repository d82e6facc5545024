# A key that the config gives another meaning has that, and its old one no more.
script $TMP/.config/lectern/config
|bind S-Down bottom
|bind j bookmark
|bind K filter spade
run $DATA/garden.md
expect >  Slow compost
keys j
expect >* Slow compost
send \e[1;2B
expect >  A title
keys K
expect One spade
expect 1/7
keys Q
exit 0
