# Documents in other formats than Markdown, at the command line.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp
	mkdir "$tmp/docs"
	cat >"$tmp/docs/programme.csv" <<-END
		Title,Speaker,Track,Day,Room,Abstract
		Locks,Ann One,Kernel,2026-05-01,Hall 2,What they cost.
		Pages,Bob Two,Kernel,2026-05-02,,
		Heaps
	END
}

@test "a programme in CSV is listed, and tells day and room" {
	command -v jq >/dev/null || skip "jq is not installed"
	output=$("$LECTERN" list --json "$tmp/docs/programme.csv")
	[ "$(echo "$output" | jq -c '[.title, .speakers, .track, .day, .room, .blocks[0].text]' | head -n1)" = \
		'["Locks",["Ann One"],"Kernel","2026-05-01","Hall 2","What they cost."]' ]
	[ "$(echo "$output" | jq -c '[.day, has("room")]' | sed -n 2p)" = '["2026-05-02",false]' ]
	"$LECTERN" show --color=never "$(echo "$output" | jq -r .id | head -n1)" "$tmp/docs/programme.csv" |
		grep -q ' · 2026-05-01, Hall 2$'
}

@test "check names the line of a row that does not fit" {
	"$LECTERN" check "$tmp/docs/programme.csv" >"$tmp/out" || [ $? -eq 1 ]
	grep -qxF "$tmp/docs/programme.csv:4: warning: 1 cell, should be 6" "$tmp/out"
}

@test "a folder's programmes are read beside its notes" {
	printf '# Notes\n\n## One - Ann\n\n* x\n\n## Two - Bob\n\n* y\n' >"$tmp/docs/notes.md"
	printf 'Title\tSpeaker\nThree\tCy\nFour\tDee\n' >"$tmp/docs/second.tsv"
	[ "$("$LECTERN" list "$tmp/docs" | wc -l)" -eq 7 ]
}

# A folder with two documents, and two members that are none.
make_folder() {
	mkdir "$tmp/talks"
	printf '## One - Ann\n\n* x\n' >"$tmp/talks/a.md"
	: >"$tmp/talks/b.md"
	printf 'a\000b' >"$tmp/talks/c.md"
	printf '## Two - Bob\n\n* y\n' >"$tmp/talks/d.md"
}

@test "what cannot be read of a folder is left out, and said once" {
	make_folder
	"$LECTERN" list "$tmp/talks" >"$tmp/out" 2>"$tmp/err"
	[ "$(cut -f 3 "$tmp/out" | tr '\n' ' ')" = "One Two " ]
	[ "$(cat "$tmp/err")" = "lectern: $tmp/talks/b.md: empty file, left out, and 1 more" ]
	rm "$tmp/talks/c.md"
	"$LECTERN" list "$tmp/talks" >"$tmp/out" 2>"$tmp/err"
	[ "$(cat "$tmp/err")" = "lectern: $tmp/talks/b.md: empty file, left out" ]
}

@test "a row of a table with only its first cell heads the rows below" {
	cat >"$tmp/a.csv" <<-END
		Time,Speakers,Session
		<b>Session 1</b><br>in <a href='https://tide.example/1'>the hall</a>,,
		10:00,Ann One,Kelp
		Session 2,,
		11:00,Bo Two,Tar
		11:30,,
	END
	"$LECTERN" list "$tmp/a.csv" >"$tmp/out"
	[ "$(cut -f 2 "$tmp/out" | head -n 2 | tr '\n' ' ')" = "Session 1 Session 2 " ]
	# A time alone is none, and no word of one is lost.
	[ "$(wc -l <"$tmp/out")" -eq 3 ]
	[ "$("$LECTERN" search hall "$tmp/a.csv" | cut -f 3)" = Kelp ]
}

