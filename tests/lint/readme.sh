#!/bin/sh
# README: its commands run, its screen is what the program shows, and its list
# of areas is the tree's.  UPDATE=1 writes the screen anew.
set -u
readme=$srcdir/README
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

. "$srcdir/tests/tap.sh"

# What it calls lectern and notes.md, and an opener that opens nothing.
mkdir "$tmp/bin" "$tmp/home"
ln -s "$LECTERN" "$tmp/bin/lectern"
printf '#!/bin/sh\n' >"$tmp/bin/opener"
chmod +x "$tmp/bin/opener"
cp "$srcdir/tests/data/garden.md" "$tmp/notes.md"
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

# The screen stands right after the command that prints it.
command=$(sed -n 's/^    \(lectern --screen .*\)/\1/p' "$readme" | head -n 1)
{
	echo "    $command"
	echo
	HOME=$tmp sh -c "$command" | sed 's/^/    /'
} >wanted
awk '/^    lectern --screen / { on = 1 } /^BUILD$/ { on = 0 } on' "$readme" |
    sed '$d' >found
if [ -n "${UPDATE-}" ]; then
	awk -v screen="$tmp/wanted" '
		/^    lectern --screen / {
			while ((getline line <screen) > 0)
				print line
			print ""
			skip = 1
		}
		/^BUILD$/ { skip = 0 }
		!skip' "$readme" >new && cat new >"$readme"
fi
report "its screen is what the program shows" "$(diff found wanted)"

sed -n "s/^areas='\(.*\)'$/\1/p" "$srcdir/tests/lint/areas" | tr ' ' '\n' >areas
sed -n '/^FILES$/,$s/^    \([a-z_]*\)  *[a-zA-Z].*/\1/p' "$readme" >listed
report "its list of areas is the tree's" "$(diff listed areas)"

finish
