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
