# Marks stay with their talks, and whole.

setup() {
	garden=$srcdir/tests/data/garden.md
	elsewhere=$srcdir/tests/data/load/days.md
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp
}

# Runs lectern in its home, or in the one that `on` names: $output, $status.
lectern() {
	status=0
	output=$(HOME=$tmp/${machine-} "$LECTERN" "$@" 2>"$tmp/err") || status=$?
	errors=$(cat "$tmp/err")
}

# A document of one conference, with these talks.
kelp() {
	printf '# Kelp Conf\n' >"$tmp/kelp.md"
	for talk; do
		printf '\n## %b\n\n- soon\n' "$talk" >>"$tmp/kelp.md"
	done
}

# The titles of the talks that match, one a line.
titles() { # QUERY FILE...
	query=$1
	shift
	lectern list --query "$query" "$@"
	echo "$output" | cut -f3
}

video='\n\nhttps://www.youtube.com/watch?v=kelp0000001'

@test "export takes md for markdown" {
	"$LECTERN" export --format md --query compost "$srcdir/tests/data/garden.md" >"$tmp/short"
	"$LECTERN" export --format markdown --query compost "$srcdir/tests/data/garden.md" |
		cmp - "$tmp/short"
}

@test "a mark that is removed elsewhere keeps all that is told of its talk" {
	lectern bookmark add BBBBBBBBBBB "$garden"
	lectern -x 'talk BBBBBBBBBBB' -x seen "$garden"
	lectern bookmark list --json "$elsewhere"
	[[ "$output" == *'"speakers":["Björn Östlund","Zoë Quinn"]'* ]]
	lectern bookmark rm BBBBBBBBBBB "$elsewhere"
	[ "$status" -eq 0 ]
	lectern export
	[[ "$output" == *'"title":"Winter beans","speakers":["Björn Östlund","Zoë Quinn"],"url":"https://www.youtube.com/watch?v=BBBBBBBBBBB","bookmarked":false'* ]]
}

@test "a talk that lost its video keeps its address in its mark" {
	kelp "Farming - Ada Wave, Cy Sand$video"
	lectern -x bookmark "$tmp/kelp.md"
	kelp 'Farming - Ada Wave, Cy Sand'
	lectern -x seen "$tmp/kelp.md"
	lectern export
	[[ "$output" == *'"speakers":["Ada Wave","Cy Sand"],"url":"https://www.youtube.com/watch?v=kelp0000001","bookmarked":true'*'"seen":true'* ]]
	[ "$(echo "$output" | wc -l)" -eq 1 ]
}

@test "speakers are a list when exported, and one line where files are shared" {
	# A line of an export; $1 are its speakers.
	mark() {
		printf '{"schema":1,"key":"k","title":"Tides","speakers":%s,"url":null,"bookmarked":true,"bookmarked_at":1}\n' "$1"
	}
	for speakers in '"Bo Shore, Ada \"Sea\" Wave"' '["Bo Shore","","Ada \"Sea\" Wave"]'; do
		rm -rf "$tmp"/.local
		mark "$speakers" >"$tmp/in.jsonl"
		lectern import "$tmp/in.jsonl"
		[ "$status" -eq 0 ]
		lectern export
		[[ "$output" == *'"speakers":["Bo Shore","Ada \"Sea\" Wave"],'* ]]
		# What an older version on another machine reads, too.
		rm -f "$tmp/sync.jsonl"
		mkdir -p "$tmp/.config/lectern"
		echo "sync-file = $tmp/sync.jsonl" >"$tmp/.config/lectern/config"
		lectern bookmark add AAAAAAAAAAA "$garden"
		grep -F '"speakers":"Bo Shore, Ada \"Sea\" Wave",' "$tmp/sync.jsonl"
		lectern export >"$tmp/again.jsonl"
		lectern import --dry-run "$tmp/again.jsonl" "$tmp/sync.jsonl"
		[ "$status" -eq 0 ]
		[ -z "$(echo "$output" | grep -v ': 0 new, 0 changed')" ]
	done
	mark '[]' >"$tmp/none.jsonl"
	machine=other lectern import "$tmp/none.jsonl"
	machine=other lectern export
	[[ "$output" == *'"speakers":[],'* ]]
	for speakers in '["Bo Shore",1]' '[["Bo Shore"]]' '{"a":"Bo"}' 1 null; do
		mark "$speakers" >"$tmp/in.jsonl"
		lectern import "$tmp/in.jsonl"
		[ "$status" -ne 0 ]
		[[ "$errors" == *':1: "speakers" is not as lectern export'* ]]
	done
}

