#!/bin/sh
# A new kind of marks is a row of the table: tests/kind/lectern is lectern with
# the row starred.row more, and must keep, list, find, print, export and import
# what is starred.
set -u
cd "$srcdir" || exit 2

. "$srcdir/tests/tap.sh"

lectern="$builddir/tests/kind/lectern"
tmp=$(mktemp -d "${TMPDIR:-/tmp}/lectern-kind.XXXXXX") || exit 2
trap 'rm -rf "$tmp"' EXIT
garden=$srcdir/tests/data/garden.md
db=$tmp/marks.db

report "the row is all that was added" "$(
	diff "$srcdir/src/model/mark_kind.c" "$builddir/tests/kind/kinds.c" |
	    sed -n 's/^> //p' | diff - "$srcdir/tests/kind/starred.row"
	diff "$srcdir/src/model/mark_kind.c" "$builddir/tests/kind/kinds.c" |
	    grep '^<')"

# wants NAME EXPECTED ACTUAL: the second has the first in it.
wants() {
	case $3 in
	*"$2"*) report "$1" "" ;;
	*) report "$1" "no $2 in: $3" ;;
	esac
}

line='{"schema":1,"key":"yt:AAAAAAAAAAA","title":"Slow compost",
"speakers":"Ann Lee","url":"https://youtu.be/AAAAAAAAAAA",
"starred":true,"starred_at":1700000000000}'
echo "$line" | tr -d '\n' >"$tmp/in.jsonl"
"$lectern" import --db "$db" "$tmp/in.jsonl" >/dev/null

wants "rows have its sign" '! Slow compost' \
    "$("$lectern" --db "$db" --screen 80x12 "$garden")"
wants "a talk's notes are headed by it" 'Notes ! starred' \
    "$("$lectern" --db "$db" --screen 160x12 "$garden")"
wants "is: finds it" 'AAAAAAAAAAA' \
    "$("$lectern" list --db "$db" --query is:starred "$garden")"
report "and nothing else" "$(
	"$lectern" list --db "$db" --query is:starred "$garden" | sed 1d
	"$lectern" list --db "$db" --query '!is:starred' "$garden" |
	    grep AAAAAAAAAAA)"
wants "the JSON of a talk has it" '"starred":true' \
    "$("$lectern" show --json --db "$db" AAAAAAAAAAA "$garden")"
wants "and of other talks, too" '"starred":false' \
    "$("$lectern" show --json --db "$db" BBBBBBBBBBB "$garden")"
wants "an export has it" '"starred":true,"starred_at":1700000000000' \
    "$("$lectern" export --db "$db")"
"$lectern" export --db "$db" | "$lectern" import --db "$tmp/other.db" - >/dev/null
report "a round by export and import keeps it" "$(
	"$lectern" export --db "$db" >"$tmp/a"
	"$lectern" export --db "$tmp/other.db" | diff "$tmp/a" -)"
wants "tables have its column" ',opened,starred,tags,' \
    "$("$lectern" export --format=csv --db "$db" "$garden")"
wants "and its time" ',2023-11-14T22:13:20Z,' \
    "$("$lectern" export --format=csv --db "$db" "$garden")"
wants "Markdown has its day" '* starred 2023-11-14' \
    "$("$lectern" export --format=markdown --db "$db" "$garden")"
report "a lectern without it takes the rest of such a line" "$(
	"$LECTERN" import --db "$tmp/old.db" "$tmp/a" >/dev/null 2>"$tmp/err" ||
	    cat "$tmp/err")"

finish
