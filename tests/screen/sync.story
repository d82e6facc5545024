# Marks are shared by a file: what is marked here is in it within a moment, what
# another machine writes is on screen, and a file that is not understood stays.
size 160x16
env XDG_CONFIG_HOME=$TMP/conf
script $TMP/conf/lectern/config
|sync-file = ~/share.jsonl
run $DATA/garden.md
expect Slow compost
keys b
expect Bookmarks     1
file $TMP/share.jsonl "title":"Slow compost"
script $TMP/share.jsonl
|{"schema":1,"key":"yt:BBBBBBBBBBB","title":"Winter beans","speakers":"","url":null,"bookmarked":true,"bookmarked_at":1700000000000,"seen":false,"seen_at":0}
expect Bookmarks     2
expect * Winter beans
file $TMP/share.jsonl "title":"Slow compost"
script $TMP/share.jsonl
|nonsense
expect share.jsonl:1: no JSON: wants what lectern export prints
keys w
expect Unseen        6
keys Q
exit 0
file $TMP/share.jsonl nonsense
# Marks of many talks go the same way.
script $TMP/share.jsonl
|{"schema":1,"key":"yt:BBBBBBBBBBB","title":"Winter beans","speakers":"","url":null,"bookmarked":true,"bookmarked_at":1700000000000,"seen":false,"seen_at":0}
run $DATA/garden.md
expect Unseen        6
keys A
expect Unseen        0
file $TMP/share.jsonl "title":"One spade for life"
keys Q
exit 0
