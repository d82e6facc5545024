# Several documents that tell of the same talks, at the command line.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp
	data=$srcdir/tests/data/programmes
	cp "$data/frab.json" "$tmp/programme.json"
	cp "$data/playlist.json" "$tmp/my videos.json"
	cp "$data/tide-notes.md" "$tmp/notes.md"
	cd "$tmp"
}

@test "notes, programme and videos are listed as one conference" {
	"$LECTERN" list notes.md programme.json "my videos.json" >out
	[ "$(wc -l <out)" -eq 3 ]
	grep -q 'Kelp at depth.*https://video.example.org/kelp.webm' out
	"$LECTERN" search "dark" notes.md programme.json "my videos.json" >out
	grep -q 'Kelp at depth' out
}

@test "join tells each pair, why, and what is left" {
	"$LECTERN" join notes.md programme.json "my videos.json" >out 2>err
	grep -qxF "same title	Kelp at depth	Kelp at depth	notes.md" out
	grep -qxF "title within title	Kelp at depth - Ann One	Kelp at depth	my videos.json" out
	grep -qxF "left	Coffee		notes.md" out
	grep -qxF "Tide Days, my notes: 2 of 3 joined with Tide Days" err
}

@test "notes are joined with a programme that is a table" {
	printf '%s\n' 'Start,Title,Speakers,Room' '10:00,Kelp at depth,Ann One,A' \
		'11:00,Night watch,Cy Three,B' >table.csv
	"$LECTERN" join notes.md table.csv >out 2>err
	grep -qxF "same title	Kelp at depth	Kelp at depth	notes.md" out
	grep -qxF "Tide Days, my notes: 2 of 3 joined with table" err
}

@test "join tells the day of talks that have the same title" {
	cat >two.csv <<-END
		Title,Day,Start,Speakers
		Lightning talks,2026-05-01,10:00,
		Lightning talks,2026-05-02,10:00,
		Kelp at depth,2026-05-02,11:00,Ann One
		Night watch,2026-05-02,12:00,Bo Two
	END
	sed 1d two.csv | sed '1i Title,Date,Time,Speakers' >notes.csv
	"$LECTERN" join two.csv notes.csv >out 2>err
	grep -q "	Lightning talks	Lightning talks	.*	2026-05-01	2026-05-01$" out
	grep -q "	Lightning talks	Lightning talks	.*	2026-05-02	2026-05-02$" out
	grep -q "	Night watch	Night watch	[^	]*$" out
	"$LECTERN" join --json two.csv notes.csv >out
	grep -qF '"title":"Night watch","day":"2026-05-02","other":"Night watch","other_day":"2026-05-02",' out
}

@test "library tells what a document was joined with" {
	"$LECTERN" library notes.md programme.json >out
	grep -qxF "2	0	-	Tide Days	programme.json" out
	grep -qxF "1	0	-	Tide Days, my notes	notes.md	2 of 3 joined with Tide Days" out
	"$LECTERN" library --json notes.md programme.json >out
	grep -qF '"visited":null,"joined":"2 of 3 joined with Tide Days"}' out
}

@test "join says by its status that nothing belongs together" {
	status=0
	"$LECTERN" join notes.md >out || status=$?
	[ "$status" -eq 1 ]
	[ ! -s out ]
}

@test "join in JSON tells a guess apart from a partner" {
	command -v jq >/dev/null || skip "jq is not installed"
	"$LECTERN" join --json notes.md programme.json | jq -c '[.why, .title, .other, .guess]' >out
	grep -qxF '["same title","Night watch","Night watch",null]' out
	grep -qxF '[null,"Coffee",null,null]' out
}

@test "two videos are not one talk because of how their site calls pages" {
	printf '%s\n' '# A' '## Kelp' 'https://www.youtube.com/watch?v=AAAAAAAAAAA' '- x' >a.md
	printf '%s\n' 'Start,Title,URL' '10:00,Night,https://www.youtube.com/watch?v=BBBBBBBBBBB' >b.csv
	status=0
	"$LECTERN" join a.md b.csv >out || status=$?
	[ "$status" -eq 1 ]
	[ ! -s out ]
}

@test "sources and check tell which captions of a folder are of no talk" {
	mkdir -p talks/said
	printf '%s\n' '# Shore' '## Kelp' '<https://www.youtube.com/watch?v=AAAAAAAAAAA>' \
	    '- green' '## Reeds' '- tall' >talks/notes.md
	cat >"talks/said/Kelp [AAAAAAAAAAA].en.vtt" <<-END
		WEBVTT

		00:12:34.000 --> 00:12:38.000
		forests under water
	END
	cp "talks/said/Kelp [AAAAAAAAAAA].en.vtt" "talks/Fog [BBBBBBBBBBB].vtt"
	"$LECTERN" sources talks >out
	# What is of a talk is not read until it is wanted.
	grep -qxF "talks/said/Kelp [AAAAAAAAAAA].en.vtt: Kelp [AAAAAAAAAAA].en: captions" out
	grep -A1 -F "said/Kelp" out | grep -qxF "	transcript of Kelp"
	grep -A1 -F "talks/Fog" out | grep -qxF "	of no talk that is open: a talk of its own"
	"$LECTERN" check talks >out || true
	[ "$(grep -c "short name" out)" -eq 1 ]
	grep -q "^talks/Fog.*:1: warning: no talk has the video" out
	"$LECTERN" search --json forests talks/notes.md talks/said/* >out
	grep -qF '"field":"transcript","second":754' out
}

@test "sources tells how each was read, what it was joined with, and how to renew it" {
	mkdir more
	cp notes.md programme.json more
	echo '{"a": 1}' >more/other.json
	"$LECTERN" sources more "my videos.json" >out 2>/dev/null
	grep -qxF "more/programme.json: Tide Days: programme, 2 talks" out
	grep -qxF "	2 of 3 joined with Tide Days" out
	grep -qxF "	yt-dlp -J --flat-playlist 'https://www.youtube.com/playlist?list=PL1' >'my videos.json'" out
	grep -qxF "more/other.json: JSON, but no programme and no list of videos, left out" out
}
