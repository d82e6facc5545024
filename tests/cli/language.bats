# Other languages: German, if its translation was built.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp garden=$srcdir/tests/data/garden.md
	export LANGUAGE=de
	[ -e "$LECTERN_LOCALEDIR/de/LC_MESSAGES/lectern.mo" ] ||
	    skip "no translations were built"
}

@test "the help is German, and names stay what is typed" {
	run "$LECTERN" --help
	[[ "$output" == *"Aufruf: lectern [OPTION]"* ]]
	[[ "$output" == *"search QUERY"*"passenden Vorträge ausgeben"* ]]
	[[ "$output" != *"print the "* ]]
	# Wrapped by columns: no line is wider than a terminal.
	while read -r line; do [ "${#line}" -le 82 ]; done <<<"$output"
}

@test "an error is German" {
	run "$LECTERN" --format nothing export
	[ "$status" -eq 2 ]
	[[ "$output" == *'"nothing" ist weder jsonl, '*"noch csv"* ]]
	[[ "$output" == *'Siehe "lectern --help".'* ]]
}

@test "one has a form of its own" {
	run "$LECTERN" -x 'filter spade' -x 'filter' -x 'tag one' -x 'talk AAAAAAAAAAA' \
	    -x 'filter zzz' --screen 80x24 "$garden"
	[[ "$output" == *'kein Vortrag passt zu "zzz"'* ]]
	printf '# A\n\n## One\n\nhttps://youtu.be/AAAAAAAAAAA\n' >"$tmp/one.md"
	run "$LECTERN" --screen 80x24 "$tmp/one.md"
	[[ "$output" == *"1 Vortrag, 0 gesehen"* ]]
	run "$LECTERN" --screen 80x24 "$garden"
	[[ "$output" == *"7 Vorträge, 0 gesehen"* ]]
}

@test "JSON, TSV and the config's words are not translated" {
	diff <("$LECTERN" list --json "$garden") <(LANGUAGE= "$LECTERN" list --json "$garden")
	diff <("$LECTERN" list "$garden") <(LANGUAGE= "$LECTERN" list "$garden")
	"$LECTERN" config | grep -q '^#theme = auto'
}

@test "LANGUAGE names several, and C speaks English" {
	LANGUAGE=xx:de run "$LECTERN" --help
	[[ "$output" == *"Aufruf: "* ]]
	LC_ALL=C run "$LECTERN" --help
	[[ "$output" == "usage: "* ]]
	LC_ALL=C run "$LECTERN" check --nothing
	[[ ! "$output" =~ [^[:ascii:]] ]]
}

@test "a catalogue that is garbage leaves all in English" {
	mkdir -p "$tmp/locale/de/LC_MESSAGES"
	head -c 5000 "$LECTERN" >"$tmp/locale/de/LC_MESSAGES/lectern.mo"
	LECTERN_LOCALEDIR=$tmp/locale run "$LECTERN" --help
	[ "$status" -eq 0 ]
	[[ "$output" == "usage: "* ]]
	: >"$tmp/locale/de/LC_MESSAGES/lectern.mo"
	LECTERN_LOCALEDIR=$tmp/locale run "$LECTERN" --help
	[ "$status" -eq 0 ]
	[[ "$output" == "usage: "* ]]
}

# Documents with something to tell in each way, and no word that is English.
documents() {
	mkdir -p "$tmp/d" && cd "$tmp/d"
	printf '# Xa\n\n## Qo\n\nXu\n\n## Xi - Ann Lee\n\n- https://youtu.be/AAAAAAAAAAA\n- qa\n\n## Xo - Bob Ost\n\n- https://youtu.be/AAAAAAAAAAA\n- [x](qa.com)\n- [y](ftp://qa.com/x)\n- [z](https:///x)\n' >a.md
	printf '# Xa\n\n- [Qo](#qo)\n- [Qu](#qu)\n\n## Qo\n\n- [Xi](https://youtu.be/AAAAAAAAAAB)\n- [Xo](https://youtu.be/AAAAAAAAAAC)\n- [X1](https://youtu.be/AAAAAAAAAAD)\n\n## Qu\n\n- [Xu](https://youtu.be/AAAAAAAAAAE)\n' >b.md
	printf '# Xa\n\n| Title | Speaker |\n|---|---|\n| [Xi](https://youtu.be/AAAAAAAAAAF) | Ann Lee |\n| [Xo](https://youtu.be/AAAAAAAAAAG) | Bob Ost |\n' >c.md
	printf '# Qa\n\n## X\351\n\n- https://youtu.be/AAAAAAAAAAH\n' >d.md
	printf '# Qa\n\n## X\303\251\351\n\n- https://youtu.be/AAAAAAAAAAH\n' >e.md
	printf '# Qa\n\nXa\n' >f.md
	printf '# Qa\n\n**Xa**\n\nxu\n\n**Xo**\n\nxu\n' >g.md
	printf 'title,speaker\nXa,Ann Lee,qa\n,Bob Ost\n"Xi' >h.csv
	printf 'speaker,qa\nAnn Lee,Xo\n"Bob Ost"x,Xu\n' >i.csv
	printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Xa\nSTATUS:CANCELLED\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Xo\nDTSTART:20260101T100000Z\nEND:VEVENT\n' >j.ics
	printf '<schedule><conference><title>Qa</title></conference><day date="2026-01-01"><room name="Q"><event id="1"><title>Xa</title></event></room></day></schedule>' >k.xml
	printf '<!DOCTYPE schedule [<!ENTITY x "y">]>\n<schedule><day/></schedule>' >kk.xml
	printf '{"_type":"playlist","title":"Qa","entries":[{"id":"AAAAAAAAAAJ","title":"Xa"},{"id":"AAAAAAAAAAK","title":"[Private video]"},{"id":"AAAAAAAAAAL","title":"Xo"}\n' >l.json
	printf '[{"title":"Xa","speakers":["Ann Lee"]},{"title":"Xo","speakers":["Bob Ost"]},]' >m.json
	printf 'WEBVTT\n\n00:01.000 --> 00:02.000\nXa xo\n' >n.vtt
	mkdir -p o && for n in 1 2 3; do printf -- '---\ntitle: X%s\n---\n\nxu\n' $n >o/$n.md; done
	printf '<schedule><conference><title>Qa</title></conference>\n<day><event><title>Xa</title></event></room></schedule>' >q.xml
	printf '<schedule><event><title>Xa</title></event><event><title>Xa & xo</title></event></schedule>' >qq.xml
	printf -- '- title: Xa\n  speaker: Ann Lee\n- title: Xo: xu\n  speaker: Bob Ost\n' >r.yml
	printf -- '- title: Xa\n  speaker: Ann Lee\n- title: @xu\n  speaker: Bob Ost\n' >rr.yml
	for n in talks=qa link=qa speakers=qa qa=qa; do printf '<!-- lectern: %s -->\n\n# Qa\n\n## Xa - Ann Lee\n\nxu\n' "$n" >s-$n.md; done
	for n in $(seq 30); do printf '## Xaaaaaaaaa%04d Xaaaaaaaaa Xaaaaaaaaa Xaaaaaaaaa Xaaaaaaaaa Xaaaaaaaaa Xaaaaaaaaa Xaaaaaaaaa Xaaaaaaaa%s\n\nxu\n\n' "$n" ''; done >p.md
}

