# For those who listen to the screen: one pane, no lines, states as words, and
# the terminal's cursor where one is.
size 100x12
run --plain-screen $DATA/garden.md
expect > Slow compost
expect Ann Lee · Growing
absent │
absent Bookmarks
cursor 1 0
keys j w
expect garden > All, 2 of 7
expect seen · Björn Östlund
cursor 3 0
keys b B
expect garden > All, 1 of 1, only bookmarks
keys B b
absent only bookmarks
keys l
expect Winter beans, seen
cursor 1 0
keys h h
expect 1 of 7 seen
absent Slow
cursor 1 0
keys : t a g
cursor 11 4
keys Esc / s p
expect One spade
cursor 11 3
keys Enter
cursor 1 0
keys ?
expect [Help]
absent ┌
cursor 2 2
keys q Q
exit 0
