#include "lectern/system/visit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/userfile.h"

/* A path may have blanks, the name of an entry has none. */
static char *
name_of(const char *path)
{
	char *whole = userfile_absolute(path);
	char *name = mem_printf("visited-%016" PRIx64,
	    strmap_hash(whole, strlen(whole), STRMAP_HASH_START));

	free(whole);
	return name;
}

void
visit_set(struct recall *recall, const char *path, long long date)
{
	char *name = name_of(path), *value = mem_printf("%lld", date);

	recall_set(recall, name, value);
	free(value);
	free(name);
}

long long
visit_get(const struct recall *recall, const char *path)
{
	char *name = name_of(path);
	const char *value = recall_get(recall, name);

	free(name);
	return value ? strtoll(value, NULL, 10) : 0;
}
