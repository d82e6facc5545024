#include "source/join_version.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern/base/text.h"

#define TOGETHER 60 /* seconds in which files may have been copied together */

static bool
same(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

bool
join_version_is_other(const struct source *a, const struct source *b)
{
	size_t kind = strcspn(a->shape, ",\t");

	return kind == strcspn(b->shape, ",\t") &&
	    strncmp(a->shape, b->shape, kind) == 0 &&
	    (same(a->acronym, b->acronym) || same(a->name, b->name));
}

/* The number with which a version or date begins, as "v1.2"; or NULL. */
static const char *
number_of(const char *version)
{
	if (!version)
		return NULL;
	version += *version == 'v' || *version == 'V';
	return text_ascii_digit(*version) ? version : NULL;
}

/* Compares "1.10" and "1.9", or "2024-02-01 18:30" and others, as a person. */
static int
compare_numbers(const char *a, const char *b)
{
	while (*a && *b) {
		if (text_ascii_digit(*a) && text_ascii_digit(*b)) {
			char *after_a, *after_b;
			unsigned long long x = strtoull(a, &after_a, 10);
			unsigned long long y = strtoull(b, &after_b, 10);

			if (x != y)
				return x < y ? -1 : 1;
			a = after_a;
			b = after_b;
		} else if (*a != *b) {
			return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
		} else {
			a++;
			b++;
		}
	}
	return (*a != '\0') - (*b != '\0');
}

/* When the document was written, in seconds; 0 where it is no file. */
static long long
written(const struct source *source)
{
	struct stat is;

	return stat(source->path, &is) == 0 ? (long long)is.st_mtime : 0;
}

bool
join_version_is_newer(const struct source *a, const struct source *b)
{
	const char *x = number_of(a->version), *y = number_of(b->version);
	int order = x && y ? compare_numbers(x, y) : 0;

	return order != 0 ? order > 0 : written(a) - written(b) > TOGETHER;
}