# Words of the English messages that no German one has, nor what is typed.
english() {
	msgcat --no-wrap "$srcdir/po/de.po" 2>/dev/null | awk '
		/^msgid/ { on = 1 }
		/^msgstr/ { on = 2 }
		/^(msg|")/ {
			s = $0
			sub(/^[a-z_]*(\[[0-9]\])? *"/, "", s)
			gsub(/%[0-9$]*z?[a-z]|\\[a-z"]|[a-z]+=/, " ", s)
			n = split(s, word, /[^A-Za-z]+/)
			for (i = 1; i <= n; i++)
				if (length(word[i]) > 2) seen[on, word[i]] = 1
		}
		END {
			for (k in seen) {
				split(k, part, SUBSEP)
				if (part[1] == 1 && !((2, part[2]) in seen)) print part[2]
			}
		}'
}

@test "check, sources and i tell of documents in German" {
	command -v msgcat >/dev/null || skip "gettext is not installed"
	documents
	english >"$tmp/words"
	[ "$(wc -l <"$tmp/words")" -gt 300 ]
	grep -qx talks "$tmp/words"
	for file in *; do
		"$LECTERN" check -v "$file" || [ $? -le 2 ]
		"$LECTERN" --talk-level 5 check -v "$file" || [ $? -le 2 ]
		"$LECTERN" sources "$file" || :
		"$LECTERN" -x info --screen 200x40 "$file" | sed '/^ *[?]/d' || :
	done >"$tmp/told" 2>&1
	"$LECTERN" check m.json l.json a.md b.md >>"$tmp/told" 2>&1 || :
	"$LECTERN" sources m.json l.json a.md b.md >>"$tmp/told"
	# Each way of telling is there, of formats that are read.
	xml=('Programm, 1 Vortrag' 'ein Dokumenttyp mit' 'ein Element ohne sein Ende; 1' 'wie & allein')
	! grep -q expat "$tmp/told" || xml=()
	yaml=('ein Doppelpunkt, wo keiner' 'Tabulator, oder ein Zeichen')
	! grep -q libyaml "$tmp/told" || yaml=()
	for words in 'Warnung: keine URL' 'dieselbe URL wie in Zeile 7' 'https:// fehlt' \
	    'weder http noch https' 'kein Rechnername' 'Inhaltsverzeichnis, 2 Zeilen' 'Namen von Spalten' \
	    'gelesen als Windows-1252' 'gezeigt als U+FFFD' 'Überschriften der Ebene 2' \
	    'Liste, 2 Tracks, 4 Vorträge' 'ein Vortrag' 'Absätze, 2 Vorträge' 'Tabelle, 3 Vorträge' \
	    '3 Zellen, sollten 2 sein' 'ein Anführungszeichen ohne Gegenstück' 'eine abgesagte Veranstaltung' \
	    'Kalender, 1 Vortrag' "${xml[@]}" 'ausgelassen' 'zu früh zu Ende; 2 Vorträge gelesen' \
	    "${yaml[@]}" 'ist weder list, ' 'ist weder title, ' \
	    'diese Stelle gibt es nicht' 'keine solche Korrektur' \
	    'vereint mit' 'Untertitel, 1 Einblendung' 'da es nicht gibt' '1 Track, ' ' Warnungen'; do
		grep -qF "$words" "$tmp/told" || { echo "missing: $words"; return 1; }
	done
	# What people type stays as it is.
	sed -E 's/[a-z]+=|[a-z]+-[a-z]+//g' "$tmp/told" >"$tmp/shown"
	if grep -owF -f "$tmp/words" "$tmp/shown" >"$tmp/left"; then
		sort -u "$tmp/left"
		return 1
	fi
}

@test "JSON of sources is English" {
	diff <("$LECTERN" sources --json "$garden") <(LANGUAGE= "$LECTERN" sources --json "$garden")
}
