# A link to a Markdown file beside is opened here, and left again; another file
# is shown and never run.
size 90x16
script $TMP/notes/days/one.md
|# Ropes in the rain
|
|- Speaker: Ann Lee
|
|## Takeaways
|
|- wet ones shrink
script $TMP/notes/index.md
|# Harbour notes
|
|- [Ropes](days/one.md) - Ann Lee
|- [Knots](knots.pdf) - Bo Ray
|- [Sails](https://example.org/sails) - Cy Orr
script $TMP/notes/more.md
|# More notes
|
|- [Ropes](https://example.org/ropes) - Ann Lee
|    - [what I wrote](days/one.md), [a picture](ropes.png)
|- [Sails](https://example.org/sails) - Cy Orr
run --no-config $TMP/notes/index.md
expect Harbour notes
expect >    Ropes
keys o
expect Ropes in the rain: 1 talk
absent Knots
keys ^O
expect Harbour notes: 3 talks
keys j
expect >    Knots
keys o
expect the link is shown
expect knots.pdf
keys q
exit 0
# So are those that notes lead to, by their numbers.
run --no-config $TMP/notes/more.md
expect >    Ropes
keys Enter
expect 2  page
expect days/one.md
keys 2o
expect Ropes in the rain: 1 talk
keys ^O
expect More notes
keys 3o
expect the link is shown
expect ropes.png
