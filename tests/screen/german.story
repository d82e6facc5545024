# The browser in German: filter, marks, empty states, help.
needs $LOCALE/de/LC_MESSAGES/lectern.mo
size 80x24
env LANGUAGE=de
run $DATA/garden.md
expect 7 Vorträge, 0 gesehen
type /zzz
expect kein Vortrag passt zu "zzz"
keys Esc
absent kein Vortrag passt
keys b
expect mit Lesezeichen: Slow
keys u
expect rückgängig, nun: Lesezeichen entfernt
keys h j
expect Noch keine Lesezeichen
keys ?
expect Hier am wichtigsten, in den Tracks
expect / suchen
keys q
expect Noch keine Lesezeichen
keys Q
exit 0
# The place is the same in another language.
env LANGUAGE=en
run $DATA/garden.md
expect No bookmarks yet
keys Q
exit 0
