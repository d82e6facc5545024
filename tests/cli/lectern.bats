# The command line as other programs and people at a shell meet it.

setup() {
	garden=$srcdir/tests/data/garden.md
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp
}

# Runs lectern with its outputs kept apart: $output, $errors, $status.
lectern() {
	status=0
	"$LECTERN" "$@" >"$tmp/out" 2>"$tmp/err" || status=$?
	output=$(cat "$tmp/out")
	errors=$(cat "$tmp/err")
}

expect_status() {
	[ "$status" -eq "$1" ] || {
		echo "status $status: $output $errors"
		return 1
	}
}

@test "list prints id, track, title, speakers and URL parted by tabs" {
	lectern list "$garden"
	expect_status 0
	[ "$(echo "$output" | wc -l)" -eq 7 ]
	[ "$(echo "$output" | sed -n 2p)" = "BBBBBBBBBBB	Growing	Winter beans	Björn Östlund, Zoë Quinn	https://www.youtube.com/watch?v=BBBBBBBBBBB" ]
	[ -z "$errors" ]
}

@test "without a terminal and a subcommand it lists" {
	lectern "$garden"
	expect_status 0
	[ "$(echo "$output" | cut -f1 | head -n1)" = AAAAAAAAAAA ]
}

@test "a document is read from standard input" {
	status=0
	output=$("$LECTERN" list - <"$garden") || status=$?
	expect_status 0
	[ "$(echo "$output" | wc -l)" -eq 7 ]
}

@test "a document that comes on standard input need not be named" {
	output=$(cat "$garden" | "$LECTERN" list)
	[ "$(echo "$output" | wc -l)" -eq 7 ]
	output=$("$LECTERN" search spade <"$garden")
	[ "$(echo "$output" | cut -f1)" = DDDDDDDDDDD ]
	# An empty one is none, and a loop's input is not for what takes an id.
	[ "$(: | "$LECTERN" list | wc -l)" -eq 224 ]
	[ "$("$LECTERN" list </dev/null | wc -l)" -eq 224 ]
	printf 'AAAAAAAAAAA\nBBBBBBBBBBB\n' | while read -r id; do
		"$LECTERN" show "$id" "$garden" | head -n1
	done >"$tmp/titles"
	[ "$(cat "$tmp/titles")" = "Slow compost
Winter beans" ]
	printf 'x\ny\n' | { read -r id; "$LECTERN" show "$id" 2>/dev/null || true; cat; } >"$tmp/rest"
	[ "$(cat "$tmp/rest")" = y ]
}

@test "several documents and folders are one conference" {
	mkdir "$tmp/docs"
	cp "$garden" "$tmp/docs/a.md"
	cp "$srcdir/tests/data/load/tracks.md" "$tmp/docs/b.md"
	lectern list "$tmp/docs"
	expect_status 0
	[ "$(echo "$output" | wc -l)" -eq 11 ]
}

@test "JSON has one object a line with all that is known" {
	command -v jq >/dev/null || skip "jq is not installed"
	lectern list --json "$garden"
	expect_status 0
	[ "$(echo "$output" | jq -r .id | wc -l)" -eq 7 ]
	first=$(echo "$output" | head -n1)
	[ "$(echo "$first" | jq -c '[.schema, .id, .conference, .track, .title, .speakers, .url, .line, .bookmarked, .seen_at, .note, .tags]')" = \
	    '[1,"AAAAAAAAAAA","garden","Growing","Slow compost",["Ann Lee"],"https://www.youtube.com/watch?v=AAAAAAAAAAA",3,false,null,null,[]]' ]
	[ "$(echo "$first" | jq -c '.blocks[1]')" = '{"kind":"bullet","depth":1,"text":"sixty degrees at the core"}' ]
}

@test "what belongs to no talk is found, and told with the first one" {
	command -v jq >/dev/null || skip "jq is not installed"
	printf '# Fair\n\nOpen to all.\n\n## Ropes\n\nIn the sail loft.\n\n### Knots - Ann One\n\n* a\n\n### Bends - Bo Two\n\n* b\n\n## Food\n\n### Bread - Cy Three\n\n* c\n\n### Salt - Di Four\n\n* d\n' >"$tmp/fair.md"
	lectern list --json "$tmp/fair.md"
	[ "$(echo "$output" | jq -c 'select(.about) | [.title, [.about[] | [.of, .name, .blocks[].text]]]')" = \
	    '["Knots",[["conference","Fair","Open to all."],["track","Ropes","In the sail loft."]]]' ]
	# With the links in it, which its words do not tell.
	sed 's/sail loft/[sail loft](https:\/\/e.org\/loft), <https:\/\/e.org\/way>/' "$tmp/fair.md" >"$tmp/linked.md"
	lectern list --json "$tmp/linked.md"
	[ "$(echo "$output" | jq -c 'select(.about) | .about | map(.links)')" = \
	    '[[],[{"url":"https://e.org/loft","kind":"page","name":"sail loft"},{"url":"https://e.org/way","kind":"page","name":"https://e.org/way"}]]' ]
	lectern search loft "$tmp/fair.md"
	expect_status 0
	[ "$(echo "$output" | cut -f3)" = Knots ]
	lectern search note:open "$tmp/fair.md"
	[ "$(echo "$output" | cut -f3)" = Knots ]
	lectern show "$(echo "$output" | cut -f1)" "$tmp/fair.md"
	case $output in *"About the conference"*"In the sail loft."*) ;; *) false ;; esac
}

