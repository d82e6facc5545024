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

/* What all names so far have in common. */
struct common {
	char *name; /* or NULL */
	size_t len;
	bool only;
};

static void
take(struct common *common, const char *name)
{
	size_t len = 0;

	if (!common->name) {
		*common = (struct common){
		    mem_dup(name, strlen(name)), strlen(name), true};
		return;
	}
	while (len < common->len && name[len] == common->name[len])
		len++;
	common->len = len;
	common->only = false;
}

static void
read_folder(struct common *common, const char *folder, const char *begun)
{
	char *path = path_expand(*folder ? folder : "./");
	DIR *dir = opendir(path);
	size_t len = strlen(begun);

	for (struct dirent *entry; dir && (entry = readdir(dir));) {
		const char *name = entry->d_name;

		if (strncmp(name, begun, len) == 0 &&
		    (*name != '.' || *begun == '.') && strcmp(name, ".") != 0 &&
		    strcmp(name, "..") != 0)
			take(common, name);
	}
	if (dir)
		closedir(dir);
	free(path);
}

static bool
is_folder(const char *path)
{
	char *whole = path_expand(path);
	struct stat st;
	bool is = stat(whole, &st) == 0 && S_ISDIR(st.st_mode);

	free(whole);
	return is;
}

char *
path_complete(const char *start)
{
	const char *slash = strrchr(start, '/');
	size_t len = slash ? (size_t)(slash + 1 - start) : 0;
	char *folder = mem_dup(start, len), *path = NULL;
	struct common common = {.name = NULL};

	read_folder(&common, folder, start + len);
	if (common.name) {
		path = mem_printf(
		    "%s%.*s", folder, (int)common.len, common.name);
		if (common.only && is_folder(path)) {
			char *whole = mem_printf("%s/", path);

			free(path);
			path = whole;
		}
	}
	free(common.name);
	free(folder);
	return path;
}
