#include "source/folder_place.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/date.h"
#include "lectern/base/mem.h"
#include "lectern/base/text.h"
#include "lectern/base/userfile.h"

#define KEY 32 /* hexadecimal digits that Notion adds to names */

size_t
folder_place_above(const char *path, size_t len)
{
	const char *slash = memrchr(path, '/', len);

	return slash ? (size_t)(slash - path) : 0;
}

bool
folder_place_is_called(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');
	const char *own = slash ? slash + 1 : path;
	size_t len = strcspn(own, ".");

	return len == strlen(name) && text_ascii_same(own, name, len);
}

bool
folder_place_tells(const char *path)
{
	return folder_place_is_called(path, "readme") ||
	    folder_place_is_called(path, "index") ||
	    folder_place_is_called(path, "_index");
}

static bool
is_one_of(const char *s, size_t len, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (strlen(names[i]) == len &&
		    text_ascii_same(s, names[i], len))
			return true;
	}
	return false;
}

bool
folder_place_is_of_people(const char *path, size_t root)
{
	static const char *const names[] = {"speakers", "authors", "people"};
	size_t len = folder_place_above(path, strlen(path)), up;

	if (len > root && folder_place_is_called(path, "index"))
		len = folder_place_above(path, len);
	if (len <= root)
		return false;
	up = folder_place_above(path, len);
	return is_one_of(
	    path + up + 1, len - up - 1, names, sizeof(names) / sizeof(*names));
}

/* Whether a folder is called as a conference is: a year, and what it was. */
static bool
has_year(const char *s, size_t len)
{
	bool year = false, letter = false;
	size_t digits = 0;

	for (size_t i = 0; i <= len; i++) {
		if (i < len && text_ascii_digit(s[i])) {
			digits++;
			continue;
		}
		year = year || (digits == 4 && date_is_year(s + i - 4));
		letter = letter || (i < len && text_ascii_letter(s[i]));
		digits = 0;
	}
	return year && letter;
}

/* Whether a folder is a year: "2031". */
static bool
is_year(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (!text_ascii_digit(s[i]))
			return false;
	}
	return len == 4 && date_is_year(s);
}

/* Whether a folder is called after what is in it, and says nothing else. */
static bool
is_plainly_called(const char *s, size_t len)
{
	static const char *const names[] = {"talks", "talk", "sessions",
	    "notes", "content", "pages", "posts", "presentations"};

	if (len > 0 && *s == '_') {
		s++;
		len--;
	}
	return is_one_of(s, len, names, sizeof(names) / sizeof(*names));
}

size_t
folder_place_of(const struct conference *conference)
{
	const char *path = conference->source.path;
	size_t len = folder_place_above(path, strlen(path));

	if (len > conference->root && folder_place_is_called(path, "index"))
		len = folder_place_above(path, len);
	while (len > conference->root) {
		size_t up = folder_place_above(path, len);

		if (up < conference->root ||
		    !is_plainly_called(path + up + 1, len - up - 1))
			break;
		len = up;
	}
	return len;
}

/* Whether a folder is a conference's: a year is around it, or in its name. */
static bool
is_conference(const char *path, size_t root, size_t up, size_t len)
{
	size_t over = up > root ? folder_place_above(path, up) : up;

	return has_year(path + up, len - up) ||
	    (over < up && is_year(path + over + 1, up - over - 1));
}

size_t
folder_place_home(const struct conference *conference)
{
	const char *path = conference->source.path;
	size_t len = folder_place_of(conference);

	if (conference->part) {
		static const char videos[] = "/videos";
		size_t n = strlen(videos);

		return len > n && memcmp(path + len - n, videos, n) == 0
		    ? len - n
		    : len;
	}
	while (len > conference->root) {
		size_t up = folder_place_above(path, len);

		if (is_conference(path, conference->root, up, len))
			return len;
		len = up;
	}
	return conference->root;
}

size_t
folder_place_without_key(const char *name, size_t len)
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
folder_place_name(struct arena *arena, const char *path, size_t len)
{
	char *copy = mem_dup(path, len), *whole = userfile_absolute(copy);
	size_t end = strlen(whole), up = folder_place_above(whole, end);
	size_t over = folder_place_above(whole, up);
	const char *name = whole[up] == '/' ? whole + up + 1 : whole;

	len = folder_place_without_key(name, strlen(name));
	name = text_clean(arena, name, len, &len);
	name = text_squeeze(arena, name, len);
	if (over < up && is_year(whole + over + 1, up - over - 1) &&
	    !has_year(name, strlen(name)))
		name = arena_printf(arena, "%s %.4s", name, whole + over + 1);
	free(whole);
	free(copy);
	return name;
}
