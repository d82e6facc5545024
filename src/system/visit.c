#include "lectern/system/visit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/userfile.h"

/* A path may have blanks, the name of an entry has none. */
static char *
name_of(const char *kind, const char *path)
{
	char *whole = userfile_absolute(path);
	char *name = mem_printf("%s-%016" PRIx64, kind,
	    strmap_hash(whole, strlen(whole), STRMAP_HASH_START));

	free(whole);
	return name;
}

void
visit_set(struct recall *recall, const char *path, long long date)
{
	char *name = name_of("visited", path),
	     *value = mem_printf("%lld", date);

	recall_set(recall, name, value);
	free(value);
	free(name);
}

long long
visit_get(const struct recall *recall, const char *path)
{
	char *name = name_of("visited", path);
	const char *value = recall_get(recall, name);

	free(name);
	return value ? strtoll(value, NULL, 10) : 0;
}

bool
visit_is_news(struct recall *recall, const char *path, const char *said)
{
	char *name = name_of("joined", path);
	char *value = mem_printf(
	    "%016" PRIx64, strmap_hash(said, strlen(said), STRMAP_HASH_START));
	const char *last = recall_get(recall, name);
	bool news = !last || strcmp(last, value) != 0;

	if (news)
		recall_set(recall, name, value);
	free(value);
	free(name);
	return news;
}