@test "pages and rules of a site are no talks beside its talks" {
	mkdir -p "$tmp/site/_talks"
	cd "$tmp/site"
	printf -- '---\nlayout: talk\ntitle: Kelp\nspeaker: Ann One\n---\nIt grows.\n' >_talks/a.md
	printf -- '---\nlayout: talk\ntitle: Tar\nspeaker: Bo Two\n---\nIt sticks.\n' >_talks/b.md
	printf -- '---\nlayout: page\ntitle: About\npermalink: /about/\n---\nWe meet.\n' >about.md
	printf -- '---\nlayout: default\ntitle: Home\n---\n# Welcome\n\nHello.\n' >index.md
	printf '# Tide Days\n\nTalks of the sea.\n' >README.md
	printf '# Rules\n\nBe kind.\n' >CODE_OF_CONDUCT.md
	"$LECTERN" list . >"$tmp/out" 2>"$tmp/err"
	[ "$(cut -f 3 "$tmp/out" | tr '\n' ' ')" = "Kelp Tar " ]
	[ ! -s "$tmp/err" ]
	"$LECTERN" sources . | grep -qxF "./README.md: Tide Days: folder, 2 talks"
	# Alone, a page is what there is to read.
	[ "$("$LECTERN" list about.md | cut -f 3)" = About ]
	[ "$("$LECTERN" list CODE_OF_CONDUCT.md | cut -f 3)" = Rules ]
}

@test "what is no document of talks is left out of a folder in silence" {
	mkdir -p "$tmp/site"
	cp "$srcdir/tests/data/garden.md" "$tmp/site"
	printf 'title: Site\nplugins:\n  - feed\n' >"$tmp/site/_config.yml"
	echo '{"name": "site", "version": "1.0"}' >"$tmp/site/package.json"
	echo '<svg xmlns="http://www.w3.org/2000/svg"/>' >"$tmp/site/icon.xml"
	"$LECTERN" list "$tmp/site" >"$tmp/out" 2>"$tmp/err"
	! grep -q 'built without' "$tmp/err" || skip "built without libyaml"
	[ ! -s "$tmp/err" ]
	"$LECTERN" list "$srcdir/tests/data/garden.md" | diff - "$tmp/out"
	"$LECTERN" sources "$tmp/site" >"$tmp/out"
	[ "$(grep -c ', left out$' "$tmp/out")" -eq 3 ]
	# Without any other it is told what they are.
	rm "$tmp/site/garden.md"
	status=0
	"$LECTERN" list "$tmp/site" >"$tmp/out" 2>"$tmp/err" || status=$?
	[ "$status" -eq 2 ]
	grep -q '_config.yml: YAML, but no programme' "$tmp/err"
}

@test "check and sources tell of files whose ending a folder does not take" {
	mkdir -p "$tmp/mine"
	cp "$srcdir/tests/data/garden.md" "$tmp/mine"
	echo 'A Talk - Ann One' >"$tmp/mine/talks.txt"
	printf 'cmocka\n' >"$tmp/mine/requirements.txt"
	"$LECTERN" list "$tmp/mine" >"$tmp/out" 2>"$tmp/err"
	[ ! -s "$tmp/err" ]
	"$LECTERN" sources "$tmp/mine" >"$tmp/out"
	grep -qxF "$tmp/mine/talks.txt: a file with this ending is not taken from a folder, left out" "$tmp/out"
	# Of many it is said once.
	cp "$tmp/mine/talks.txt" "$tmp/mine/more.txt"
	cp "$tmp/mine/talks.txt" "$tmp/mine/notes.rst"
	"$LECTERN" check "$tmp/mine" >"$tmp/out" || :
	[ "$(grep -c ', left out$' "$tmp/out")" -eq 1 ]
	grep -qxF "$tmp/mine/more.txt, of 3 files whose endings are not taken from folders, left out" "$tmp/out"
	# Named by itself it is read.
	[ "$("$LECTERN" list "$tmp/mine/talks.txt" | cut -f 3)" = 'A Talk' ]
}

