# Marks of talks that are in no open document are in a track of their own, with
# what was last known of the talks; so they come from another copy, too.
size 160x16
script $TMP/other.md
|## Far away - Zoe Other, Kim Park
|https://youtu.be/ZZZZZZZZZZZ
|* one
|
|## And yet - Al
|https://youtu.be/YYYYYYYYYYY
run $TMP/other.md
expect Far away
keys b j b
expect Bookmarks     2
keys Q
exit 0
run $DATA/garden.md
expect Slow compost
expect Elsewhere     2
expect Bookmarks     0
keys h G l
expect >* And yet
expect * Far away
expect This talk is in no document that is open.
keys j
expect Zoe Other, Kim Park
expect https://youtu.be/ZZZZZZZZZZZ
keys e
expect this talk is in no document that is open
keys b
expect bookmark removed
expect >  Far away
keys u
expect >* Far away
type /zoe
expect 1/2
keys Esc Q
exit 0
run $DATA/garden.md
expect Elsewhere     2
keys h G
expect > Elsewhere
keys Q
exit 0
# They are a place to begin at, too.
run $DATA/garden.md
expect > Elsewhere
keys Q
exit 0