@test "a talk keeps its marks when it gains its video" {
	kelp 'Farming for all - Ada Wave' 'Tides - Bo Shore'
	lectern -x bookmark -x 'note of my own' -x 'tag later' "$tmp/kelp.md"
	cp "$tmp/kelp.md" "$tmp/before.md"
	kelp "Farming for all - Ada Wave$video" 'Tides - Bo Shore'
	[ "$(titles is:bookmarked "$tmp/kelp.md")" = "Farming for all" ]
	[ "$(titles my:own "$tmp/kelp.md")" = "Farming for all" ]
	# Once: there is one talk, and no other is missing.
	lectern bookmark list "$tmp/kelp.md"
	[ "$(echo "$output" | cut -f1,3)" = "kelp0000001	Farming for all" ]
	lectern export
	[ "$(echo "$output" | wc -l)" -eq 1 ]
	[[ "$output" == *'"key":"yt:kelp0000001"'*'"keys":["h:'* ]]
	# The document of before has it, too; what is changed there holds here.
	[ "$(titles is:bookmarked "$tmp/before.md")" = "Farming for all" ]
	lectern -x bookmark "$tmp/before.md"
	[ -z "$(titles is:bookmarked "$tmp/kelp.md")" ]
	[ "$(titles tag:later "$tmp/kelp.md")" = "Farming for all" ]
}

@test "what was taken over is so on another machine, in whatever order" {
	kelp 'Farming for all - Ada Wave' 'Tides - Bo Shore'
	mkdir -p "$tmp/a" "$tmp/b" "$tmp/c"
	machine=a lectern -x bookmark "$tmp/kelp.md"
	machine=a lectern export
	echo "$output" >"$tmp/old.jsonl"
	machine=b lectern -x 'tag tide' "$tmp/kelp.md"
	kelp "Farming for all - Ada Wave$video" 'Tides - Bo Shore'
	machine=a lectern -x seen "$tmp/kelp.md"
	machine=a lectern export
	echo "$output" >"$tmp/new.jsonl"
	# To one with marks under the older key, and to one with none.
	machine=b lectern import "$tmp/new.jsonl"
	machine=b lectern export
	[ "$(echo "$output" | wc -l)" -eq 1 ]
	[[ "$output" == *'"bookmarked":true'*'"tag":"tide","set":true'* ]]
	[ "$(machine=b titles 'is:bookmarked tag:tide is:seen' "$tmp/kelp.md")" = "Farming for all" ]
	machine=c lectern import "$tmp/new.jsonl"
	machine=c lectern import "$tmp/old.jsonl"
	machine=c lectern export
	[ "$output" = "$(cat "$tmp/new.jsonl")" ]
	machine=b lectern import "$tmp/old.jsonl"
	machine=b lectern export
	[ "$(echo "$output" | wc -l)" -eq 1 ]
}

