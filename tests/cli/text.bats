# Text of all scripts and locales, as the command line meets it.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export HOME=$tmp
}

found() {
	"$LECTERN" search "$1" "$tmp/doc.md" | cut -f3
}

@test "words are found without vowel signs, tatweel and soft hyphens" {
	printf '# Conf\n\n## الحَوسَبة السَّحابيّة - سَلمى\n\n- نص\n\n## שָׁלוֹם - דוד\n\n- x\n\n## إدارة ٢٠٢٤ - ى\n\n- تـطـويل key\302\255board\n' >"$tmp/doc.md"
	[ "$(found الحوسبة)" = "الحَوسَبة السَّحابيّة" ]
	[ "$(found שלום)" = "שָׁלוֹם" ]
	[ "$(found 2024)" = "إدارة ٢٠٢٤" ]
	[ "$(found تطويل)" = "إدارة ٢٠٢٤" ]
	[ "$(found keyboard)" = "إدارة ٢٠٢٤" ]
}

@test "in Turkish, small letters of ASCII are what they are elsewhere" {
	localedef -i tr_TR -f UTF-8 "$tmp/tr_TR.UTF-8" 2>"$tmp/err" ||
		skip "no source of the Turkish locale"
	export LOCPATH=$tmp
	export LC_ALL=tr_TR.UTF-8
	printf -- '---\nTITLE: Quiet Island\n---\n\n## Iron INK - Ida Irwin\n\n<SCRIPT>no</SCRIPT>\n\n- x\n\n## Second - Bo\n\nHTTPS://VIMEO.COM/123456789\n' >"$tmp/doc.md"
	[ "$(found TITLE:iron)" = "Iron INK" ]
	[ "$(found "t:INK iron")" = "Iron INK" ]
	[ "$(found "!IS:bookmarked" | wc -l)" -eq 2 ]
	[ -z "$(found no)" ]
	[ "$("$LECTERN" list "$tmp/doc.md" | cut -f2 | sort -u)" = "Quiet Island" ]
	[ "$("$LECTERN" list "$tmp/doc.md" | sed -n 2p | cut -f1)" = https://vimeo.com/123456789 ]
}

@test "what a format spells of control characters reaches no terminal" {
	x='a&#27;[31m&#x9b;1m&#x202e;z' s='a\u001b[31m\u009b1m\u202ez' y='a\e[31m\x9b1m\u202ez'
	printf 'WEBVTT\n\n00:00.000 --> 00:01.000\n%s\n' "$x" >"$tmp/1.vtt"
	printf '1\n00:00:00,000 --> 00:00:01,000\n%s\n' "$x" >"$tmp/2.srt"
	printf '# C\n\n## %s - Jane Roe\n\n- %s\n' "$x" "$x" >"$tmp/3.md"
	printf 'title,speaker,abstract\n%s,Jane Roe,<p>%s</p>\nB,Jim Roe,x\n' "$x" "$x" >"$tmp/4.csv"
	printf '[{"title":"%s","speakers":["%s"],"abstract":"<p>%s</p>"},{"title":"B","speakers":["Jim Roe"]}]' \
		"$s" "$s" "$x" >"$tmp/5.json"
	printf -- '- title: "%s"\n  speakers: ["%s"]\n- title: B\n  speakers: [Jim Roe]\n' "$y" "$y" >"$tmp/6.yml"
	printf -- '---\ntitle: "%s"\nspeaker: "%s"\n---\n\n- x\n' "$y" "$y" >"$tmp/7.md"
	printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:%s\r\nDTSTART:20310101T100000Z\r\nX-ALT-DESC:<p>%s</p>\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n' \
		"$x" "$x" >"$tmp/8.ics"
	printf '<schedule><day date="2031-01-01"><room name="R"><event id="1"><start>10:00</start><title>%s</title><abstract>%s</abstract></event></room></day></schedule>' \
		'a&amp;#27;[31m&#x9b;1m&#x202e;z' '&lt;p&gt;a&amp;#27;&#x9b;1m&#x202e;z' >"$tmp/9.xml"
	for doc in "$tmp"/[1-9].*; do
		"$LECTERN" list "$doc" >"$tmp/out"
		[ -s "$tmp/out" ]
		"$LECTERN" show "$(head -n 1 "$tmp/out" | cut -f1)" "$doc" >>"$tmp/out"
		[ -z "$(tr -d '\n\t -~\200-\377' <"$tmp/out")" ]
		! grep -q -e "$(printf '\302\233')" -e "$(printf '\342\200\256')" "$tmp/out"
	done
}

@test "programmes in Windows-1252 are read as that, and check says so" {
	printf '[{"title":"Caf\351","speakers":["Zo\353 Li"]},{"title":"Two","speakers":["Bo Li"]}]' >"$tmp/a.json"
	printf -- '- title: Caf\351\n  speakers: Zo\353 Li\n- title: Two\n  speakers: Bo Li\n' >"$tmp/a.yml"
	event='<schedule><conference><title>C</title></conference><day index="1"><room name="r"><event id="1"><title>Caf\351</title></event></room></day></schedule>'
	printf "$event" >"$tmp/a.xml"
	printf "<?xml version=\"1.0\" encoding='utf-8'?>$event" >"$tmp/b.xml"
	for name in a.json a.yml a.xml b.xml; do
		run "$LECTERN" list "$tmp/$name"
		[[ "${lines[0]}" == *"	Café	"* ]]
		run "$LECTERN" check "$tmp/$name"
		[[ "$output" == *"$name:"*": warning: not in UTF-8, read as Windows-1252"* ]]
	done
	# Another that it names is taken by its word; of mixed bytes each is U+FFFD.
	printf "<?xml version=\"1.0\" encoding='ISO-8859-1'?>$event" >"$tmp/c.xml"
	run "$LECTERN" list "$tmp/c.xml"
	[[ "$output" == *"	Café	"* ]]
	printf '[{"title":"Caf\351 \303\251","speakers":["Zo Li"]},{"title":"Two","speakers":["Bo Li"]}]' >"$tmp/d.json"
	run "$LECTERN" list "$tmp/d.json"
	[[ "${lines[0]}" == *"	Caf� é	"* ]]
}
