#!/bin/sh
# Real programmes by others: talks, tracks, days, rooms and speakers of each are
# those that other tools counted in it, and so are the talks with a video; no
# link is lost.
set -u
formats=${SHARED:-/nowhere}/data/formats

. "$srcdir/tests/tap.sh"

if [ ! -r "$formats/EXPECTED.tsv" ] || ! command -v jq >/dev/null 2>&1; then
	skip "real programmes" "no shared programmes here, or no jq"
	finish
	exit
fi

expat=yes
if "$LECTERN" list "$formats/28c3.xml" 2>&1 </dev/null | grep -q 'built without expat'; then
	expat=
fi

tmp=$(mktemp -d)
trap 'rm -r "$tmp"' EXIT
tab=$(printf '\t')
while IFS="$tab" read -r file kind talks tracks days rooms speakers links videos line; do
	case $expat,$kind in
	,*xml | ,xcal)
		skip "$file" "built without expat"
		continue ;;
	esac
	case $kind in
	srt)
		want=$(echo "$line" | sed 's/.*cues \([0-9]*\).*/\1/')
		report "$file: $want cues" "$("$LECTERN" check -v "$formats/$file" </dev/null | grep -v '^1 track, 1 talk\|: captions, '"$want"' cues$')"
		continue ;;
	"frab xml" | "pentabarf xml" | "other xml" | csv | "frab json" | \
	    "schedule json v2" | "indico json" | "pyvideo dir" | ics | xcal) ;;
	*) continue ;;
	esac
	# The days of this one are counted from its list of days; its two talks
	# are both of the first, since a day there ends at six in the morning.
	[ "$kind" != "schedule json v2" ] || days=1
	# Of 179 talks some have no track: then their session is it, "Plenary".
	[ "$kind" != "indico json" ] || tracks=4
	# What a file does not tell is not compared; talks without a track are
	# in one that is named after the conference.
	got=$("$LECTERN" list --json "$formats/$file" </dev/null | jq -rs --arg want "$tracks $days $rooms $speakers $videos" '
		def n(f): [.[] | f | select(. != null)] | unique | length;
		($want | split(" ")) as $w |
		def seen($i; $n): if $w[$i] == "-" or $w[$i] == "" then "-" else $n end;
		[length,
		seen(0; ([.[] | select(.track != .conference)] | n(.track))),
		seen(1; n(.day)), seen(2; n(.room)),
		seen(3; ([.[].speakers[]] | unique | length)),
		seen(4; ([.[] | select((.url // "") | test("youtu|/videos/watch/|\\.(webm|mp4|ogg|ogv|avi|mpg|mkv)$"))] | length))] | map(tostring) | join(" ")')
	want="$talks $tracks $days $rooms $speakers ${videos:--}"
	[ "$got" = "$want" ] && got=
	# Of XML and JSON each link is there, as a link or, where it cannot be
	# opened, as text; those of the texts are there besides.
	case $kind in
	"frab xml" | "pentabarf xml")
		tr '\n\r' '  ' <"$formats/$file" |
		    grep -o "<\(link\|attachment\) [^>]*href=[\"'][^\"']*[\"']" |
		    sed "s/.*href=[\"']//; s/[\"']\$//; s/&amp;/\&/g; s/ *\$//" ;;
	"frab json")
		jq -r '.schedule.conference.days[].rooms[][] | .links[], .attachments[] | .url' "$formats/$file" ;;
	"indico json")
		jq -r '.results[].contributions[] | .url, (.folders[].attachments[] | .link_url // .download_url)' "$formats/$file" ;;
	esac >"$tmp/links"
	"$LECTERN" list --json "$formats/$file" </dev/null |
	    jq -r '.links[].url, .blocks[].text' | sed 's/^.*: //' | sort -u >"$tmp/there"
	missing=$(sed 's|^www|http://www|; s/ /%20/g' "$tmp/links" | sort -u | comm -23 - "$tmp/there")
	[ -z "$missing" ] || missing="not there: $missing"
	case $kind in
	*xml | *json)
		found=$(wc -l <"$tmp/links")
		[ "$kind" = "other xml" ] || [ "$links" = - ] || [ "$found" -eq "$links" ] ||
			missing="$missing $found links were found, should be $links"
		report "$file: $links links" "$missing" ;;
	esac
	report "$file: $talks talks" "${got:+talks, tracks, days, rooms, speakers, videos: $got, should be $want}"
done <"$formats/EXPECTED.tsv"

report "a template of a programme is refused, and said to be one" "$(
	"$LECTERN" list "$formats/jekyll-template-schedule.xml" 2>&1 >/dev/null </dev/null |
	    grep -v 'a template of a programme, not a programme$')"

finish