@test "JSON stays JSON whatever a document says" {
	command -v jq >/dev/null || skip "jq is not installed"
	local documents=("$srcdir"/tests/data/load/*.md) i
	for ((i = 0; i < ${#documents[@]}; i += 40)); do
		lectern list --json "${documents[@]:i:40}"
		expect_status 0
		echo "$output" | jq -e .title >/dev/null
	done
}

@test "search prints what matches, without regard to accents" {
	lectern search ostlund "$garden"
	expect_status 0
	[ "$(echo "$output" | cut -f1)" = BBBBBBBBBBB ]
}

@test "search finds the talks of lists below few headings" {
	printf '%s\n' '## Talks' '' '- "Kelp and its uses", Tide Days 2031' \
	    '- "Storms", Tide Days 2030' '' '## Contact' '' 'Write to me.' >"$tmp/few.md"
	lectern search tide "$tmp/few.md"
	expect_status 0
	[ "$(echo "$output" | cut -f3)" = "Kelp and its uses
Storms" ]
}

@test "lists below many headings are the talks, as those below few" {
	for i in $(seq 70); do
		printf '%s\n' "## Evening $i" '' '- Salt in the wires - Cy Dunn' \
		    '- Nets for beginners - Dee Fox' ''
	done >"$tmp/many.md"
	lectern list "$tmp/many.md"
	[ "$(echo "$output" | wc -l)" -eq 140 ]
	lectern search salt "$tmp/many.md"
	[ "$(echo "$output" | cut -f3 | grep -c 'Salt in the wires')" -eq 70 ]
}

@test "search finds one talk where headings name its parts" {
	printf '%s\n' '## Abstract' '' '* Why bows are round.' '' '## Notes' '' \
	    '* They were square.' >"$tmp/bows.md"
	lectern search square "$tmp/bows.md"
	[ "$(echo "$output" | cut -f3)" = bows ]
}

@test "search has the ids of all talks, whatever the addresses of a video" {
	printf '%s\n' '## Oars' '' 'https://youtu.be/AAAAAAAAAAA' '' '* fair' '' '## Sails' '' \
	    'https://www.youtube.com/watch?v=AAAAAAAAAAA&t=90' '' '* fair' >"$tmp/one.md"
	lectern search sails "$tmp/one.md"
	[ "$(echo "$output" | cut -f1)" = AAAAAAAAAAA~2 ]
}

@test "search says by its status that nothing matches" {
	lectern search xyzzy "$garden"
	expect_status 1
	[ -z "$output$errors" ]
}

@test "search in JSON tells where it found the words" {
	command -v jq >/dev/null || skip "jq is not installed"
	lectern search --json worms "$garden"
	[ "$(echo "$output" | jq -r '.field, .match')" = "note
Worms follow when it cools" ]
}

@test "search finds what is said in a talk, after all else" {
	mkdir "$tmp/said" "$tmp/said/more"
	printf 'WEBVTT\n\n00:12:34.000 --> 00:12:38.000\nput worms\n\n%s\n%s\n' \
	    '00:12:38.000 --> 00:12:40.000' 'on your beans' \
	    >"$tmp/said/more/Tools [DDDDDDDDDDD].en.vtt"
	lectern search beans "$garden"
	[ "$(echo "$output" | cut -f1)" = BBBBBBBBBBB ]
	lectern search --transcripts="$tmp/said" beans "$garden"
	expect_status 0
	[ "$(echo "$output" | cut -f1 | tr '\n' ' ')" = "BBBBBBBBBBB DDDDDDDDDDD " ]
	lectern search --json --transcripts="$tmp/said" '"worms on"' "$garden"
	[[ "$output" == *'"field":"transcript","second":754,"match":"put worms on your beans","offsets":[[4,12]]'* ]]
	# Talks are left unread only where no transcript may have the words.
	"$builddir/tests/bench/generate" 10 >"$tmp/many.md"
	lectern list "$tmp/many.md"
	id=$(echo "$output" | sed -n 7p | cut -f1)
	cp "$tmp"/said/more/* "$tmp/$id.vtt"
	lectern search '"put worms"' "$tmp/many.md"
	[ "$(echo "$output" | cut -f1)" = "$id" ]
	lectern list --transcripts "$tmp/said" --query is:transcribed "$garden"
	[ "$(echo "$output" | cut -f1)" = DDDDDDDDDDD ]
	mkdir -p "$HOME/.config/lectern"
	echo "transcripts $tmp/said" >"$HOME/.config/lectern/config"
	lectern search worms "$garden"
	[[ "$output" == *DDDDDDDDDDD* ]]
	rm "$HOME/.config/lectern/config"
}

@test "related prints the nearest talks, the nearest first" {
	printf '%s\n' '# Shore' '## Harbours' '- Silt and tides' \
	    '## Silt' '- Barges' '## Bread' '- Flour' '## Tides' \
	    '- Barges in a harbour' >"$BATS_TEST_TMPDIR/shore.md"
	run "$LECTERN" related Harbours "$BATS_TEST_TMPDIR/shore.md"
	[ "$status" -eq 0 ]
	[ "${#lines[@]}" -eq 2 ]
	[[ "${lines[0]}" == *"Tides"* ]]
	[[ "${lines[1]}" == *"Silt"* ]]
	run "$LECTERN" related nowhere "$BATS_TEST_TMPDIR/shore.md"
	[ "$status" -eq 1 ]
}

@test "show prints a talk with nested bullets" {
	lectern show AAAAAAAAAAA "$garden"
	expect_status 0
	[ "$output" = "Slow compost
Ann Lee · Growing

• Heat comes from living things
  - sixty degrees at the core
• Turn it every week
• Worms follow when it cools

Links
1  video    https://www.youtube.com/watch?v=AAAAAAAAAAA" ]
}

@test "an id may begin with a dash, after --" {
	lectern show -- -EEEEEEEEEE "$garden"
	expect_status 0
	[ "$(echo "$output" | head -n1)" = "Silent talk" ]
}

@test "an id is found by its beginning" {
	lectern show DDDD "$garden"
	expect_status 0
	[ "$(echo "$output" | head -n1)" = "One spade for life" ]
}

@test "an unknown id is told, with status 1" {
	lectern show nothing "$garden"
	expect_status 1
	[ "$errors" = "lectern: nothing: no such talk in garden" ]
	# A bookmark is for one talk for sure: words do not name it.
	lectern bookmark add spade "$garden"
	expect_status 1
	[ "$errors" = "lectern: spade: no talk in garden has this id" ]
}

@test "open gives the link to the opener as one argument" {
	cat >"$tmp/opener" <<-'END'
		#!/bin/sh
		printf '%s|' "$#" "$@" >"$HOME/opened"
	END
	chmod +x "$tmp/opener"
	LECTERN_OPENER=$tmp/opener lectern open -- -EEEEEEEEEE "$garden"
	expect_status 0
	[ "$(cat "$tmp/opened")" = "1|https://www.youtube.com/watch?v=-EEEEEEEEEE|" ]
}

@test "a failing opener is told" {
	printf '#!/bin/sh\nexit 4\n' >"$tmp/opener"
	chmod +x "$tmp/opener"
	LECTERN_OPENER=$tmp/opener lectern open AAAAAAAAAAA "$garden"
	expect_status 2
	[ "$errors" = "lectern: opener: exited with status 4: the link is printed" ]
}

@test "a talk without a link cannot be opened" {
	id=$("$LECTERN" list "$garden" | grep 'Swapping' | cut -f1)
	lectern open "$id" "$garden"
	expect_status 2
	[ "$errors" = "lectern: $id: has no URL" ]
}

@test "tracks and speakers are counted" {
	lectern tracks "$garden"
	[ "$output" = "Growing	3
Tools	2
Seeds	2" ]
	lectern speakers "$garden"
	[ "$(echo "$output" | head -n3)" = "Al	1
Ann Lee	2
Björn Östlund	1" ]
}

@test "bookmarks are added, listed and removed" {
	lectern bookmark add AAAAAAAAAAA "$garden"
	expect_status 0
	lectern bookmark list "$garden"
	[ "$(echo "$output" | cut -f1,3)" = "AAAAAAAAAAA	Slow compost" ]
	# In another document it is listed by what is remembered.
	lectern bookmark list "$srcdir/tests/data/load/days.md"
	[ "$(echo "$output" | cut -f1,3,4)" = "AAAAAAAAAAA	Slow compost	Ann Lee" ]
	lectern bookmark rm AAAAAAAAAAA "$srcdir/tests/data/load/days.md"
	expect_status 0
	lectern bookmark list "$garden"
	expect_status 0
	[ -z "$output" ]
}

@test "what was seen is told with its time, and is no bookmark" {
	command -v jq >/dev/null || skip "jq is not installed"
	before=$(date -u +%Y-%m-%dT%H:%M:%SZ)
	lectern --screen 80x24 -x seen "$garden"
	expect_status 0
	lectern search --json is:seen "$garden"
	expect_status 0
	[ "$(echo "$output" | jq -c '[.id, .bookmarked]')" = '["AAAAAAAAAAA",false]' ]
	at=$(echo "$output" | jq -r .seen_at)
	# Such times are in the order of their letters.
	[ "$(printf '%s\n' "$before" "$at" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" | sort -c && echo sorted)" = sorted ]
	lectern bookmark list "$garden"
	[ -z "$output" ]
	lectern bookmark list "$srcdir/tests/data/load/days.md"
	[ -z "$output" ]
	lectern bookmark rm AAAAAAAAAAA "$srcdir/tests/data/load/days.md"
	expect_status 1
}

@test "marks are found again in an edited, reordered or other document" {
	lectern bookmark add AAAAAAAAAAA "$garden"
	lectern bookmark add h:824c2e83ee7147ca "$garden"
	cat >"$tmp/other.md" <<-'END'
		* [Rapid compost](https://m.youtube.com/watch?list=PL1&v=AAAAAAAAAAA&t=9)
		* [Winter beans](https://youtu.be/BBBBBBBBBBB)
	END
	lectern bookmark list "$tmp/other.md"
	[ "$(echo "$output" | cut -f1,3)" = "AAAAAAAAAAA	Rapid compost
h:824c2e83ee7147ca	Swapping seeds" ]
	# Without a link title and speakers say which talk it is, as they are folded.
	printf '# T\n\n## Ⓢwapping SEEDS - Ann Lée,  Kim Park\n\n* new\n\n## Slow compost\n\nhttps://youtu.be/AAAAAAAAAAA?t=3\n' >"$tmp/edited.md"
	lectern bookmark list "$tmp/edited.md"
	[ "$(echo "$output" | cut -f1)" = "h:824c2e83ee7147ca
AAAAAAAAAAA" ]
}

@test "a query lists what matches in the order of the programme" {
	lectern -x bookmark -x 'talk DDDDDDDDDDD' -x bookmark "$garden"
	lectern list --query 'is:bookmarked' "$garden"
	expect_status 0
	[ "$(echo "$output" | cut -f1)" = "AAAAAAAAAAA
DDDDDDDDDDD" ]
	# A search puts the best first.
	lectern search 'spade | compost' "$garden"
	best=$(echo "$output" | cut -f1 | head -n1)
	lectern list --query='spade | compost' --json "$garden"
	[ "$(echo "$output" | wc -l)" -eq 2 ]
	[[ $output == '{"schema":1,"id":"AAAAAAAAAAA"'* ]]
	[ -n "$best" ]
	lectern list --query=xyzzy "$garden"
	expect_status 1
	[ -z "$output" ]
	lectern search --query=x x "$garden"
	expect_status 2
	[ "$errors" = "lectern: --query is for list and export
Try \`lectern --help'." ]
}

@test "own notes and tags are shown, found and exported" {
	command -v jq >/dev/null || skip "jq is not installed"
	lectern -x 'note Ask for *zebras*' -x 'tag later todo' "$garden"
	expect_status 0
	lectern show AAAAAAAAAAA "$garden"
	[[ "$output" == *"#later #todo"*"My notes"*"Ask for zebras"* ]]
	# By words that stand in no document.
	for query in zebras my:ask tag:todo is:noted; do
		lectern search "$query" "$garden"
		[ "$(echo "$output" | cut -f1)" = AAAAAAAAAAA ]
	done
	lectern search --json zebras "$garden"
	[ "$(echo "$output" | jq -c '[.field, .match, .offsets, .note, .tags]')" = \
	    '["my","Ask for *zebras*",[[9,15]],"Ask for *zebras*",["later","todo"]]' ]
	lectern export
	[ "$(echo "$output" | jq -c '[.note, .note_at > 0, (.tags | map([.tag, .set, .at > 0]))]')" = \
	    '["Ask for *zebras*",true,[["later",true,true],["todo",true,true]]]' ]
}

@test "a video that was opened is in the history, also from a shell" {
	command -v jq >/dev/null || skip "jq is not installed"
	printf '#!/bin/sh\n' >"$tmp/opener"
	chmod +x "$tmp/opener"
	LECTERN_OPENER=$tmp/opener lectern open AAAAAAAAAAA "$garden"
	expect_status 0
	lectern search is:opened "$garden"
	[ "$(echo "$output" | cut -f1)" = AAAAAAAAAAA ]
	lectern export
	[ "$(echo "$output" | jq '.opened | length')" = 1 ]
	# Where that cannot be noted the video is opened all the same.
	: >"$tmp/file"
	LECTERN_OPENER=$tmp/opener lectern open AAAAAAAAAAA "$garden" --db "$tmp/file/marks.db"
	expect_status 0
	[[ "$errors" == *"Not a directory"* ]]
}

@test "bookmarks go to the file that --db names" {
	lectern bookmark add AAAAAAAAAAA "$garden" --db "$tmp/other.db"
	expect_status 0
	[ -f "$tmp/other.db" ]
	[ ! -e "$tmp/.local/share/lectern/marks.db" ]
	lectern bookmark list "$garden"
	[ -z "$output" ]
}

@test "marks travel to another machine, removed ones too" {
	lectern bookmark add AAAAAAAAAAA "$garden"
	lectern --screen 80x24 -x seen "$garden"
	lectern export
	expect_status 0
	echo "$output" >"$tmp/first.jsonl"
	lectern import "$tmp/first.jsonl" --db "$tmp/other.db" --dry-run
	expect_status 0
	[ "$output" = "$tmp/first.jsonl: 1 talk: 1 new, 0 changed; nothing was done" ]
	lectern export --db "$tmp/other.db"
	[ -z "$output" ]
	lectern import "$tmp/first.jsonl" --db "$tmp/other.db"
	[ "$output" = "$tmp/first.jsonl: 1 talk: 1 new, 0 changed" ]
	lectern import "$tmp/first.jsonl" --db "$tmp/other.db"
	[ "$output" = "$tmp/first.jsonl: 1 talk: 0 new, 0 changed" ]
	lectern export --db "$tmp/other.db"
	[ "$output" = "$(cat "$tmp/first.jsonl")" ]
	# What is removed there goes here, and an old file does not bring it back.
	lectern bookmark rm AAAAAAAAAAA "$garden" --db "$tmp/other.db"
	lectern export --db "$tmp/other.db"
	echo "$output" >"$tmp/second.jsonl"
	lectern import "$tmp/second.jsonl"
	[ "$output" = "$tmp/second.jsonl: 1 talk: 0 new, 1 changed" ]
	lectern import "$tmp/first.jsonl"
	[ "$output" = "$tmp/first.jsonl: 1 talk: 0 new, 0 changed" ]
	lectern bookmark list "$garden"
	[ -z "$output" ]
	lectern search is:seen "$garden"
	[ "$(echo "$output" | cut -f1)" = AAAAAAAAAAA ]
}

@test "marks are exported for reading and for tables" {
	lectern -x 'note Ask "who"' -x 'tag later todo' -x 'talk DDDDDDDDDDD' \
	    -x seen -x 'talk h:824c2e83ee7147ca' -x bookmark "$garden"
	expect_status 0
	printf '## A *star* | of # \\[all\\] - Zoë Far\n\nhttps://youtu.be/ZZZZZZZZZZZ\n' >"$tmp/far.md"
	lectern bookmark add ZZZZZZZZZZZ "$tmp/far.md"
	lectern export --all --format=markdown "$garden"
	expect_status 0
	today=$(date -u +%Y-%m-%d)
	# Midnight may have been a moment ago.
	[ "$(echo "$output" | sed "s/$today/DAY/; s/$(date -u -d yesterday +%Y-%m-%d)/DAY/")" = \
"# Growing

## Slow compost - Ann Lee

<https://www.youtube.com/watch?v=AAAAAAAAAAA>

* tags: later todo

> Ask \"who\"

# Tools

## One spade for life - Petr Tesařík

<https://www.youtube.com/watch?v=DDDDDDDDDDD>

* seen DAY

# Seeds

## Swapping seeds - Ann Lee, Kim Park

* bookmarked DAY

# Elsewhere

## A star \\| of \\# \\[all\\] - Zoë Far

<https://youtu.be/ZZZZZZZZZZZ>

* bookmarked DAY" ]
	# It can be read again; tracks of one talk each look like talks.
	echo "$output" >"$tmp/marks.md"
	lectern list --talk-level 2 "$tmp/marks.md"
	[ "$(echo "$output" | cut -f3 | sed -n '1p; $p')" = "Slow compost
A star | of # [all]" ]
	lectern export --all --format=csv "$garden"
	expect_status 0
	[ "$(echo "$output" | tr -d '\r' | sed 's/20[0-9-]*T[0-9:]*Z/TIME/')" = \
'key,track,title,speakers,url,bookmarked,seen,opened,tags,note,position,queued
yt:AAAAAAAAAAA,Growing,Slow compost,Ann Lee,https://www.youtube.com/watch?v=AAAAAAAAAAA,,,,later todo,"Ask ""who""",,
yt:DDDDDDDDDDD,Tools,One spade for life,Petr Tesařík,https://www.youtube.com/watch?v=DDDDDDDDDDD,,TIME,,,,,
h:824c2e83ee7147ca,Seeds,Swapping seeds,"Ann Lee, Kim Park",,TIME,,,,,,
yt:ZZZZZZZZZZZ,,A star | of # [all],Zoë Far,https://youtu.be/ZZZZZZZZZZZ,TIME,,,,,,' ]
	lectern export --format=xml
	expect_status 2
	[[ "$errors" == *'"xml" is neither jsonl, markdown, html, org, ics nor csv'* ]]
	lectern list --format=csv
	expect_status 2
}

@test "an outline has texts that begin nothing else" {
	lectern -x 'note * no heading' -x 'note #+END and more' -x 'tag two-words later' "$garden"
	lectern export --format=org --notes "$garden"
	expect_status 0
	[[ "$output" == '#+TITLE: garden'$'\n''* Growing'$'\n''** Slow compost - Ann Lee  :later:two_words:'$'\n'* ]]
	[[ "$output" == *$'\n''https://www.youtube.com/watch?v=AAAAAAAAAAA'$'\n''- tags: later two-words'$'\n'* ]]
	[[ "$output" == *$'\n'': * no heading'$'\n'': '$'\n'': #+END and more'$'\n''- '* ]]
	[[ "$output" == *'  - sixty degrees at the core'* ]]
	# A paragraph that would be a heading, or a table.
	printf '# C\n\n## A - Ann Lee\n\n\\* one\n\n\\| two\n\n## B - Bo Day\n\nthree\n' >"$tmp/odd.md"
	lectern export --format=org --notes --query '' "$tmp/odd.md"
	! echo "$output" | grep -q '^\(\* one\||\)'
	[[ "$output" == *'* one'*'| two'*'three'* ]]
}

@test "a calendar has the talks whose time is known, and is read again" {
	local long
	long=$(printf 'ö%.0s' $(seq 100))
	printf '%s\r\n' BEGIN:VCALENDAR X-WR-TIMEZONE:Moon/Tycho BEGIN:VEVENT UID:1@tides \
	    DTSTART:20260501T103000 DURATION:PT45M \
	    'SUMMARY:Tides\, moons\; and more' 'LOCATION:Hall\, 2' "DESCRIPTION:$long" \
	    URL:https://example.org/a,b\;c END:VEVENT END:VCALENDAR >"$tmp/one.ics"
	printf '# C\n\n## Undated things - Bo Day\n\nText\n' >"$tmp/two.md"
	lectern export --format=ics --notes --query '' "$tmp/one.ics" "$tmp/two.md"
	expect_status 0
	[ "$errors" = "lectern: 1 talk without day and time left out" ]
	[[ "$output" == BEGIN:VCALENDAR*DTSTART:20260501T103000*DURATION:PT45M*UID:1@tides*END:VCALENDAR* ]]
	[[ "$output" == *'SUMMARY:Tides\, moons\; and more'* ]]
	# No line is longer than may be, and characters stay whole.
	echo "$output" | tr -d '\r' | LC_ALL=C awk 'length > 75 { exit 1 }'
	echo "$output" | iconv -f UTF-8 >/dev/null
	echo "$output" >"$tmp/days.ics"
	lectern list --json "$tmp/days.ics"
	[[ "$output" == *'"title":"Tides, moons; and more"'*'"day":"2026-05-01"'* ]]
	[[ "$output" == *'"room":"Hall, 2"'* && "$output" == *'"start":"10:30"'* ]]
	lectern list --query "note:$long" "$tmp/days.ics"
	expect_status 0
}

@test "a calendar tells times in UTC where the zone is known" {
	[ -e /usr/share/zoneinfo/Europe/Brussels ] || skip "no time zones here"
	day() { # its name, its day, its time
		printf '%s\r\n' BEGIN:VEVENT "UID:$1" "SUMMARY:$1" \
		    "DTSTART;TZID=Europe/Brussels:$2T$3" END:VEVENT
	}
	{
		printf '%s\r\n' BEGIN:VCALENDAR X-WR-TIMEZONE:Europe/Brussels
		day Summer 20260501 103000
		day Winter 20261201 003000
		printf '%s\r\n' END:VCALENDAR
	} >"$tmp/one.ics"
	TZ=Asia/Tokyo lectern export --format=ics --query '' "$tmp/one.ics"
	expect_status 0
	[[ "$output" == *DTSTART:20260501T083000Z*UID:Summer* ]]
	[[ "$output" == *DTSTART:20261130T233000Z*UID:Winter* ]]
	[[ "$output" != *TZID* ]]
}

@test "what is exported for reading can be chosen" {
	lectern -x 'note Ask <who> & "why"' -x 'talk DDDDDDDDDDD' -x seen "$garden"
	# What was only seen is no news.
	lectern export --format=markdown "$garden"
	[[ "$output" == *"## Slow compost - Ann Lee"*"> Ask <who>"* ]]
	[[ "$output" != *"One spade"* && "$output" != *"sixty degrees"* ]]
	lectern export --format=markdown --all "$garden"
	[[ "$output" == *"One spade for life"*"* seen "* ]]
	# A query chooses talks with marks or without, and nothing elsewhere.
	lectern bookmark add ZZZZZZZZZZZ <(printf '## Far - Zoë\n\nhttps://youtu.be/ZZZZZZZZZZZ\n')
	lectern export --format=markdown --notes --query 'compost | beans' "$garden"
	expect_status 0
	[[ "$output" == *"## Slow compost"*"> Ask <who>"*"- Turn it every week"*"## Winter beans"* ]]
	[[ "$output" == *"  - sixty degrees at the core"* ]]
	[[ "$output" != *"Far"* && "$output" != *"spade"* ]]
	lectern export --format=csv --query 'beans' "$garden"
	[[ "$(echo "$output" | sed -n 2p)" == "yt:BBBBBBBBBBB,Growing,Winter beans,"* ]]
	[ "$(echo "$output" | wc -l)" -eq 2 ]
	lectern export --format=markdown --query 'nothing like that' "$garden"
	expect_status 1
	# One page of HTML, in which text is text.
	lectern export --format=html --notes --query is:noted "$garden"
	expect_status 0
	[[ "$output" == '<!DOCTYPE html>'*'<h1>Growing</h1>'* ]]
	[[ "$output" == *'<h2><a href="https://www.youtube.com/watch?v=AAAAAAAAAAA">Slow compost</a></h2>'* ]]
	[[ "$output" == *'<blockquote>Ask &lt;who&gt; &amp; &quot;why&quot;</blockquote>'* ]]
	[[ "$output" == *'Turn it every week</li>'*'</html>' ]]
	[[ "$output" != *'<script'* && "$output" != *' src='* ]]
	for wrong in '--query x' --notes --all "$garden"; do
		lectern export $wrong
		expect_status 2
		[[ "$errors" == *"only for markdown, html, org, ics and csv"* ]]
	done
	lectern list --all
	expect_status 2
}

@test "an import with a bad line is refused whole, and the line told" {
	lectern bookmark add AAAAAAAAAAA "$garden" --db "$tmp/other.db"
	lectern export --db "$tmp/other.db"
	good=$output
	refused() {
		[ "$1" != "$good" ]
		printf '%s\n\n%s\n' "$good" "$1" >"$tmp/bad.jsonl"
		lectern import "$tmp/bad.jsonl"
		expect_status 2
		[ "$errors" = "lectern: $tmp/bad.jsonl:3: $2; nothing was imported" ]
	}
	wanted='wants what lectern export prints, in UTF-8'
	not_so='is not as lectern export writes it'
	refused hello "no JSON: $wanted"
	refused '"x"' "no JSON: $wanted"
	refused '{}' "\"schema\" $not_so"
	refused '{hello}' "no valid JSON"
	refused "${good/schema\":1/schema\":2}" "\"schema\" $not_so"
	refused "${good/yt:AAAAAAAAAAA/}" "\"key\" $not_so"
	refused "${good/\"title\"/\"name\"}" "\"title\" $not_so"
	refused "${good/bookmarked_at\":/bookmarked_at\":-}" "\"bookmarked_at\" $not_so"
	refused "${good/true/1}" "\"bookmarked\" $not_so"
	refused "${good/\"note\":\"\"/\"note\":1}" "\"note\" $not_so"
	refused "${good/\"tags\":[]/\"tags\":\"x\"}" "\"tags\" $not_so"
	refused "${good/\"tags\":[]/\"tags\":[\"x\"]}" "\"tags\" $not_so"
	refused "${good/\"tags\":[]/\"tags\":[{\"tag\":\"x\",\"set\":1,\"at\":1\}]}" "\"tags\" $not_so"
	refused "${good/\"opened\":[]/\"opened\":[-1]}" "\"opened\" $not_so"
	refused "${good/\"opened\":[]/\"opened\":[\"1\"]}" "\"opened\" $not_so"
	refused "${good%?}" "the object that begins here does not end"
	refused ", $good" "no JSON: $wanted"
	refused "[$good]" "no JSON: $wanted"
	lectern export
	[ -z "$output" ]
}

@test "marks are imported as other programs write JSON" {
	taken() {
		lectern import "$tmp/in.json"
		expect_status 0
		[ "$output" = "$tmp/in.json: 2 talks: 2 new, 0 changed" ]
		lectern export
		[ "$output" = "$both" ]
		rm "$tmp/.local/share/lectern/marks.db"
	}
	lectern -x bookmark -x 'note a "quote", a \\ and a }' -x down -x seen "$garden"
	lectern export
	both=$output
	[ "$(printf '%s\n' "$both" | wc -l)" -eq 2 ]
	rm "$tmp/.local/share/lectern/marks.db"
	printf '\357\273\277%s\r\n' "${both//$'\n'/$'\r\n'}" >"$tmp/in.json"
	taken
	printf '[%s]\n' "${both//$'\n'/,$'\n'}" >"$tmp/in.json"
	taken
	printf '%s\n' "$both" | sed 's/^{/{\n  /; s/,"title"/,\n  "title"/; s/}$/\n}/' >"$tmp/in.json"
	[ "$(wc -l <"$tmp/in.json")" -eq 8 ]
	taken
	printf '\357\273\277[\n%s\n\n]\n' "$(sed 's/^}$/},/; $s/,$//' "$tmp/in.json")" >"$tmp/in.json"
	taken
	# What is cut off is not taken for all.
	for text in "[$both" "[${both//$'\n'/,}" "[${both//$'\n'/,}] x" "[${both//$'\n'/,}]$both" "$(printf '\377\376')$both"; do
		printf '%s' "$text" >"$tmp/in.json"
		lectern import "$tmp/in.json"
		expect_status 2
		[[ "$errors" == *"in.json:"[12]": "*"; nothing was imported" ]]
	done
}

@test "what was imported reaches no terminal as control characters" {
	lectern bookmark add AAAAAAAAAAA "$garden" --db "$tmp/other.db"
	lectern export --db "$tmp/other.db"
	printf '%s\n' "${output/Slow/\\u001b[2JSlow$(printf '\302\233')\\u202e}" >"$tmp/evil.jsonl"
	lectern import "$tmp/evil.jsonl"
	expect_status 0
	lectern bookmark list "$srcdir/tests/data/load/days.md"
	[[ "$output" == *"Slow"* ]]
	clean=$(printf '%s' "$output" | LC_ALL=C tr -d '\033' | LC_ALL=C sed 's/\xC2\x9B//g; s/\xE2\x80\xAE//g')
	[ "$output" = "$clean" ]
	lectern export
	clean=$(printf '%s' "$output" | LC_ALL=C tr -d '\033' | LC_ALL=C sed 's/\xC2\x9B//g; s/\xE2\x80\xAE//g')
	[ "$output" = "$clean" ]
}

@test "what only reads makes no file" {
	lectern list --json "$garden"
	lectern bookmark list "$garden"
	[ ! -e "$tmp/.local" ]
}

@test "a bookmark that cannot be kept is told" {
	: >"$tmp/file"
	lectern bookmark add AAAAAAAAAAA "$garden" --db "$tmp/file/marks.db"
	expect_status 2
	[ -n "$errors" ]
}

@test "check names file and line, and says how the document was read" {
	cd "$srcdir/tests/data/load"
	lectern check twice.md
	expect_status 1
	[ "$output" = "twice.md:1: left aside: comment, 1 line
twice.md:8: warning: no speaker
twice.md:8: warning: same URL as line 2
twice.md:14: warning: no URL
twice.md:14: warning: no speaker
twice.md:18: warning: heading cut at 100 characters
twice.md: headings, level 2
1 track, 4 talks, 5 warnings" ]
}

@test "check tells words that are shown nowhere, and links that are broken" {
	printf '%s\n' '- [Knots](https://youtu.be/aaaaaaaaaa1 "to be seen")' '' \
	    '<!-- not yet -->' '' '- [Ropes](https://youtu.be/aaaaaaaaaa2' '' \
	    '[sails]: http://example.org/sails' >"$tmp/unseen.md"
	lectern check "$tmp/unseen.md"
	expect_status 1
	[ "$output" = "$tmp/unseen.md:1: warning: no notes
$tmp/unseen.md:1: left aside: titles of links and pictures, 1 line
$tmp/unseen.md:3: left aside: comment, 1 line
$tmp/unseen.md:5: warning: broken link: [Ropes](https://youtu.be/aaaaaaaaaa2
$tmp/unseen.md:7: left aside: address that nothing refers to, 1 line
$tmp/unseen.md: list, 2 talks
1 track, 2 talks, 2 warnings" ]
}

@test "check says once what is so of many talks, and nothing of what none has" {
	for i in 1 2 3 4 5; do printf '## Talk %d\n\n' $i; done >"$tmp/many.md"
	printf '## Talk 6 - Ann One\n\n* x\n' >>"$tmp/many.md"
	lectern check "$tmp/many.md"
	expect_status 1
	[ "$output" = "$tmp/many.md:1: warning: no notes; 5 times, this is the first
$tmp/many.md:1: warning: no speaker; 5 times, this is the first
$tmp/many.md: headings, level 2
1 track, 6 talks, 10 warnings" ]
}

@test "check -v tells why a document is read so" {
	printf '# A\n\n## B - Ann One\n\n* x\n\n## C - Bob Two\n\n* y\n' >"$tmp/why.md"
	lectern check -v "$tmp/why.md"
	expect_status 0
	case $output in
	*"and there are 2 headings; so headings are the talks"*"speakers: after-dash; of 2 talks"*) ;;
	*) false ;;
	esac
}

@test "check -v tells of one talk where title and speakers are from, and of headings all" {
	printf '# Knots - Ann One\n\n* x\n' >"$tmp/one.md"
	lectern check -v "$tmp/one.md"
	case $output in
	*"nothing looks like several talks, so all"*"speakers: beside the title, after-dash"*"title: the first heading"*) ;;
	*) false ;;
	esac
	printf -- '---\ntitle: Knots\nspeakers: [Ann One]\n---\n\n## Wet\n\n* x\n\n## Dry\n\n* y\n' >"$tmp/one.md"
	lectern check -v "$tmp/one.md"
	case $output in
	*"front matter tells of a talk, so all"*"speakers: those of front matter"*"title: that of front matter"*) ;;
	*) false ;;
	esac
	printf '# A\n\n## Monday\n\n**Knots (Ann One)**\n\n* x\n\n## Friday\n\n**Ropes (Bob Two)**\n\n* y\n' >"$tmp/one.md"
	lectern check -v "$tmp/one.md"
	case $output in
	*"of 3 headings 0 may name talks: the others"*"so paragraphs in bold are the talks"*"speakers: brackets; of 2 talks"*) ;;
	*) false ;;
	esac
}

@test "authors and readers say where links and titles are" {
	body='# Fair\n\n- Knots [one](https://a.example/1) [video](https://youtu.be/AAAAAAAAAAA)\n- [Knots: two](https://a.example/2) [slides](https://speakerdeck.com/x/2)\n- [Three](https://a.example/3) [video](https://youtu.be/CCCCCCCCCCC)\n'
	list() { lectern list "$@" "$tmp/said.md"; echo "$output" | cut -f3,5 | tr '\t\n' ' |'; }
	printf "$body" >"$tmp/said.md"
	[ "$(list)" = "Knots one https://youtu.be/AAAAAAAAAAA|Knots: two https://speakerdeck.com/x/2|Three https://youtu.be/CCCCCCCCCCC|" ]
	printf "<!-- lectern: link=title -->\n$body" >"$tmp/said.md"
	[ "$(list)" = "Knots one https://a.example/1|Knots: two https://a.example/2|Three https://a.example/3|" ]
	printf "<!-- lectern: link=nowhere -->\n$body" >"$tmp/said.md"
	[ "$(list)" = "Knots one |Knots: two |Three |" ]
	mkdir -p "$XDG_CONFIG_HOME/lectern"
	echo 'source said.md link=slides' >"$XDG_CONFIG_HOME/lectern/config"
	printf "$body" >"$tmp/said.md"
	[ "$(list)" = "Knots one https://youtu.be/AAAAAAAAAAA|Knots: two https://speakerdeck.com/x/2|Three https://youtu.be/CCCCCCCCCCC|" ]
	body='## Reef: ropes\n\n* a\n\n## Reef: 2. knots\n\n* b\n'
	for said in "prefix=none|Reef: ropes|Reef: 2. knots|" "prefix=Reef:|ropes|2. knots|"; do
		printf "<!-- lectern: ${said%%|*} -->\n$body" >"$tmp/said.md"
		[ "$(lectern list "$tmp/said.md"; echo "$output" | cut -f3 | tr '\n' '|')" = "${said#*|}" ]
	done
	printf "<!-- lectern: link=best -->\n$body" >"$tmp/said.md"
	rm "$XDG_CONFIG_HOME/lectern/config"
	lectern check "$tmp/said.md"
	case $output in *"warning: link=best: is neither title, video, slides nor nowhere"*) ;; *) false ;; esac
}

@test "authors and readers say how a document is read" {
	printf '<!-- lectern: talks=headings:3 speakers=before-dash -->\n## A\n\n### Ann - Knots\n\n## B\n\n### Bob - Sails\n' >"$tmp/said.md"
	lectern list "$tmp/said.md"
	[ "$(printf '%s\n' "$output" | cut -f 3,4)" = "Knots	Ann
Sails	Bob" ]
	printf -- '---\nx: y\n---\n<!-- a draft -->\n<!--lectern :\n talks=headings:3 speakers=before-dash-->\n## A\n\n### Ann - Knots\n\n## B\n\n### Bob - Sails\n' >"$tmp/said.md"
	lectern check "$tmp/said.md"
	case $output in *lectern:*) false ;; esac
	lectern list "$tmp/said.md"
	[ "$(printf '%s\n' "$output" | cut -f 3,4)" = "Knots	Ann
Sails	Bob" ]
	printf '<!-- lectern: talks=pages -->\n## A\n' >"$tmp/said.md"
	lectern check "$tmp/said.md"
	expect_status 1
	case $output in *"said.md:1: warning: talks=pages: is neither"*) ;; *) false ;; esac
	mkdir -p "$tmp/config/lectern"
	echo 'source notes.md talks=file' >"$tmp/config/lectern/config"
	printf '## A\n\n* x\n\n## B\n\n* y\n' >"$tmp/notes.md"
	XDG_CONFIG_HOME=$tmp/config lectern list "$tmp/notes.md"
	[ "$(printf '%s\n' "$output" | cut -f 3)" = notes ]
	mkdir -p "$tmp/quay/deep"
	printf '## A\n\n* x\n\n## B\n\n* y\n' >"$tmp/quay/deep/minutes.md"
	for folder in quay quay/ deep "$tmp/quay"; do
		echo "source $folder talks=file" >"$tmp/config/lectern/config"
		XDG_CONFIG_HOME=$tmp/config lectern list "$tmp/quay/deep/minutes.md"
		[ "$(printf '%s\n' "$output" | cut -f 3)" = minutes ]
	done
	for folder in qua ay/deep minutes; do
		echo "source $folder talks=file" >"$tmp/config/lectern/config"
		XDG_CONFIG_HOME=$tmp/config lectern list "$tmp/quay/deep/minutes.md"
		[ "$(printf '%s\n' "$output" | cut -f 3 | tr '\n' ' ')" = "A B " ]
	done
	echo 'source notes.md speakers=roof' >"$tmp/config/lectern/config"
	XDG_CONFIG_HOME=$tmp/config lectern list "$tmp/notes.md"
	case $errors in *"config:1: speakers=roof: there is no such place"*) ;; *) false ;; esac
}

@test "what columns and fields have can be said" {
	mkdir -p "$tmp/config/lectern"
	printf '# Fair\n\n| Nr | Who | Firm | What it is about | Look | Hall | When |\n|--|--|--|--|--|--|--|\n| 1 | Ann One | Quay Works | Knots in rope | [page](https://a.example/1) [text](https://b.example/1) | Hall A | 2031-05-04 10:00 |\n| 2 | Bob Two | Tide Lab | Sails of old | [page](https://a.example/2) | Hall B | 2031-05-04 11:00 |\n| 3 | Cy Tri | Tide Lab | Masts, tall | [page](https://a.example/3) | Hall A | 2031-05-05 10:00 |\n' >"$tmp/table.md"
	of() { echo "source table.md $1" >"$tmp/config/lectern/config"
		XDG_CONFIG_HOME=$tmp/config lectern list --json "$tmp/table.md"
		output=$(printf '%s\n' "$output" | head -n2 | jq -r "$2" | paste -s -d ';'); }
	of talks=list '.title + "|" + .speakers[0]'
	[ "$output" = "Knots in rope|Ann One;Sails of old|Bob Two" ]
	of 'title=column:3 speakers=column:"what it is about"' .title
	[ "$output" = "Quay Works;Tide Lab" ]
	of speakers=column:firm .speakers[0]
	[ "$output" = "Quay Works;Tide Lab" ]
	of title=column:What_it_is_about .title
	[ "$output" = "Knots in rope;Sails of old" ]
	of track=column:Hall '.track + "|" + (.room // "-")'
	[ "$output" = "Hall A|-;Hall B|-" ]
	of 'room=none time=none' '(.room // "-") + (.start // "-")'
	[ "$output" = "--;--" ]
	of length=column:1 .minutes
	[ "$output" = "1;2" ]
	of 'link=column:Firm day=column:When' '.day + (.start // "-")'
	[ "$output" = "2031-05-0410:00;2031-05-0411:00" ]
	for wrong in title=roof title=column: title=column:0 title=column:17 title=field:7 speakers=field:x track=field:1 room=hall suffix=on; do
		of $wrong .title
		case $errors in *"config:1: "*) ;; *) echo "$wrong"; false ;; esac
	done
	# What no table has is told with the document.
	sed '1s/^/<!-- lectern: speakers=column:Host -->\n/' "$tmp/table.md" >"$tmp/lost.md"
	lectern check -v "$tmp/lost.md"
	case $output in *"lost.md:1: warning: speakers=column:Host: no table has it"*) ;; *) false ;; esac
	# So are places where nobody is named; times before titles are fields, too.
	printf '%s\n' '<!-- lectern: speakers=in-style -->' '# Kiln Days' '' \
	    '- *Ann Oar* **Glaze for all** [video](https://youtu.be/aaaaaaaaaa1)' \
	    '- *Cy Stern* **Cups in winter** [video](https://youtu.be/aaaaaaaaaa2)' >"$tmp/style.md"
	lectern check -v "$tmp/style.md"
	case $output in *"style.md:1: warning: speakers=in-style: no talk has names there"*) ;; *) false ;; esac
	printf '%s\n' '<!-- lectern: title=field:4 speakers=field:3 -->' '# Kiln Days' '' \
	    '- 10:00 | Hall 1 | Ann Oar | Glaze' \
	    '- 11:00 | Hall 2 | Cy Stern | Cups' >"$tmp/fields.md"
	lectern list "$tmp/fields.md"
	[ "$(echo "$output" | cut -f3,4 | tr '\t' ' ')" = "Glaze Ann Oar
Cups Cy Stern" ]
	sed -i 's/field:4/field:6/' "$tmp/fields.md"
	lectern check -v "$tmp/fields.md"
	case $output in *"fields.md:1: warning: field:6: no line has so many parts"*) ;; *) false ;; esac
	lectern check -v "$tmp/table.md"
	case $output in *"tables: titles in column 4 (What it is about), speakers in column 2 (Who), times in column 7 (When), rooms in column 6 (Hall) (change it with title=, speakers="*) ;; *) false ;; esac
	case $output in *"speakers: in a column of tables (change it with speakers=column:NAME"*) ;; *) false ;; esac

	# So it is of a table that is a document, whatever its columns are called.
	printf 'Nr,Mate,Matter,Berth\n1,Ann One,Knots in rope,Hall A\n2,Bob Two,Sails of old,Hall B\n3,Cy Tri,Masts,Hall A\n' >"$tmp/table.csv"
	lectern list "$tmp/table.csv"
	expect_status 2
	echo 'source table.csv title=column:matter speakers=column:2 track=column:Berth' >"$tmp/config/lectern/config"
	XDG_CONFIG_HOME=$tmp/config lectern list "$tmp/table.csv"
	[ "$(printf '%s\n' "$output" | cut -f2-4 | head -n2)" = "Hall A	Knots in rope	Ann One
Hall B	Sails of old	Bob Two" ]
	XDG_CONFIG_HOME=$tmp/config lectern check -v "$tmp/table.csv"
	case $output in *"tables: titles in column 3 (Matter), speakers in column 2 (Mate), tracks in column 4 (Berth) (change it with title="*) ;; *) false ;; esac
	echo 'source table.csv title=column:matter speakers=column:Host' >"$tmp/config/lectern/config"
	XDG_CONFIG_HOME=$tmp/config lectern check "$tmp/table.csv"
	case $output in *"table.csv:1: warning: speakers=column:Host: no table has it"*) ;; *) false ;; esac

	printf '# Fair\n\n- Ropes - Ann One - Knots in rope\n- Ropes - Bob Two - Sails of old\n- Masts - Cy Tri - Masts, tall\n' >"$tmp/table.md"
	of 'talks=list title=field:3 speakers=field:2' '.title + "|" + .speakers[0]'
	[ "$output" = "Knots in rope|Ann One;Sails of old|Bob Two" ]
	of 'talks=list title=field:2 speakers=field:1' '.title + "|" + .speakers[0]'
	[ "$output" = "Ann One|Ropes;Bob Two|Ropes" ]
	of 'talks=list title=line speakers=nowhere' '.title'
	[ "$output" = "Ropes - Ann One - Knots in rope;Ropes - Bob Two - Sails of old" ]
	sed -i 's/ - /|/g' "$tmp/table.md"
	sed -i 's/|/ | /g' "$tmp/table.md"
	of 'talks=list title=field:3 speakers=field:2' '.title + "|" + .speakers[0]'
	[ "$output" = "Knots in rope|Ann One;Sails of old|Bob Two" ]
}

@test "a level that is asked for is taken, days or talks below or not" {
	body='# Fair\n\n## Monday\n\n### Ann One - Knots\n\n* x\n\n### Bob Two - Sails\n\n* y\n\n## Tuesday\n\n### Cy Tri - Masts\n\n* z\n'
	titles() { lectern list "$@" "$tmp/days.md"; echo "$output" | cut -f3 | paste -s -d '|'; }
	printf "$body" >"$tmp/days.md"
	[ "$(titles)" = "Knots|Sails|Masts" ]
	[ "$(titles --talk-level 1)" = Fair ]
	[ "$(titles --talk-level 2)" = "Monday|Tuesday" ]
	[ "$(titles --talk-level 3)" = "Knots|Sails|Masts" ]
	# One that has slipped to the level of days is none where the level is said.
	cp "$tmp/days.md" "$tmp/fair.md"
	printf '\n## Di Four - Oars\n\n* a\n' >>"$tmp/days.md"
	[ "$(titles)" = "Knots|Sails|Masts|Oars" ]
	[ "$(titles --talk-level 3)" = "Knots|Sails|Masts" ]
	mv "$tmp/fair.md" "$tmp/days.md"
	lectern search --talk-level 2 tri "$tmp/days.md"
	[ "$(echo "$output" | cut -f3)" = Tuesday ]
	printf "<!-- lectern: talks=headings:2 -->\n$body" >"$tmp/days.md"
	[ "$(titles)" = "Monday|Tuesday" ]
}

@test "what is asked for is taken though nothing in it speaks for talks" {
	printf '# Fair\n\n- knots\n- sails\n' >"$tmp/said.md"
	lectern list "$tmp/said.md"
	[ "$(echo "$output" | cut -f3)" = Fair ]
	lectern list --shape list "$tmp/said.md"
	[ "$(echo "$output" | cut -f3 | paste -s -d '|')" = "knots|sails" ]
	printf '# Fair\n\n## Knots\n\nwords\n' >"$tmp/said.md"
	lectern list --shape headings "$tmp/said.md"
	[ "$(echo "$output" | cut -f3)" = Knots ]
}

@test "paragraphs are talks, and speakers above or tracks, where that is said" {
	read_as() { { echo "<!-- lectern: $1 -->"; cat "$tmp/plain.md"; } >"$tmp/said.md"
		lectern list "$tmp/said.md"
		output=$(echo "$output" | cut -f 3,4 | tr '\t\n' '|;'); }
	printf '# A\n\n## B\n\n**Knots - Ann One**\n\n* x\n\n## C\n\n**Sails - Bob Two**\n\n* y\n' >"$tmp/plain.md"
	read_as link=video
	[ "$output" = "B|;C|;" ]
	read_as talks=paragraphs
	[ "$output" = "Knots|Ann One;Sails|Bob Two;" ]
	printf '# A\n\n## Ann One\n\n* [Knots](https://a.example/1)\n\n## Harbour\n\n* [Sails](https://a.example/2)\n' >"$tmp/plain.md"
	read_as link=video
	[ "$output" = "Knots|;Sails|;" ]
	read_as speakers=tracks
	[ "$output" = "Knots|Ann One;Sails|;" ]
	printf '# A\n\n- May 2031\n  - [Ann One](https://linkedin.com/in/ann)\n    - A book on knots\n' >"$tmp/plain.md"
	read_as link=video
	[ "$output" = "Ann One|;" ]
	read_as speakers=above
	[ "$output" = "A book on knots|Ann One;" ]
}

@test "check -v tells the numbers that HACKING has" {
	lectern check -v "$srcdir/tests/data/load/evidence.md"
	numbers=$(sed -n 's/^    talks *lists and tables have \(.*\) that look like talks, \(.*\) headings: list$/\1 \2/p' "$srcdir/HACKING")
	case $output in *"have ${numbers% *} that look like talks, and there are ${numbers#* } headings; so they are the talks"*) ;; *) false ;; esac
	numbers=$(sed -n 's/^    speakers *by *of \(.*\) talks \(.*\) names, \(.*\) else *taken$/of \1 talks that were looked at \2 have names there and \3 something else/p' "$srcdir/HACKING")
	case $output in *"speakers: by; $numbers "*) ;; *) false ;; esac
}

@test "check -v tells what was asked for, and whether it is there" {
	said() { printf "<!-- lectern: $1 -->\n# A\n\n## Ann One - B\n\n* x\n\n## Bob Two - C\n\n* y\n" >"$tmp/said.md"
		lectern check -v "$tmp/said.md"; }
	said talks=headings:2
	case $output in *"2 headings; what was asked for is taken"*) ;; *) false ;; esac
	case $output in *"A change is written at the top of the document, <!-- lectern: talks=list -->, or"*) ;; *) false ;; esac
	said talks=list
	case $output in *"; what was asked for is taken"*) ;; *) false ;; esac
	said talks=headings:5
	case $output in *"are the talks, since what was asked for is not there"*) ;; *) false ;; esac
	said "speakers=nowhere link=slides prefix=Talk:"
	case $output in
	*"speakers: nowhere, as asked for"*"links: that of the slides, as asked for"*'titles: without "Talk:"'*) ;;
	*) false ;;
	esac
	said prefix=none
	case $output in
	*"(change it with talks="*"(change it with speakers="*"(change it with link="*"titles: share no beginning (as asked for)"*) ;;
	*) false ;;
	esac
}

@test "check -v tells of each kind of talks how many, where, why and what changes it" {
	has() { case $output in *"$1"*) ;; *) false ;; esac; }
	also() { sed "1s/^/<!-- lectern: $1 -->\n/" "$tmp/pair.md" >"$tmp/said.md"
		lectern check -v "$tmp/said.md"; }
	printf '# Fair\n\n## Knots - Ann One\n\n* x\n\n## Sails - Bob Two\n\n* y\n\n## Short talks\n\n' >"$tmp/pair.md"
	printf '* [Masts](https://youtu.be/AAAAAAAAA01) by Cy Tri\n* [Oars](https://youtu.be/AAAAAAAAA02) by Di Four\n' >>"$tmp/pair.md"
	lectern check -v "$tmp/pair.md"
	has "
taken: 2 headings of level 2, the first in line 3
taken: 2 items of lists, the first in line 13, beside these, as most items of their lists lead to a video or name somebody (talks=headings takes headings alone)
speakers: after-dash; of 2 talks that were looked at 2 have names there and 0 something else (change"
	has "
in the lists and tables beside, speakers: by; of 2 talks that were looked at 2 have names there and 0 something else
"
	also talks=headings
	has "
taken: 3 headings of level 2, the first in line 4
left: 2 in lists"
	printf '# Fair\n\n## Ropes\n\n### Knots - Ann One\n\n* x\n\n### Sails - Bob Two\n\n* y\n\n## Wood\n\n> [Masts](https://youtu.be/AAAAAAAAA01) - Cy Tri\n\n> [Oars](https://youtu.be/AAAAAAAAA02) - Di Four\n' >"$tmp/quotes.md"
	lectern check -v "$tmp/quotes.md"
	has "
taken: 2 headings of level 3, the first in line 5
taken: 2 quotations, the first in line 15, beside these, as most titles in bold or with a link in their sections name"

	# Tables and lists are taken together: each has who speaks in its own place.
	printf '# Fair\n\n## Day\n\n| Title | Speaker |\n|---|---|\n| Knots | Ann One |\n| Lunch | |\n| Sails | Bob Two |\n\n## Night\n\n' >"$tmp/pair.md"
	cp "$tmp/pair.md" "$tmp/bold.md"
	printf '* [Masts](https://youtu.be/AAAAAAAAA01) by Cy Tri\n* [Oars](https://youtu.be/AAAAAAAAA02) by Di Four\n' >>"$tmp/pair.md"
	lectern check -v "$tmp/pair.md"
	has "
taken: 2 items of lists, the first in line 13
taken: 2 rows of tables, the first in line 7
tables: titles in column 1 (Title), speakers in column 2 (Speaker) (change"
	has "
speakers: in a column of tables; elsewhere: by; of 2 talks that were looked at 2 have names there and 0 something else (change it with speakers=column:NAME"
	printf '**Masts** - Cy Tri\n\nwords\n\n**Oars** - Di Four\n\nwords\n' >>"$tmp/bold.md"
	lectern check -v "$tmp/bold.md"
	has "
taken: 2 rows of tables, the first in line 7
taken: 2 paragraphs, the first in line 13, beside these, as most titles in bold"
	has " name somebody or lead to a video (talks=list takes none of these)"
	cp "$tmp/bold.md" "$tmp/pair.md"
	also talks=list
	has "
taken: 2 rows of tables, the first in line 8
tables"

	printf '# Fair\n\n| Title | Speaker |\n|---|---|\n| Knots | Ann One |\n| Sails | Bob Two |\n\nMore:\n\n| Time | Who | Talk |\n|---|---|---|\n| 10:00 | Cy Tri | Masts |\n| 11:00 | Di Four | Oars |\n' >"$tmp/tables.md"
	lectern check -v "$tmp/tables.md"
	has "tables: titles in column 3 (Talk), speakers in column 2 (Who), times in column 1 (Time); elsewhere: titles in column 1 (Title), speakers in column 2 (Speaker) (change"

	# A level that is asked for is taken alone.
	printf '# Fair\n\n## Monday\n\n### Knots - Ann One\n\n* x\n\n### Sails - Bob Two\n\n* y\n\n## Tuesday\n\n### Masts - Cy Tri\n\n* z\n\n## Oars - Di Four\n\n* a\n' >"$tmp/pair.md"
	lectern check -v "$tmp/pair.md"
	has "
taken: 3 headings of level 3, the first in line 5
taken: 1 heading of level 2, in line 19, as each section has its own level of talks (talks=headings:3 takes level 3 alone)"
	also talks=headings:3
	has "
taken: 3 headings of level 3, the first in line 6
speakers"
	printf '## Knots\n\n* Ann One - Reefs\n* Bob Two - Bends\n\n## Sails\n\n* Cy Tri - Jibs\n* Di Four - Lugs\n' >"$tmp/pair.md"
	lectern check -v "$tmp/pair.md"
	has "but nearly every line of lists names somebody, so these are the talks"
}

@test "check -v tells what looks like talks and is left" {
	has() { case $output in *"
$1
"*) ;; *) false ;; esac; }
	printf '# Fair\n\n## Knots - Ann One\n\n* x\n\n## Sails - Bob Two\n\n* y\n\n## Masts - Cy Tri\n\n* z\n\n### Seen there\n\n* [Oars](https://youtu.be/AAAAAAAAA01) by Di Four\n* [Jibs](https://youtu.be/AAAAAAAAA02) by Ed Five\n' >"$tmp/left.md"
	lectern check -v "$tmp/left.md"
	has "taken: 3 headings of level 2, the first in line 3
left: 2 in lists, tables or paragraphs of notes that look like talks, the first from line 17 on (talks=list takes these)"
	sed -i '1s/^/<!-- lectern: talks=list -->\n/' "$tmp/left.md"
	lectern list "$tmp/left.md"
	[ "$(echo "$output" | cut -f3 | paste -s -d '|')" = "Oars|Jibs" ]
	printf '# Fair\n\n## Books\n\n* [Oars](https://example.org/1) by Di Four\n* [Jibs](https://example.org/2) by Ed Five\n\n## Talks\n\n* [Knots](https://youtu.be/AAAAAAAAA01) by Ann One\n* [Sails](https://youtu.be/AAAAAAAAA02) by Bob Two\n' >"$tmp/left.md"
	lectern check -v "$tmp/left.md"
	has "taken: 2 items of lists, the first in line 10
left: 2 that look like talks below headings that name something else, the first from line 5 on"
}

@test "check -v tells what is read otherwise than it is written" {
	printf '# Fair\n\n10:00 Knots - Ann One\n11:00 Sails - Bob Two\n12:00 Masts - Cy Tri\n' >"$tmp/anew.md"
	lectern check -v "$tmp/anew.md"
	case $output in *"
taken: 3 items of lists, the first in line 3
"*"
read in another way, from line 3 on: lines without a mark, as items of lists
"*) ;; *) false ;; esac
}

@test "check is content with a clean document" {
	printf '## A - Ann One\n\nhttps://youtu.be/AAAAAAAAAAA\n\n* x\n\n## B - Bob Two\n\nhttps://youtu.be/BBBBBBBBBBB\n\n* y\n' >"$tmp/clean.md"
	lectern check "$tmp/clean.md"
	expect_status 0
}

@test "what cannot be read is named, with status 2" {
	lectern list "$tmp/missing.md"
	expect_status 2
	[ "$errors" = "lectern: $tmp/missing.md: No such file or directory" ]
	lectern check "$tmp/missing.md"
	expect_status 2
	: >"$tmp/empty.md"
	lectern list "$tmp/empty.md"
	expect_status 2
	[ "$errors" = "lectern: $tmp/empty.md: empty file" ]
	printf 'a\0b' >"$tmp/binary.md"
	lectern list "$tmp/binary.md"
	expect_status 2
	[ "$errors" = "lectern: $tmp/binary.md: binary file" ]
	lectern list "$tmp" </dev/null
	expect_status 2
}

@test "a file of 1 MB without a newline is one talk" {
	head -c 1000000 /dev/zero | tr '\0' x >"$tmp/long.md"
	lectern list "$tmp/long.md"
	expect_status 0
	[ "$(echo "$output" | wc -l)" -eq 1 ]
	lectern --screen 80x24 "$tmp/long.md"
	expect_status 0
	[ "$(echo "$output" | wc -l)" -eq 24 ]
}

@test "options that make no sense are told" {
	lectern --screen 80 "$garden"
	expect_status 2
	lectern --shape tree "$garden"
	expect_status 2
	lectern --talk-level 7 "$garden"
	expect_status 2
	lectern --color sometimes "$garden"
	expect_status 2
	lectern --nonsense
	expect_status 2
	lectern show
	expect_status 2
	lectern bookmark
	expect_status 2
	lectern -x help list
	expect_status 2
}

@test "help and version go to standard output" {
	lectern --help
	expect_status 0
	[ "$(echo "$output" | head -n1)" = "usage: lectern [OPTION]... [FILE|-]..." ]
	lectern --version
	expect_status 0
	[[ $output == "lectern "[0-9]* ]]
}

@test "the help of the command line names every option and subcommand of the manual" {
	"$LECTERN" --help >"$tmp/help"
	for word in $(sed -n 's/^\.It Fl Fl \([a-z-]*\).*/--\1/p; s/^\.It Cm \(list\|search\|show\|open\|tracks\|speakers\|check\).*/\1/p' "$srcdir/assets/lectern.1.in"); do
		grep -q -e "$word" "$tmp/help" || {
			echo "$word"
			return 1
		}
	done
}

@test "the screen is printed as text after the commands" {
	lectern --screen 80x10 -x 'filter spade' "$garden"
	expect_status 0
	[ "$(echo "$output" | wc -l)" -eq 10 ]
	[[ $output == *">    One spade for life"* ]]
	[[ $(echo "$output" | tail -n1) == "/spade"*"1/7" ]]
}

@test "an unknown command is told" {
	lectern -x frobnicate "$garden"
	expect_status 2
	[ "$errors" = 'lectern: no command is called "frobnicate"' ]
}

@test "a full disk is told" {
	[ -e /dev/full ] || skip "no /dev/full"
	status=0
	errors=$("$LECTERN" list "$garden" 2>&1 >/dev/full) || status=$?
	expect_status 2
	[ "$errors" = "lectern: standard output: No space left on device" ]
}

@test "a reader that goes away ends it quietly" {
	errors=$( ("$LECTERN" list --json "$LECTERN_DATADIR/lpc-2023.md" | head -n1 >/dev/null) 2>&1)
	[ -z "$errors" ]
	# Where the signal is ignored, too.
	errors=$( (trap '' PIPE; "$LECTERN" list --json "$LECTERN_DATADIR/lpc-2023.md" | head -n1 >/dev/null) 2>&1)
	[ -z "$errors" ]
}

@test "colour is used when it is asked for, and not with NO_COLOR" {
	lectern show AAAAAAAAAAA "$garden"
	[[ $output != *$'\033'* ]]
	lectern --color always show AAAAAAAAAAA "$garden"
	[[ $output == *$'\033[1mcore'* ]]
}

@test "colour is used in a pipe where it is asked for" {
	lectern --color=always list "$garden"
	[ "$(echo "$output" | head -n1)" = $'AAAAAAAAAAA\t\e[2mGrowing\t\e[m\e[1mSlow compost\t\e[mAnn Lee\thttps://www.youtube.com/watch?v=AAAAAAAAAAA' ]
	lectern list "$garden"
	[[ $output != *$'\e'* ]]
}

@test "where a link leads that may mislead is told when it is opened" {
	printf '## A - Ann\n\nhttps://www.youtube.com@evil.example/x\n\n## B - Bob\n\n<https://\320\260pple.com/y>\n' >"$tmp/evil.md"
	LECTERN_OPENER=true lectern open https://www.youtube.com@evil.example/x "$tmp/evil.md"
	[ "$errors" = "lectern: https://www.youtube.com@evil.example/x leads to evil.example" ]
	id=$("$LECTERN" list "$tmp/evil.md" | sed -n 2p | cut -f1)
	LECTERN_OPENER=true lectern open "$id" "$tmp/evil.md"
	[[ $errors == *" leads to xn--pple-43d.com" ]]
	LECTERN_OPENER=true lectern open AAAAAAAAAAA "$garden"
	[ -z "$errors" ]
}

@test "a program that cannot open a link is told, and the link printed" {
	printf '#!/bin/sh\nexit 3\n' >"$tmp/opener"
	chmod +x "$tmp/opener"
	LECTERN_OPENER=$tmp/opener lectern open AAAAAAAAAAA "$garden"
	expect_status 2
	[ "$errors" = "lectern: opener: exited with status 3: the link is printed" ]
	[ "$output" = "https://www.youtube.com/watch?v=AAAAAAAAAAA" ]
	# So it is where there is none.
	LECTERN_OPENER=nothere lectern open AAAAAAAAAAA "$garden"
	expect_status 2
	[ "$errors" = 'lectern: nothere: program not found (named by $LECTERN_OPENER): the link is printed' ]
	[ "$output" = "https://www.youtube.com/watch?v=AAAAAAAAAAA" ]
	lectern export
	[ -z "$output" ]
}

@test "a bad line of the configuration is told with its number" {
	mkdir -p "$tmp/.config/lectern"
	printf 'mouse = on\nnonsense = 1\n' >"$tmp/.config/lectern/config"
	lectern list "$garden"
	expect_status 0
	[[ $errors == "lectern: $tmp/.config/lectern/config:2: "* ]]
	lectern list --no-config "$garden"
	[ -z "$errors" ]
}

@test "a binding that cannot be is told with file and line" {
	mkdir -p "$tmp/.config/lectern"
	config=$tmp/.config/lectern/config
	printf 'bind S-Up top\nbind F5 none\nbind C-M-Left top\n' >"$config"
	lectern list "$garden"
	[ -z "$errors" ]
	printf '\nbind Upp top\n' >"$config"
	lectern list "$garden"
	[ "$errors" = "lectern: $config:2: no key is called \"Upp\"" ]
	printf 'bind x topp\n' >"$config"
	lectern list "$garden"
	[ "$errors" = "lectern: $config:1: no command is called \"topp\"" ]
}

@test "names that others chose are masked wherever they are printed" {
	name=$(printf 'a\033[2J\302\2336n\342\200\256\377\302\255.md')
	mkdir "$tmp/names"
	cp "$garden" "$tmp/names/$name"
	lectern check "$tmp/names/$name"
	echo "$output$errors" >"$tmp/all"
	for how in list library; do
		lectern $how "$tmp/$name"
		echo "$output$errors" >>"$tmp/all"
		lectern $how "$tmp/names/$name"
		echo "$output$errors" >>"$tmp/all"
	done
	: >"$tmp/none"
	lectern import "$tmp/none" "$tmp/$name"
	echo "$output$errors" >>"$tmp/all"
	lectern import - <"$tmp/none"
	mv "$tmp/none" "$tmp/$name"
	lectern import "$tmp/$name"
	echo "$output$errors" >>"$tmp/all"
	[ "$(grep -c 'a?\[2J?6n????*\.md' "$tmp/all")" -ge 4 ]
	! LC_ALL=C grep "$(printf '[\001-\010\013-\037\177\377]\\|\302\233\\|\342\200\256\\|\302\255')" "$tmp/all"
}

@test "the name of a copy of a conflict is masked" {
	mkdir -p "$tmp/.config/lectern" "$tmp/share"
	echo "sync-file = $tmp/share/m.jsonl" >"$tmp/.config/lectern/config"
	name=$(printf 'm (conflict \033[2J\302\2336n\342\200\256\377).jsonl')
	echo rubbish >"$tmp/share/$name"
	lectern bookmark add AAAAAAAAAAA "$garden"
	[[ "$errors" == *'m (conflict ?[2J?6n??).jsonl:1: no JSON'* ]]
	! echo "$output$errors" | LC_ALL=C grep "$(printf '[\001-\010\013-\037\177\377]\\|\302\233\\|\342\200\256')"
}

@test "what is not seen does not reach the screen" {
	printf '## So\302\255ft\343\205\244 hy\315\217phen - A\342\201\240nn\n\n* x\342\200\213y\n' >"$tmp/soft.md"
	lectern --screen 160x24 "$tmp/soft.md"
	[[ $output == *"Soft hyphen"*"Ann"* ]]
	[[ $output == *"xy"* ]]
}

@test "escape sequences of a document never reach the terminal" {
	for how in list "list --json" tracks "show AAAAAAAAAAA" --screen=120x30; do
		printf '## Evil \033[31mred\302\233 \342\200\256bidi - A\007nn\n\nhttps://youtu.be/AAAAAAAAAAA\n\n* \033]0;title\007\n\n## Other\n' >"$tmp/evil.md"
		lectern $how "$tmp/evil.md"
		expect_status 0
		if LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]\\|\302\233\\|\342\200\256')" "$tmp/out"; then
			echo "$how lets it through"
			return 1
		fi
	done
}

@test "the conference that comes with lectern has its 21 tracks and 224 talks" {
	lectern tracks
	expect_status 0
	[ "$(echo "$output" | wc -l)" -eq 21 ]
	lectern list
	[ "$(echo "$output" | wc -l)" -eq 224 ]
}
