#include "folder_sample.h"

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
make_folders(const char *path)
{
	char copy[200];

	for (const char *s = path + 1; (s = strchr(s, '/')); s++) {
		snprintf(copy, sizeof(copy), "%.*s", (int)(s - path), path);
		mkdir(copy, 0700);
	}
}

struct notes *
folder_read(const struct given *given, const struct load_options *options)
{
	char dir[] = "/tmp/lectern-folder-XXXXXX", root[100];
	char path[FOLDER_MOST][200];
	const char *paths = root;
	struct notes *notes;
	size_t n = 0;

	assert_non_null(mkdtemp(dir));
	snprintf(root, sizeof(root), "%s/harbour", dir);
	for (; given[n].path; n++) {
		FILE *out;

		assert_true(n < FOLDER_MOST);
		snprintf(
		    path[n], sizeof(path[n]), "%s/%s", root, given[n].path);
		make_folders(path[n]);
		out = fopen(path[n], "w");
		assert_non_null(out);
		fputs(given[n].text, out);
		fclose(out);
	}
	notes = load_paths(&paths, 1, options, NULL);
	assert_non_null(notes);
	for (size_t i = 0; i < n; i++) {
		unlink(path[i]);
		for (char *slash; (slash = strrchr(path[i], '/'));) {
			*slash = '\0';
			if (rmdir(path[i]) != 0)
				break;
		}
	}
	return notes;
}