@test "a folder that lies in itself by a link is read once" {
	mkdir -p "$tmp/loop/below" "$tmp/beside"
	cp "$srcdir/tests/data/garden.md" "$tmp/loop/below/a.md"
	cp "$srcdir/tests/data/garden.md" "$tmp/beside/b.md"
	ln -s .. "$tmp/loop/below/up"
	ln -s ../beside "$tmp/loop/link"
	"$LECTERN" sources "$tmp/loop" | sed -n "s|^$tmp/\(.*\.md\): .*|\1|p" >"$tmp/files"
	printf '%s\n' loop/below/a.md loop/link/b.md | diff - "$tmp/files"
}

@test "check tells all that is left out of a folder" {
	make_folder
	ln -s nowhere "$tmp/talks/e.md"
	status=0
	"$LECTERN" check "$tmp/talks" >"$tmp/out" 2>"$tmp/err" || status=$?
	[ "$status" -eq 1 ]
	[ "$(grep -c ', left out$' "$tmp/out")" -eq 3 ]
	grep -qxF "$tmp/talks/c.md: binary file, left out" "$tmp/out"
	grep -qxF "$tmp/talks/e.md: No such file or directory, left out" "$tmp/out"
	[ ! -s "$tmp/err" ]
}

@test "a document that was named has to be read, and one of a folder" {
	make_folder
	status=0
	"$LECTERN" list "$tmp/talks" "$tmp/talks/b.md" >"$tmp/out" 2>"$tmp/err" || status=$?
	[ "$status" -eq 2 ]
	[ "$(cat "$tmp/err")" = "lectern: $tmp/talks/b.md: empty file" ]
	rm "$tmp/talks/a.md" "$tmp/talks/d.md"
	status=0
	"$LECTERN" list "$tmp/talks" >"$tmp/out" 2>"$tmp/err" || status=$?
	[ "$status" -eq 2 ]
	[ "$(cat "$tmp/err")" = "lectern: $tmp/talks/b.md: empty file" ]
}

@test "a file that tells of its folder gives it the folder's name" {
	mkdir "$tmp/watch later"
	printf '## 2031\n\n- [Toads](https://youtu.be/aaaaaaaaaa1) - Ann Lee\n- [Newts](https://youtu.be/aaaaaaaaaa2) - Bob Ray\n\n## 2032\n\n- [Pears](https://youtu.be/aaaaaaaaaa3) - Cy Orr\n' \
	    >"$tmp/watch later/README.md"
	cd "$tmp/watch later"
	[ "$("$LECTERN" list --json README.md | jq -r .conference | sort -u)" = "watch later" ]
}

@test "breaks are listed, but are no talks that count" {
	printf 'title,speaker,start,abstract\nToads,Ann Lee,09:00,x\nLunch,,12:00,\nNewts,Bob Ray,13:00,\n' \
	    >"$tmp/docs/day.csv"
	"$LECTERN" --screen 100x12 "$tmp/docs/day.csv" >"$tmp/out"
	head -n1 "$tmp/out" | grep -q '^day  2 talks, 0 seen$'
	grep -q ' Lunch ' "$tmp/out"
	[ "$("$LECTERN" library --json "$tmp/docs/day.csv" | jq -c "[.schema, .talks]")" = "[1,2]" ]
	[ "$("$LECTERN" tracks "$tmp/docs/day.csv")" = "day	2" ]
	[ "$("$LECTERN" tracks --json "$tmp/docs/day.csv" | jq .talks)" = 2 ]
	printf 'title,speaker,start\nToads,Ann Lee,09:00\n"Coffee Break \342\230\225",,10:00\n"\360\237\215\225 Lunch",,12:00\nSocial event,,18:00\nGala dinner,,20:00\n' >"$tmp/docs/cups.csv"
	[ "$("$LECTERN" tracks "$tmp/docs/cups.csv")" = "cups	1" ]
	# Neither is a break counted where check asks what most talks have.
	printf 'title,speaker,start\nToads,Ann Lee,09:00\nTea,,09:30\nTea,,10:00\nTea,,10:30\nLunch,,12:00\nDinner,,14:00\nParty,,19:00\nNewts,,13:00\n' \
	    >"$tmp/tea.csv"
	run "$LECTERN" check "$tmp/tea.csv"
	[ "$status" -eq 1 ]
	[ "${lines[0]}" = "$tmp/tea.csv:9: warning: no speaker" ]
	[ "${lines[1]}" = "$tmp/tea.csv: table, 2 talks, 6 breaks" ]
	[ "${lines[2]}" = "1 track, 2 talks, 1 warning" ]
}

