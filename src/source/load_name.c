#include "source/load_name.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/userfile.h"
#include "source/folder_place.h"

const char *
load_after_slash(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

const char *
load_name(struct arena *arena, const char *path)
{
	const char *name = load_after_slash(path), *dot = strrchr(name, '.');
	size_t len = dot && dot > name ? (size_t)(dot - name) : strlen(name);
	char *whole = NULL;

	if (strcmp(path, "-") == 0)
		return "standard input";
	if (folder_place_tells(path)) {
		whole = userfile_absolute(path);

		char *slash = strrchr(whole, '/');

		if (slash && slash > whole) {
			*slash = '\0';
			name = load_after_slash(whole);
			len = strlen(name);
		}
	}
	name = text_clean(
	    arena, name, folder_place_without_key(name, len), &len);
	free(whole);
	return text_squeeze(arena, name, len);
}
