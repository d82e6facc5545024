# In the C locale each sign is ASCII: lines, bars, marks, names, helps, prompts.
size 160x24
env LC_ALL=C
run $DATA/garden.md
expect +- Tracks ----
expect Bjorn Ostlund
expect ???????? - Growing
keys b w j w
expect #
keys l ?
expect Most used here
keys q
absent Most used here
keys h / b j ö r n
expect Winter beans
keys Esc : t a g Space n é u Enter
expect tagged: neu
keys i
expect headings, level
ascii
keys q Q
exit 0
size 46x10
run $DATA/garden.md
keys G
expect A title that is much
ascii
keys Q
exit 0
# Where the locale is UTF-8, none of that.
env LC_ALL=C.UTF-8
run --fresh $DATA/garden.md
expect Björn Östlund
expect ┌
keys Q
exit 0