@test "an unusual address is kept in every format" {
	url="https://v.example/it's"
	printf 'title,url\nKnots,%s\nNets,\n' "$url" >"$tmp/u.csv"
	printf '{"talks":[{"title":"Knots","speakers":["Ann Bo"],"url":"%s","start":"2024-01-01T10:00"},{"title":"Nets","speakers":["Bo Cy"],"start":"2024-01-01T11:00"}]}' "$url" >"$tmp/u.json"
	printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Knots\r\nURL:%s\r\nDTSTART:20240101T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n' "$url" >"$tmp/u.ics"
	for file in csv json ics; do
		[ "$("$LECTERN" list "$tmp/u.$file" | head -n1 | cut -f5)" = "https://v.example/it%27s" ]
	done
	# Two are no one address.
	printf 'title,url\nKnots,https://v.example/a https://v.example/b\nNets,\n' >"$tmp/u.csv"
	[ "$("$LECTERN" list "$tmp/u.csv" | head -n1 | cut -f5)" = "https://v.example/a" ]
}

@test "people of a site by Jekyll are no talks" {
	mkdir -p "$tmp/jekyll/_talks" "$tmp/jekyll/_speakers"
	for name in Kelp Tides; do
		printf -- '---\nname: %s\nspeakers:\n  - Ann One\n---\nIt grows.\n' "$name" >"$tmp/jekyll/_talks/$name.md"
	done
	printf -- '---\nname: Ann One\nlinks: []\n---\nShe swims.\n' >"$tmp/jekyll/_speakers/ann.md"
	[ "$("$LECTERN" list "$tmp/jekyll" | cut -f 3)" = "$(printf 'Kelp\nTides')" ]
	# Who names the folder is given what is in it.
	"$LECTERN" list "$tmp/jekyll/_speakers" >"$tmp/out"
	[ -s "$tmp/out" ]
}

@test "sessions of a site by Hugo have the speakers that their files name" {
	cd "$tmp"
	mkdir -p hugo/content/sessions hugo/content/speakers
	for name in kelp tides; do
		printf -- '---\nkey: %s\ntitle: On %s\nspeakers:\n  - ann_one\n  - bo_two\nvideoId: null\nslides: ~\n---\nIt grows.\n' \
		    $name $name >hugo/content/sessions/$name.md
	done
	printf -- '---\nkey: ann_one\nname: "Ann M. One"\ncompany: Tide Lab\n---\nShe swims.\n' >hugo/content/speakers/ann_one.md
	"$LECTERN" list hugo | cut -f 2- >out
	[ "$(cat out)" = "$(printf 'hugo\tOn kelp\tAnn M. One, bo_two\t\nhugo\tOn tides\tAnn M. One, bo_two\t')" ]
}

