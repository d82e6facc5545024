#!/bin/sh
# README: its commands run, what it leads to is there, its pictures are pictures
# and its cast can be played.
set -u
readme=$srcdir/README.md
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

. "$srcdir/tests/tap.sh"

# What it calls lectern, notes.md and the like, and an opener that opens nothing.
mkdir "$tmp/bin" "$tmp/home"
ln -s "$LECTERN" "$tmp/bin/lectern"
printf '#!/bin/sh\n' >"$tmp/bin/opener"
chmod +x "$tmp/bin/opener"
cp "$srcdir/tests/data/garden.md" "$tmp/notes.md"
cp -R "$srcdir/tests/data/some-awesome-talks" "$tmp"
cp -R "$srcdir/tests/data/some-awesome-talks" "$tmp/home/talks"
cat >"$tmp/schedule.json" <<'END'
{"schedule": {"conference": {"title": "Garden Days", "days": [{"date": "2031-05-04",
"rooms": {"Glasshouse": [{"id": 1, "start": "10:00", "title": "Moss"}]}}]}}}
END
export HOME="$tmp/home" LECTERN_OPENER="$tmp/bin/opener"
PATH=$tmp/bin:$PATH
cd "$tmp" || exit 2

# Its commands are indented by four and begin with the program's name.
sed -n 's/^    \(lectern\( .*\)\{0,1\}\)$/\1/p' "$readme" >commands
faults=
while read -r command; do
	sh -c "$command" >out 2>err </dev/null
	status=$?
	case "$status $command" in
	"0 "* | "1 lectern check "*) ;;
	*) faults="$faults
$command: status $status: $(cat err)" ;;
	esac
	case $command in
	*" open "* | *" add "*) ;;
	*) [ -s out ] || faults="$faults
$command: prints nothing" ;;
	esac
done <commands
[ "$(grep -c . commands)" -gt 8 ] || faults="$faults
the commands of README could not be read"
report "every command in README runs" "${faults#?}"

# The notes that it shows, as it calls their parts.
sed -n '/^    # /,/^$/s/^    //p' "$readme" >sample.md
lectern list sample.md | cut -f 2-4 >out
printf '%s\t%s\t%s\n' Ropes "Knots that hold when wet" "Ann Rower" \
    Ropes Splices "Bo Quay" | diff - out >err
report "the notes in README are read as they look" "$(cat err)"

cd "$srcdir" || exit 2
faults=$(tr '\n' ' ' <"$readme" | grep -o '\]([^)]*)' | tr -d ']()' | while read -r path; do
	[ -e "$path" ] || echo "$path is not there"
done
for picture in assets/pictures/*.png; do
	grep -q "($picture)" "$readme" || echo "$picture is not shown"
	[ "$(head -c 4 "$picture" | tail -c 3)" = PNG ] || echo "$picture is no picture"
done)
report "what README leads to is there" "$faults"

# An asciicast, version 2: a line on the whole, then times that do not run back.
cast=assets/pictures/lectern.cast
if command -v jq >/dev/null 2>&1; then
	jq -es '.[0].version == 2 and .[0].width > 0 and .[0].height > 0 and
	    (.[1:] | length > 10 and all(.[]; length == 3 and .[1] == "o")) and
	    ([.[1:][] | .[0]] | . == sort)' "$cast" >"$tmp/out" 2>&1
	report "its cast can be played" "$([ "$(cat "$tmp/out")" = true ] || cat "$tmp/out")"
else
	skip "its cast can be played" "no jq"
fi

finish
