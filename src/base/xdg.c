#include "lectern/base/xdg.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/mem.h"

static const struct {
	const char *variable, *fallback;
} kinds[] = {
    [XDG_CONFIG] = {"XDG_CONFIG_HOME", ".config"},
    [XDG_DATA] = {"XDG_DATA_HOME", ".local/share"},
    [XDG_CACHE] = {"XDG_CACHE_HOME", ".cache"},
    [XDG_STATE] = {"XDG_STATE_HOME", ".local/state"},
};

static char *
join(const char *home, const char *below, const char *name)
{
	return mem_printf(
	    "%s%s%s/lectern/%s", home, *below ? "/" : "", below, name);
}

char *
xdg_path(enum xdg_kind kind, const char *name)
{
	const char *home = getenv(kinds[kind].variable);

	/* The specification: relative paths are to be ignored. */
	if (home && home[0] == '/')
		return join(home, "", name);
	home = getenv("HOME");
	if (!home || home[0] != '/') {
		const struct passwd *user = getpwuid(getuid());

		home = user ? user->pw_dir : NULL;
	}
	if (!home || home[0] != '/')
		return NULL;
	return join(home, kinds[kind].fallback, name);
}
