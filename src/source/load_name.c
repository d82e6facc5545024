#include "source/load_name.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/base/userfile.h"
#include "source/folder_place.h"

#define KEY 32 /* hexadecimal digits that Notion adds */

const char *
load_after_slash(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

/* The bytes of a name without the blank and the digits that Notion adds. */
static size_t
without_key(const char *name, size_t len)
{
	if (len < KEY + 2 || name[len - KEY - 1] != ' ')
		return len;
	for (size_t i = len - KEY; i < len; i++) {
		if (text_ascii_hex(name[i]) < 0)
			return len;
	}
	return len - KEY - 1;
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
	name = text_clean(arena, name, without_key(name, len), &len);
	free(whole);
	return text_squeeze(arena, name, len);
}
