#!/bin/sh
# What builds packages for other systems, as far as it can be read here.
set -u
cd "$srcdir/packaging" || exit 2

. "$srcdir/tests/tap.sh"

reads() { # file, tool, argument...
	file=$1
	shift
	if command -v "$1" >/dev/null 2>&1; then
		faults=$("$@" 2>&1) && faults=
		report "$1 reads $file" "$faults"
	else
		skip "$1 reads $file" "no $1"
	fi
}

reads lectern.spec rpmspec -P lectern.spec
# With errors its status is not 0.
reads lectern.spec rpmlint lectern.spec
reads PKGBUILD bash -n PKGBUILD
reads lectern.rb ruby -c lectern.rb
reads default.nix nix-instantiate --parse default.nix

# All tell of the home that configure.ac has, and of another one if it has that.
cd "$srcdir" || exit 2
tree=$(mktemp -d) || exit 2
trap 'rm -rf "$tree"' EXIT
homes="configure.ac assets/lectern.metainfo.xml po/de.po"
for file in packaging/PKGBUILD packaging/lectern.spec packaging/lectern.rb \
    packaging/default.nix debian/control debian/changelog debian/copyright; do
	[ ! -e "$file" ] || homes="$homes $file"
done
# shellcheck disable=SC2086
tar -cf - $homes | (cd "$tree" && tar -xf -)
sh packaging/home "$tree" || exit 2
report "one home is told everywhere" "$(for file in $homes; do
	cmp -s "$file" "$tree/$file" || echo "$file: run packaging/home"
done)"
chmod -R u+w "$tree"
sed 's|^\(AC_INIT(\[lectern\], \[[0-9.]*\]\).*|\1, [us@talks.test], [lectern], [https://talks.test/l])|' \
    "$srcdir/configure.ac" >"$tree/configure.ac"
sh packaging/home "$tree" || exit 2
report "and can be changed in one place" "$(
	cd "$tree" && grep -rn 'example\.org' . | grep -v 'xample\.org/\(kelp\|watch\)'
	grep -q '<id>test.talks</id>' assets/lectern.metainfo.xml || echo "metainfo has another id"
	for file in $homes; do grep -q 'talks' "$file" || echo "$file has no home"; done)"

finish