@test "a talk keeps its marks with a second speaker or a better title" {
	kelp 'Farming for all - Ada Wave' 'Second talk about tides - Bo Shore' 'Sand - Bo Shore'
	lectern -x bookmark -x down -x bookmark "$tmp/kelp.md"
	kelp 'Farming for all - Ada Wave, Cy Sand' 'More talk about the tides - Bo Shore' 'Sand - Bo Shore'
	[ "$(titles is:bookmarked "$tmp/kelp.md")" = "Farming for all
More talk about the tides" ]
	# And both at once, with the video.
	kelp "Kelp farming for all of us - Cy Sand, Ada Wave$video" 'Tides - Bo Shore' 'Sand - Bo Shore'
	[ "$(titles is:bookmarked "$tmp/kelp.md" | head -n1)" = "Kelp farming for all of us" ]
	# Another talk of the same speaker is another talk.
	kelp 'Whales - Ada Wave' 'Sand - Bo Shore'
	[ -z "$(titles is:bookmarked "$tmp/kelp.md")" ]
}

@test "a talk that is only alike takes no marks of another" {
	# Marks "Growing kelp for food" by NAME; then there are these talks.
	then_there_are() { # NAME TALK...
		rm -rf "$tmp/.local"
		name=$1
		shift
		kelp "Growing kelp for food - $name" 'Tides - Bo Shore'
		lectern bookmark add "$(id_of Growing)" "$tmp/kelp.md"
		kelp "$@" 'Tides - Bo Shore'
	}
	id_of() {
		lectern list --query "$1" "$tmp/kelp.md"
		echo "$output" | cut -f1
	}
	then_there_are 'Ann Wave' 'Growing kelp for fun - Ann Wave'
	[ "$(titles is:bookmarked "$tmp/kelp.md")" = 'Growing kelp for fun' ]
	# One of two, and nobody knows which.
	then_there_are 'Ann Wave' 'Growing kelp for fun - Ann Wave' \
	    'Growing kelp for fish - Ann Wave'
	[ -z "$(titles is:bookmarked "$tmp/kelp.md")" ]
	# Another's, whose name only begins so.
	then_there_are 'Ann Waverley' 'Growing kelp for fun - Ann Wave'
	[ -z "$(titles is:bookmarked "$tmp/kelp.md")" ]
	# One that has marks of its own was there before.
	rm -rf "$tmp/.local"
	kelp 'Growing kelp for food - Ann Wave' 'Growing kelp for fun - Ann Wave' 'Tides - Bo Shore'
	lectern bookmark add "$(id_of food)" "$tmp/kelp.md"
	lectern -x "talk $(id_of fun)" -x seen "$tmp/kelp.md"
	kelp 'Growing kelp for fun - Ann Wave' 'Tides - Bo Shore'
	[ -z "$(titles is:bookmarked "$tmp/kelp.md")" ]
	# Two were there, and either may be what this one is.
	rm -rf "$tmp/.local"
	kelp 'Growing kelp for food - Ann Wave' 'Growing kelp for fish - Ann Wave' 'Tides - Bo Shore'
	lectern bookmark add "$(id_of food)" "$tmp/kelp.md"
	lectern bookmark add "$(id_of fish)" "$tmp/kelp.md"
	kelp 'Growing kelp for fun - Ann Wave' 'Tides - Bo Shore'
	[ -z "$(titles is:bookmarked "$tmp/kelp.md")" ]
}

@test "marks of versions before are taken over, too" {
	cat >"$tmp/old.jsonl" <<-'END'
		{"schema":1,"key":"h:824c2e83ee7147ca","title":"Swapping seeds","speakers":"Ann Lee, Kim Park","url":null,"bookmarked":true,"bookmarked_at":1700000000000,"seen":false,"seen_at":0}
		{"schema":1,"key":"https://yewtu.be/watch?v=kelp0000002","title":"Tides","speakers":"Bo Shore","url":"https://yewtu.be/watch?v=kelp0000002","bookmarked":true,"bookmarked_at":1700000000000,"seen":false,"seen_at":0}
		{"schema":1,"key":"https://player.vimeo.com/video/1234","title":"Dunes","speakers":"","url":"https://player.vimeo.com/video/1234","bookmarked":true,"bookmarked_at":1700000000000,"seen":false,"seen_at":0}
		{"schema":1,"key":"https://dai.ly/x8abc12","title":"Reeds","speakers":"","url":"https://dai.ly/x8abc12","bookmarked":true,"bookmarked_at":1700000000000,"seen":false,"seen_at":0}
		{"schema":1,"key":"https://example.org/%c3%a9t%c3%a9","title":"Ponds","speakers":"","url":"https://example.org/%c3%a9t%c3%a9","bookmarked":true,"bookmarked_at":1700000000000,"seen":false,"seen_at":0}
	END
	lectern import "$tmp/old.jsonl"
	kelp "Swapping seeds - Ann Lee, Kim Park, Bo Shore$video" \
	    'Tides - Bo Shore\n\nhttps://youtu.be/kelp0000002' \
	    'Dunes\n\nhttps://vimeo.com/1234' \
	    'Reeds\n\nhttps://www.dailymotion.com/video/x8abc12' \
	    'Ponds\n\nhttps://example.org/\xc3\xa9t\xc3\xa9'
	[ "$(titles is:bookmarked "$tmp/kelp.md" | wc -l)" -eq 5 ]
	lectern bookmark list "$tmp/kelp.md"
	[ "$(echo "$output" | wc -l)" -eq 5 ]
}

@test "talks of other conferences are other talks" {
	kelp 'Opening' 'Tides - Bo Shore'
	lectern -x bookmark -x down -x bookmark "$tmp/kelp.md"
	printf '# Reed Days\n\n## Opening\n\nhttps://youtu.be/reed0000001\n\n## Tides today - Bo Shore\n\nhttps://youtu.be/reed0000002\n' >"$tmp/reed.md"
	[ -z "$(titles is:bookmarked "$tmp/reed.md")" ]
	[ "$(titles is:bookmarked "$tmp/kelp.md" | wc -l)" -eq 2 ]
}

@test "talks of one title on two days have marks of their own" {
	cat >"$tmp/reed.md" <<-'END'
		# Reed Days

		## Monday

		### Lightning talks

		- monday pond

		### Opening - Ann Moss

		- day one

		## Tuesday

		### Lightning talks

		- tuesday lake

		### Opening - Ann Moss

		- day two
	END
	# What was marked before they were told apart stays with the first.
	echo '{"schema":1,"key":"h:dcf090a7d5c1ea6e","title":"Lightning talks","speakers":"","url":null,"bookmarked":false,"bookmarked_at":0,"seen":true,"seen_at":1700000000000}' >"$tmp/old.jsonl"
	lectern import "$tmp/old.jsonl"
	lectern list --query is:seen "$tmp/reed.md"
	[ "$(echo "$output" | cut -f2)" = Monday ]
	lectern -x 'talk h:dcf090a7d5c1ea6e~2' -x bookmark "$tmp/reed.md"
	lectern list --query is:bookmarked "$tmp/reed.md"
	[ "$(echo "$output" | cut -f2)" = Tuesday ]
	# Without the first it is still itself.
	sed '/Monday/,/day one/d' "$tmp/reed.md" >"$tmp/tuesday.md"
	lectern list --query is:bookmarked "$tmp/tuesday.md"
	[ "$(echo "$output" | cut -f2,3)" = "Tuesday	Lightning talks" ]
	[ -z "$(titles is:seen "$tmp/tuesday.md")" ]
	lectern list --query is:bookmarked "$tmp/reed.md"
	[ "$(echo "$output" | cut -f2)" = Tuesday ]
	lectern list --query is:seen "$tmp/reed.md"
	[ "$(echo "$output" | cut -f2)" = Monday ]
}

@test "parts of one recording have marks of their own" {
	kelp 'Farming - Ada Wave\n\nhttps://youtu.be/kelp0000001' \
	    'Tides - Bo Shore\n\nhttps://youtu.be/kelp0000001?t=1h2m3s' \
	    'Dunes - Cy Sand\n\nhttps://youtu.be/kelp0000001?t=5400'
	lectern -x 'talk kelp0000001~2' -x bookmark "$tmp/kelp.md"
	[ "$(titles is:bookmarked "$tmp/kelp.md")" = Tides ]
	lectern -x bookmark -x 'talk kelp0000001~2' -x bookmark "$tmp/kelp.md"
	[ "$(titles is:bookmarked "$tmp/kelp.md")" = Farming ]
}

@test "talks of one recording without a time have marks of their own" {
	kelp 'Farming - Ada Wave\n\nhttps://youtu.be/kelp0000001' \
	    'Tides - Bo Shore\n\nhttps://www.youtube.com/watch?v=kelp0000001' \
	    'Dunes - Cy Sand\n\nhttps://youtu.be/kelp0000001'
	lectern -x 'talk kelp0000001~2' -x bookmark "$tmp/kelp.md"
	[ "$(titles is:bookmarked "$tmp/kelp.md")" = Tides ]
	lectern -x bookmark -x 'talk kelp0000001~2' -x bookmark "$tmp/kelp.md"
	[ "$(titles is:bookmarked "$tmp/kelp.md")" = Farming ]
	# A talk that is listed twice is one.
	kelp 'Farming - Ada Wave\n\nhttps://youtu.be/kelp0000001' \
	    'Farming\n\nhttps://youtu.be/kelp0000001'
	[ "$(lectern list --query is:bookmarked "$tmp/kelp.md"; echo "$output" | wc -l)" -eq 2 ]
}

@test "talks with one address keep their marks when others come, go or move" {
	list='\n\nhttps://www.youtube.com/playlist?list=PLkelp'
	marked() {
		titles is:bookmarked "$tmp/kelp.md" | tr '\n' ,
	}
	kelp "Farming - Ada Wave$list" "Tides - Bo Shore$list" "Dunes - Cy Sand$list"
	lectern -x bookmark "$tmp/kelp.md"
	[ "$(marked)" = Farming, ]
	kelp "Reeds - Di Elm$list" "Farming - Ada Wave$list" "Tides - Bo Shore$list"
	[ "$(marked)" = Farming, ]
	# What is marked now is of the talk that it is shown at.
	lectern -x bookmark "$tmp/kelp.md"
	[ "$(marked)" = Reeds,Farming, ]
	kelp "Tides - Bo Shore$list" "Farming - Ada Wave$list" "Reeds - Di Elm$list"
	[ "$(marked)" = Farming,Reeds, ]
	kelp "Tides - Bo Shore$list" "Dunes - Cy Sand$list"
	[ "$(marked)" = , ]
	kelp "Farming kelp for all - Ada Wave$list" "Tides - Bo Shore$list" "Reeds - Di Elm$list"
	[ "$(marked)" = 'Farming kelp for all,Reeds,' ]
	lectern bookmark list "$tmp/kelp.md"
	[ "$(echo "$output" | wc -l)" -eq 2 ]
	# So do talks whose addresses differ in what is behind a # alone.
	rm -rf "$tmp/.local"
	kelp 'Farming - Ada Wave\n\nhttps://x.example/#a' 'Tides - Bo Shore\n\nhttps://x.example/#b'
	lectern -x bookmark "$tmp/kelp.md"
	kelp 'Tides - Bo Shore\n\nhttps://x.example/#b' 'Farming - Ada Wave\n\nhttps://x.example/#a'
	[ "$(marked)" = Farming, ]
}

@test "talks of one title have marks of their own, whatever tells them apart" {
	kelp 'Flash\n\n- hut A' 'Flash\n\n- hut B' 'Flash\n\n- hut C'
	lectern list "$tmp/kelp.md"
	third=$(echo "$output" | sed -n '3s/\t.*//p')
	lectern bookmark add "$third" "$tmp/kelp.md"
	lectern list --json --query is:bookmarked "$tmp/kelp.md"
	[ "$(echo "$output" | wc -l)" -eq 1 ]
	[[ "$output" == *'hut C'* ]]
}

@test "the same title in two conferences is two talks" {
	kelp 'Closing' 'Tides - Bo Shore'
	printf '# Reed Days\n\n## Pond - Ann Moss\n\n- hi\n\n## Closing\n\n- bye\n' >"$tmp/reed.md"
	lectern -x bookmark "$tmp/kelp.md" "$tmp/reed.md"
	lectern list --query is:bookmarked "$tmp/kelp.md" "$tmp/reed.md"
	[ "$(echo "$output" | cut -f2,3)" = "Kelp Conf	Closing" ]
	closing=$(echo "$output" | cut -f1)
	lectern -x "talk $closing~2" -x seen "$tmp/kelp.md" "$tmp/reed.md"
	lectern list --json --query is:seen "$tmp/reed.md"
	[[ "$output" == *'"conference":"Reed Days"'*'"bookmarked":false'* ]]
	[ "$(titles '!is:seen' "$tmp/kelp.md" | head -n1)" = Closing ]
	# In whatever order they are given.
	lectern list --json --query is:seen "$tmp/reed.md" "$tmp/kelp.md"
	[[ "$output" == *'"conference":"Reed Days"'*'"bookmarked":false'* ]]
	lectern list --json --query is:bookmarked "$tmp/reed.md" "$tmp/kelp.md"
	[[ "$output" == *'"conference":"Kelp Conf"'*'"seen_at":null'* ]]
}

# Runs lectern, but not for long: $status is 124 where it hangs.
briefly() {
	status=0
	output=$(timeout 10 "$LECTERN" "$@" 2>&1) || status=$?
}

@test "a file that is no regular one is told and hangs nothing" {
	mkdir -p "$tmp/.config/lectern" "$tmp/share"
	echo "sync-file = $tmp/share/marks.jsonl" >"$tmp/.config/lectern/config"
	mkfifo "$tmp/share/marks.jsonl"
	briefly bookmark add AAAAAAAAAAA "$garden"
	[ "$status" -eq 0 ]
	[[ "$output" == *"marks.jsonl: not a regular file"* ]]
	[ -p "$tmp/share/marks.jsonl" ]
	rm "$tmp/share/marks.jsonl"
	mkfifo "$tmp/share/marks.sync-conflict-1.jsonl"
	briefly bookmark add BBBBBBBBBBB "$garden"
	[ "$status" -eq 0 ]
	[[ "$output" == *"conflict-1.jsonl: not a regular file"* ]]
	briefly import "$tmp/share/marks.sync-conflict-1.jsonl"
	[ "$status" -eq 2 ]
	[[ "$output" == *": not a regular file"* ]]
	briefly list --db "$tmp/share/marks.sync-conflict-1.jsonl" "$garden"
	[ "$status" -eq 0 ]
	[[ "$output" == *": not a regular file; marks last only"* ]]
	mv "$tmp/share/marks.sync-conflict-1.jsonl" "$tmp/.config/lectern/config.fifo"
	mv "$tmp/.config/lectern/config.fifo" "$tmp/.config/lectern/config"
	briefly list "$garden"
	[ "$status" -eq 0 ]
	[[ "$output" == *"lectern/config: not a regular file"* ]]
	# The marks were kept all the while.
	rm "$tmp/.config/lectern/config"
	lectern bookmark list "$garden"
	[ "$(echo "$output" | cut -f1)" = "AAAAAAAAAAA
BBBBBBBBBBB" ]
}

@test "what is no file beside the marks is told and hangs nothing" {
	own=$tmp/.local/share/lectern
	lectern bookmark add AAAAAAAAAAA "$garden"
	for name in journal wal; do
		mkfifo "$own/marks.db-$name"
		briefly list "$garden"
		[ "$status" -eq 0 ]
		[[ "$output" == *"marks.db-$name: not a regular file; marks last only"* ]]
		briefly bookmark add BBBBBBBBBBB "$garden"
		[ "$status" -eq 2 ]
		[ -p "$own/marks.db-$name" ]
		rm "$own/marks.db-$name"
	done
	lectern bookmark list "$garden"
	[ "$(echo "$output" | cut -f1)" = AAAAAAAAAAA ]
}

@test "a link to a disk that is away stays a link, and is written to later" {
	mkdir -p "$tmp/.config/lectern"
	ln -s disk/marks.jsonl "$tmp/link"
	ln -s link "$tmp/marks.jsonl"
	echo "sync-file = $tmp/marks.jsonl" >"$tmp/.config/lectern/config"
	briefly bookmark add AAAAAAAAAAA "$garden"
	[ "$status" -eq 0 ]
	[[ "$output" == *"disk: No such file or directory"* ]]
	[ -L "$tmp/marks.jsonl" ] && [ -L "$tmp/link" ]
	mkdir "$tmp/disk"
	briefly bookmark add BBBBBBBBBBB "$garden"
	[ -z "$output" ]
	[ -L "$tmp/marks.jsonl" ] && [ -L "$tmp/link" ]
	grep AAAAAAAAAAA "$tmp/disk/marks.jsonl"
	grep BBBBBBBBBBB "$tmp/disk/marks.jsonl"
}

@test "a link to a device as the sync file leaves the device alone" {
	mkdir -p "$tmp/.config/lectern" "$tmp/private"
	mknod -m 666 "$tmp/private/node" c 1 3 2>/dev/null || skip "wants root"
	ln -s "$tmp/private/node" "$tmp/marks.jsonl"
	echo "sync-file = $tmp/marks.jsonl" >"$tmp/.config/lectern/config"
	briefly bookmark add AAAAAAAAAAA "$garden"
	[ "$status" -eq 0 ]
	[[ "$output" == *"not a regular file"* ]]
	[ -c "$tmp/private/node" ]
}

@test "a sync file that is far too large is told and left alone" {
	mkdir -p "$tmp/.config/lectern"
	echo "sync-file = $tmp/marks.jsonl" >"$tmp/.config/lectern/config"
	truncate -s 53M "$tmp/marks.jsonl"
	briefly bookmark add AAAAAAAAAAA "$garden"
	[ "$status" -eq 0 ]
	[[ "$output" == *"marks.jsonl: larger than 16 MB, and left alone"* ]]
	[ "$(stat -c %s "$tmp/marks.jsonl")" -eq $((53 * 1024 * 1024)) ]
}

# One line with so many tags.
tagged() {
	printf '{"schema":1,"key":"yt:AAAAAAAAAAA","title":"Slow compost","speakers":["Ann Lee"],"url":null,"bookmarked":false,"bookmarked_at":0,"seen":false,"seen_at":0,"tags":['
	seq -s, -f '{"tag":"t%.0f","set":true,"at":1}' "$1" | tr -d '\n'
	printf ']}\n'
}

@test "a line has its bounds, and says which" {
	tagged 1000 >"$tmp/most.jsonl"
	lectern import "$tmp/most.jsonl"
	[ "$status" -eq 0 ]
	[ "$(titles tag:t999 "$garden")" = "Slow compost" ]
	tagged 1001 >"$tmp/many.jsonl"
	lectern import "$tmp/many.jsonl"
	[ "$status" -eq 2 ]
	[[ "$errors" == *"many.jsonl:1: more than 1000 tags, keys or conferences of a talk; nothing was imported"* ]]
	{
		tagged 1 | sed 's/"tags":.*//' | tr -d '\n'
		printf '"conferences":['
		seq -s, -f '"c%.0f"' 1001 | tr -d '\n'
		printf ']}\n'
	} >"$tmp/conferences.jsonl"
	lectern import "$tmp/conferences.jsonl"
	[ "$status" -eq 2 ]
	[[ "$errors" == *"conferences.jsonl:1: more than 1000 tags, keys or conferences of a talk; "* ]]
	{ printf '{"'; yes | tr -d '\n' | head -c 1100000; } >"$tmp/long.jsonl"
	lectern import "$tmp/long.jsonl"
	[ "$status" -eq 2 ]
	[[ "$errors" == *"long.jsonl:1: longer than 1 MB; nothing was imported"* ]]
}

@test "a cell of a table is text to a spreadsheet" {
	kelp '=1+2 farms - Ada Wave' 'Tides - Bo Shore'
	lectern -x bookmark -x 'note @SUM(A1), really' "$tmp/kelp.md"
	lectern export --format=csv "$tmp/kelp.md"
	[[ "$output" == *",'=1+2 farms,"* ]]
	[[ "$output" == *",\"'@SUM(A1), really\""* ]]
	# Some read wide signs, too.
	kelp '＝1+2 farms - Ada Wave' 'Tides - Bo Shore'
	lectern -x bookmark "$tmp/kelp.md"
	lectern export --format=csv "$tmp/kelp.md"
	[[ "$output" == *",'＝1+2 farms,"* ]]
}

@test "what was settled of pairs is exported and imported" {
	line='{"schema":1,"key":"k","title":"t","speakers":"","url":null,"pairs":[{"of":"%s","with":"z","same":true,"at":1}]}\n'
	printf "$line" "x y" >"$tmp/pairs"
	lectern import "$tmp/pairs"
	[ "$status" -eq 2 ]
	[[ $errors == *'pairs:1: "pairs" is not as lectern export writes it'* ]]
	printf "$line" x >"$tmp/pairs"
	lectern import "$tmp/pairs"
	lectern export
	[[ $output == *'"pairs":[{"of":"x","with":"z","same":true,"at":1}]'* ]]
}

@test "a digest tells what was marked lately, and nothing else" {
	lectern digest "$garden"
	[ "$status" -eq 0 ]
	[ -z "$output$errors" ]
	lectern digest --format html "$garden"
	[ -z "$output" ]
	# A year ago, and now.
	printf '%s\n' '{"schema":1,"key":"yt:AAAAAAAAAAA","title":"Slow compost","speakers":["Ann Lee"],"url":null,"bookmarked":true,"bookmarked_at":1577836800000}' |
		"$LECTERN" import -
	lectern -x 'talk BBBBBBBBBBB' -x seen -x 'note <b>Sow & reap' "$garden"
	lectern digest --since=1d "$garden"
	[[ "$output" == *'  Winter beans'* ]]
	[[ "$output" == *'https://www.youtube.com/watch?v=BBBBBBBBBBB'* ]]
	[[ "$output" == *"seen $(date -u +%Y)-"*T*Z* ]]
	[[ "$output" == *'    | <b>Sow & reap'* ]]
	[[ "$output" != *compost* ]]
	lectern digest --format md "$garden"
	[[ "$output" == *'## Winter beans - '* ]]
	[[ "$output" != *compost* ]]
	lectern digest --format html "$garden"
	[[ "$output" == *'&lt;b&gt;Sow &amp; reap'* ]]
	[[ "$output" != *script* ]]
	# A link leads to where the video was stopped; elsewhere it stays as it is.
	now=$(date +%s)000
	printf '%s\n' "{\"schema\":1,\"key\":\"yt:BBBBBBBBBBB\",\"title\":\"Winter beans\",\"speakers\":[],\"url\":null,\"position\":\"754/2700\",\"position_at\":$now}" |
		"$LECTERN" import -
	lectern digest --format md "$garden"
	[[ "$output" == *'<https://www.youtube.com/watch?v=BBBBBBBBBBB&t=754>'* ]]
	lectern export --format markdown "$garden"
	[[ "$output" == *'<https://www.youtube.com/watch?v=BBBBBBBBBBB>'* ]]
	# So do time codes in the own note, unless they are links already.
	note='- [12:34] sow (in rows) & reap\n- `20:00` compost\n- [1:02:03](https://example.org/) not here\n\nIt took 45:00.'
	printf '%s\n' "{\"schema\":1,\"key\":\"yt:BBBBBBBBBBB\",\"title\":\"Winter beans\",\"speakers\":[],\"url\":null,\"note\":\"$note\",\"note_at\":$((now + 1000))}" |
		"$LECTERN" import -
	lectern digest --format md "$garden"
	[[ "$output" == *'> - [12:34](https://www.youtube.com/watch?v=BBBBBBBBBBB&t=754) sow (in rows) & reap'* ]]
	[[ "$output" == *'> - [1:02:03](https://example.org/) not here'* ]]
	[[ "$output" == *'> - [`20:00`](https://www.youtube.com/watch?v=BBBBBBBBBBB&t=1200) compost'* ]]
	[[ "$output" == *'> It took 45:00.'* ]]
	lectern digest "$garden"
	[[ "$output" == *'    | - [12:34] sow (in rows) & reap  https://www.youtube.com/watch?v=BBBBBBBBBBB&t=754
'* ]]
	lectern digest --format html "$garden"
	[[ "$output" == *'- <a href="https://www.youtube.com/watch?v=BBBBBBBBBBB&amp;t=754">[12:34]</a> sow (in rows) &amp; reap'* ]]
	lectern export --format markdown "$garden"
	[[ "$output" == *'> - [12:34] sow (in rows) & reap'* ]]
	lectern digest --since=999w "$garden"
	[[ "$output" == *'bookmarked 2020-01-01'* ]]
	for wrong in 0d 1 w -1w 1ww '1 w' 99999999w; do
		lectern digest "--since=$wrong" "$garden"
		[ "$status" -eq 2 ]
		[[ "$errors" == *"--since: \"$wrong\""* ]]
	done
	lectern digest --format csv "$garden"
	[ "$status" -eq 2 ]
	lectern export --format txt "$garden"
	[ "$status" -eq 2 ]
	lectern list --since 1w "$garden"
	[ "$status" -eq 2 ]
}

@test "what is never shown is no part of a mark that is imported" {
	printf '{"schema":1,"key":"yt:AAAAAAAAAAA","title":"Ti\\u001b[31mde \\ud83c\\udf0a \\\\u001b","speakers":["A\\u202enn"],"url":null,"bookmarked":true,"bookmarked_at":5,"tags":[{"tag":"later","set":true,"at":3},{"tag":"%sa","set":true,"at":1},{"tag":"\\u200bb","set":true,"at":2}]}\n' \
		"$(printf '\342\200\256')" >"$tmp/marks.json"
	"$LECTERN" import "$tmp/marks.json"
	"$LECTERN" export >"$tmp/once"
	grep -F '"title":"Ti[31mde 🌊 \\u001b","speakers":["Ann"]' "$tmp/once"
	grep -F '"tags":[{"tag":"a","set":true,"at":1},{"tag":"b","set":true,"at":2},{"tag":"later",' "$tmp/once"
	HOME=$tmp/other
	mkdir "$HOME"
	"$LECTERN" import "$tmp/once"
	"$LECTERN" export >"$tmp/again"
	cmp "$tmp/once" "$tmp/again"
}
