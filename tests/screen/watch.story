# A real mpv: it is asked where it is, and that is kept; p goes on, P does not.
needs /usr/bin/mpv
needs /usr/bin/ffmpeg
script $TMP/bin/mpv
|#!/bin/sh
|# The video comes from a file, though its link is of the web.
|[ -e $TMP/v.mkv ] || /usr/bin/ffmpeg -v error -f lavfi -i testsrc=s=32x32:r=5 \
|    -t 100 $TMP/v.mkv
|printf '%s|' "$@" | sed 's/--input-ipc-server=[^|]*/SOCKET/' >$TMP/played
|echo $$ >$TMP/pid
|exec /usr/bin/mpv --no-config --vo=null --ao=null --script=$TMP/order.lua "$@"
script $TMP/order.lua
|mp.add_hook("on_load", 50, function()
|	mp.set_property("stream-open-filename", "$TMP/v.mkv")
|end)
|mp.add_periodic_timer(0.05, function()
|	if not io.open("$TMP/order.lua") then
|		mp.command("quit") -- the story is over
|	end
|	local file = io.open("$TMP/order")
|	if file then
|		local line = file:read("*l")
|		file:close()
|		if line and mp.get_property("time-pos") then
|			os.remove("$TMP/order")
|			local done = io.open("$TMP/done", "w")
|			done:write("done: ", line)
|			done:close()
|			mp.command(line)
|		end
|	end
|end)
script $TMP/look
|#!/bin/sh
|(cd $TMP/run && echo folders: * && ls -ld lectern-player.* | cut -c 1-10
|ls lectern-player.*) >$TMP/folders 2>/dev/null
script $TMP/kill
|#!/bin/sh
|kill -9 "$(cat $TMP/pid)"
|while kill -0 "$(cat $TMP/pid)" 2>/dev/null && ! grep -q '^State:.Z' \
|    "/proc/$(cat $TMP/pid)/status"; do :; done
|echo "killed $(cat $TMP/pid)" >>$TMP/killed
script $TMP/run/mark
|
script $TMP/bin/vi
|#!/bin/sh
|echo "$1" >$TMP/line
|printf '%ssoup\n' "$(cat "$2")" >"$2"
env EDITOR=vi
env XDG_RUNTIME_DIR=$TMP/run
env LECTERN_OPENER=$TMP/look
env PATH=$TMP/bin:/usr/bin:/bin
env TMUX=
size 160x24
run $DATA/garden.md
expect Slow compost
keys M
expect nothing plays
keys p
expect playing
script $TMP/order
|set pause yes
file $TMP/done done: set pause
script $TMP/order
|seek 40 absolute+exact
expect Notes - at 0:40 of 1:40
expect Slow compost █▌░░
file $TMP/played SOCKET|https://www.youtube.com/watch?v=AAAAAAAAAAA|
# Its socket is nobody else's to see.
keys o
file $TMP/folders folders: lectern-player.
file $TMP/folders drwx------
file $TMP/folders socket
# What is thought of it while it plays is written at its second.
type :stamp bread crumbs
keys Enter
expect note kept: Slow compost
expect │ 0:40 • bread crumbs
keys M
file $TMP/line +5
expect │ 0:40 • soup
# Killed, it leaves what was kept, and p goes on from there.
env LECTERN_OPENER=$TMP/kill
script $TMP/order
|seek 52 absolute+exact
expect Notes - at 0:52 of 1:40
keys Q
exit 0
# Left alone by lectern it goes on; then no socket is left.
env LECTERN_OPENER=$TMP/look
run $DATA/garden.md
expect Notes - at 0:52 of 1:40
keys o
file $TMP/folders folders: mark
keys Q
exit 0
env LECTERN_OPENER=$TMP/kill
run $DATA/garden.md
expect Notes - at 0:52 of 1:40
# It is killed, and then the next one, which lectern follows.
keys o
file $TMP/killed killed
remove $TMP/killed
keys p
file $TMP/played SOCKET|--start=52|https://www.youtube.com/watch?v=AAAAAAAAAAA|
script $TMP/order
|set pause yes
file $TMP/done done: set pause
script $TMP/order
|seek 95 absolute+exact
expect Notes - seen, at 1:35 of 1:40
expect Slow compost ███▌
keys o
file $TMP/killed killed
# lectern is killed, and mpv plays on: the next one goes on with it.
keys P
file $TMP/played SOCKET|https://www.youtube.com/watch?v=AAAAAAAAAAA|
script $TMP/order
|set pause yes
file $TMP/done done: set pause
script $TMP/order
|seek 61 absolute+exact
expect Notes - seen, at 1:01 of 1:40
signal KILL
exit 137
env LECTERN_OPENER=$TMP/kill
remove $TMP/killed
run $DATA/garden.md
expect still playing: Slow compost
expect Notes - seen, at 1:01 of 1:40
type :stamp compost tea
keys Enter
expect note kept: Slow compost
expect │ 1:01 • compost tea
script $TMP/order
|seek 64 absolute+exact
expect Notes - seen, at 1:04 of 1:40
keys o
file $TMP/killed killed
keys Q
exit 0
# The next one finds what was kept, and clears up.
script $TMP/look
|#!/bin/sh
|while ls $TMP/run/lectern-player.* >$TMP/seen 2>&1; do :; done
|echo nothing >$TMP/cleared
env LECTERN_OPENER=$TMP/look
run $DATA/garden.md
expect Notes - seen, at 1:04 of 1:40
keys o
file $TMP/cleared nothing
type /crumbs
expect 1/7
keys Esc
expect 7/7
type /is:started
expect 1/7
keys Enter Q
exit 0
