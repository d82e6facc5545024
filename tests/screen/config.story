# The configuration is read again while lectern runs; its mistakes are all told.
size 100x20
script $TMP/.config/lectern/config
|bind x bookmark
|view Spades spade
run $DATA/garden.md
expect Slow compost
expect Spades 1
keys x
expect >*
keys h j j j j j j
expect > Spades
script $TMP/.config/lectern/config
|bind x seen
|view Beans beans
|theme = light
keys :
type config
keys Enter
expect the configuration was read again
expect Beans 1
absent Spades
expect > All
keys l g x
expect seen: Slow compost
script $TMP/.config/lectern/config
|moose = on
|bind x help
|bind y moose
keys :
type config
keys Enter
expect config:1: no setting is called "moose"
expect config:3: no command is called "moose"
expect the configuration is in force as it was
keys x
expect not seen: Slow compost
absent moose
keys Q
exit 0
restored
# At the start, too.
run $DATA/garden.md
expect config:1: no setting is called "moose"
expect config:3: no command is called "moose"
keys j
absent moose
keys x
expect Help
# A bad line takes nothing from the key.
keys q y
absent y has no meaning here
expect copied
keys Q
exit 0
# Elements have the colours of the config, on a background that tells nothing, too.
script $TMP/.config/lectern/config
|color names 208
|color mark 4 default bold
|color border red
size 160x20
run --fresh $DATA/garden.md
colored 208 Ann Lee
keys j
colored 4 *
keys k
# What has none has that of the theme, which is read on any background.
colored 63 [All talks]
keys :
type config
keys Enter
expect the configuration was read again
colored 208 Ann Lee
script $TMP/.config/lectern/config
|theme = dark
keys :
type config
keys Enter
colored 2 Ann Lee
keys Q
exit 0
