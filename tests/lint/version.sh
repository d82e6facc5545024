#!/bin/sh
# The version is told in several places: it is the same one.
set -u
cd "$srcdir" || exit 2

. "$srcdir/tests/tap.sh"

version=$(sed -n 's/^AC_INIT(\[lectern\], \[\([0-9.]*\)\].*/\1/p' configure.ac)
of() { # where, what was found there
	[ "$2" = "$version" ] || echo "$1 tells of version \"$2\""
}
faults=$(
	[ -n "$version" ] || echo "configure.ac has no version"
	of "the program" "$("$LECTERN" --version | sed -n '1s/^lectern //p')"
	of NEWS "$(sed -n 's/^\([0-9]*\.[0-9.]*\).*/\1/p' NEWS | head -n 1)"
	[ ! -d debian ] || of debian/changelog "$(sed -n '1s/^lectern (\([0-9.]*\)-[0-9]*).*/\1/p' debian/changelog)"
	of lectern.metainfo.xml "$(sed -n 's/.*<release version="\([0-9.]*\)".*/\1/p' \
	    assets/lectern.metainfo.xml | head -n 1)"
	of lectern.spec "$(sed -n 's/^Version: *//p' packaging/lectern.spec)"
	of PKGBUILD "$(sed -n 's/^pkgver=//p' packaging/PKGBUILD)"
	of lectern.rb "$(sed -n 's/.*lectern-\([0-9.]*\)\.tar.*/\1/p' packaging/lectern.rb)"
	of default.nix "$(sed -n 's/^  version = "\(.*\)";/\1/p' packaging/default.nix)"
)
report "version $version is told everywhere" "$faults"

finish