@test "what is not what its name says is refused as what it is" {
	page='<!DOCTYPE html><html><body>Not Found</body></html>'
	for ending in xml json ics srt csv; do
		echo "$page" >"$tmp/page.$ending"
		status=0
		"$LECTERN" list "$tmp/page.$ending" >"$tmp/out" 2>"$tmp/err" || status=$?
		[ "$status" -eq 2 ]
		[ "$(cat "$tmp/err")" = "lectern: $tmp/page.$ending: a web page, not a programme" ]
	done
	echo 'Not found' >"$tmp/not.ics"
	! "$LECTERN" list "$tmp/not.ics" 2>"$tmp/err"
	[ "$(cat "$tmp/err")" = "lectern: $tmp/not.ics: its name says a calendar, which it is not" ]
	for text in '[]' '{}' '["a", "b"]' '[[1]]'; do
		echo "$text" >"$tmp/not.json"
		! "$LECTERN" list "$tmp/not.json" 2>"$tmp/err"
		[ "$(cat "$tmp/err")" = "lectern: $tmp/not.json: JSON, but no programme and no list of videos" ]
	done
}

@test "a document of Org mode is read as one of Markdown" {
	command -v jq >/dev/null || skip "jq is not installed"
	cat >"$tmp/tides.org" <<-END
		#+TITLE: Tide Days
		* Kelp                                             :green:
		** TODO Kelp and light - Ann One
		   :PROPERTIES:
		   :HOME: Shore
		   :END:
		   [[https://youtu.be/AAAAAAAAAAA][video]]
		   - a note
		     - see [[file:deep.org][there]]
		   # said to nobody
		** Nets - Bob Two
		   #+BEGIN_SRC sh
		   * no heading
		   #+END_SRC
		* Sand
		** Sand counts - Cy Three
	END
	output=$("$LECTERN" list --json "$tmp/tides.org")
	[ "$(echo "$output" | jq -c '[.track, .title, .speakers[0], .url]')" = \
		'["Kelp (green)","Kelp and light","Ann One","https://youtu.be/AAAAAAAAAAA"]
["Kelp (green)","Nets","Bob Two",null]
["Sand","Sand counts","Cy Three",null]' ]
	[ "$(echo "$output" | jq -c '[.blocks[].text]' | head -n1)" = \
		'["Ann One (TODO)","Home: Shore","video","a note","see there"]' ]
	"$LECTERN" list "$tmp" | grep -qF 'Sand counts'
	[ "$("$LECTERN" list - <"$tmp/tides.org" | wc -l)" -eq 3 ]
}

@test "people, rooms and times in files of their own are those of the talks beside" {
	cd "$tmp"
	mkdir site other
	cat >site/sessions.yml <<-END
		- id: 101
		  title: Kelp at depth
		  speakers: [1, 2]
		- id: 102
		  title: Night watch
		  speakers: [2]
		- id: 103
		  title: Panel
	END
	cat >site/speakers.yml <<-END
		- id: 1
		  name: Ann
		  surname: One
		  title: Diver
		  bio: She dives.
		- id: 2
		  name: Bo
		  surname: Two
		  company: Reef
	END
	cat >site/schedule.yml <<-END
		- date: "2026-05-01"
		  tracks: [{title: Hall A}, {title: Hall B}]
		  timeslots:
		    - {startTime: "10:00", endTime: "10:45", sessionIds: [101, 102]}
		    - {startTime: "11:00", endTime: "11:30", sessionIds: [103]}
	END
	"$LECTERN" list --json site >out
	[ "$(wc -l <out)" -eq 3 ]
	grep -qF '"speakers":["Ann One","Bo Two"],"url":null,"day":"2026-05-01","start":"10:00","minutes":45,"room":"Hall A"' out
	grep -qF '"speakers":["Bo Two"],"url":null,"day":"2026-05-01","start":"10:00","minutes":45,"room":"Hall B"' out
	grep -qF '"title":"Panel","speakers":[],"url":null,"day":"2026-05-01","start":"11:00","minutes":30,' out
	"$LECTERN" sources site >out
	grep -A1 -F "site/speakers.yml" out | grep -qxF "	people, rooms or times of talks elsewhere"
	"$LECTERN" list site/speakers.yml site/sessions.yml >out
	grep -qF "Ann One" out
	# Those of another folder are of other talks; alone, they are no talks.
	cp site/sessions.yml other
	"$LECTERN" list other site/speakers.yml site/sessions.yml >out
	[ "$(grep -c "Ann One" out)" -eq 1 ]
	! "$LECTERN" list site/speakers.yml 2>err
	grep -qF "a list of people, not of talks" err
	! "$LECTERN" list other/sessions.yml site/speakers.yml 2>err
	grep -qF "a list of people, not of talks" err
}

@test "tracks of a WordCamp are named by its other file" {
	cd "$tmp"
	mkdir camp
	cat >camp/sessions.json <<-END
		[{"id":11,"type":"wcb_session","link":"https://city.example.org/kelp",
		"title":{"rendered":"Kelp at depth"},"session_track":[31],
		"session_speakers":[{"id":"5","name":"Ann One"}]},
		{"id":12,"type":"wcb_session","link":"https://city.example.org/fog",
		"title":{"rendered":"Fog"},"session_track":[32],"session_speakers":[],
		"_embedded":{"wp:term":[[{"id":32,"name":"Shallow","taxonomy":"wcb_track"}]]}},
		{"id":13,"type":"wcb_session","link":"https://city.example.org/x",
		"title":{"rendered":"Sand"},"session_track":[33],"session_speakers":[]}]
	END
	echo '[{"id":31,"name":"Deep &amp; dark","slug":"deep","taxonomy":"wcb_track"}]' >camp/tracks.json
	"$LECTERN" list --json camp >out
	grep -qF '"track":"Deep & dark","title":"Kelp at depth"' out
	grep -qF '"track":"Shallow","title":"Fog"' out
	grep -qF '"track":"sessions","title":"Sand"' out
}

@test "a table whose columns have no names is refused as that" {
	printf '%s\n' '1,Ann One,"Kelp, at depth"' '1,Bo Two,Fog' '2,Cy Three,Sand' '2,Di Four,Tides' >"$tmp/talks.csv"
	! "$LECTERN" list "$tmp/talks.csv" 2>"$tmp/err"
	grep -qF "talks.csv: a table, but no column is called title, talk, speaker or the like" "$tmp/err"
}

@test "what people have beside programmes is refused by its name" {
	cd "$tmp"
	printf '<?xml version="1.0"?>\n<kml xmlns="x"><Document/></kml>\n' >map.xml
	printf '<?xml version="1.0"?>\n<tv><programme start="1"><title>News</title></programme></tv>\n' >guide.xml
	printf 'msgid ""\nmsgstr ""\n\nmsgid "Talk"\nmsgstr "Vortrag"\n' >de.po
	printf 'openapi: 3.0.0\ninfo:\n  title: Talks\n' >api.yaml
	printf -- '---\\nlayout: none\\n---\\nBEGIN:VCALENDAR\\n{%% for e in site.events %%}BEGIN:VEVENT\\nEND:VEVENT\\n{%% endfor %%}' >site.ics
	! "$LECTERN" list site.ics 2>err && grep -qF "site.ics: a template of a programme, not a programme" err
	! "$LECTERN" list map.xml 2>err && grep -qF "map.xml: a map, not a programme" err
	! "$LECTERN" list guide.xml 2>err && grep -qF "guide.xml: a television guide, not a programme" err
	! "$LECTERN" list de.po 2>err && grep -qF "de.po: a catalogue of translations, not a programme" err
	! "$LECTERN" list api.yaml 2>err && grep -qF "api.yaml: the description of an API, not a programme" err
}

@test "a packed document is told with what unpacks it" {
	cd "$tmp"
	head -c 300 "$LECTERN" | gzip >schedule.json.gz
	! "$LECTERN" list schedule.json.gz 2>err
	grep -qxF "lectern: schedule.json.gz: packed; gunzip unpacks it" err
}
