#include "lectern/system/path_complete.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lectern/base/mem.h"

char *
path_expand(const char *path)
{
	const char *home = getenv("HOME");

	return home && strncmp(path, "~/", 2) == 0
	    ? mem_printf("%s%s", home, path + 1)
	    : mem_dup(path, strlen(path));
}

static bool
is_folder(const char *folder, const struct dirent *entry)
{
	struct stat st;

	if (entry->d_type == DT_REG)
		return false;
	char *path = mem_printf("%s/%s", folder, entry->d_name);
	bool is = stat(path, &st) == 0 && S_ISDIR(st.st_mode);

	free(path);
	return is;
}

/* Hidden files are offered where their dot is typed. */
static bool
is_offered(const char *name, const char *begun)
{
	return strncmp(name, begun, strlen(begun)) == 0 &&
	    (*name != '.' || *begun == '.') && strcmp(name, ".") != 0 &&
	    strcmp(name, "..") != 0;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **
path_names(const char *start, size_t *n)
{
	const char *slash = strrchr(start, '/');
	const char *begun = slash ? slash + 1 : start;
	char *typed = mem_dup(start, (size_t)(begun - start));
	char *folder = path_expand(*typed ? typed : "./");
	DIR *dir = opendir(folder);
	char **names = NULL;
	size_t cap = 0;

	*n = 0;
	for (struct dirent *entry; dir && (entry = readdir(dir));) {
		if (!is_offered(entry->d_name, begun))
			continue;
		names = mem_grow(names, &cap, *n + 1, sizeof(*names));
		names[(*n)++] = mem_printf(
		    "%s%s", entry->d_name, is_folder(folder, entry) ? "/" : "");
	}
	if (dir)
		closedir(dir);
	if (*n > 0)
		qsort(names, *n, sizeof(*names), compare);
	free(typed);
	free(folder);
	return names;
}

void
path_names_free(char **names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(names[i]);
	free(names);
}
