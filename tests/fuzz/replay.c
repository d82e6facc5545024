/*
 * Feeds a harness each file of its corpus, and beginnings of each, for text is
 * cut anywhere.  Prints TAP: one test a file.
 */
#include "fuzz.h"

#include <dirent.h>
#include <locale.h>
#include <string.h>

#define CUTS 16 /* beginnings of each input that are fed, too */

/* Each input has a buffer of its own size, so that overruns are seen. */
static void
feed(const uint8_t *bytes, size_t len)
{
	uint8_t *copy = malloc(len > 0 ? len : 1);

	FUZZ_CHECK(copy != NULL);
	memcpy(copy, bytes, len);
	LLVMFuzzerTestOneInput(copy, len);
	free(copy);
}

static void
replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes = NULL;
	size_t len = 0, cap = 0, n = 0;

	FUZZ_CHECK(file != NULL);
	do {
		len += n;
		if (len == cap) {
			cap = cap ? 2 * cap : 4096;
			bytes = realloc(bytes, cap);
			FUZZ_CHECK(bytes != NULL);
		}
	} while ((n = fread(bytes + len, 1, cap - len, file)) > 0);
	fclose(file);
	for (size_t i = 0; i < CUTS; i++)
		feed(bytes, len * i / CUTS);
	feed(bytes, len);
	free(bytes);
}

static int
is_input(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int
replay_folder(const char *root, const char *folder, int done)
{
	struct dirent **entries = NULL;
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s", root, folder);
	int n = scandir(path, &entries, is_input, alphasort);

	for (int i = 0; i < n; i++) {
		snprintf(path, sizeof(path), "%s/%s/%s", root, folder,
		    entries[i]->d_name);
		replay(path);
		printf("ok %d - %s/%s\n", ++done, folder, entries[i]->d_name);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	return done;
}

int
main(void)
{
	const char *root = getenv("srcdir");
	char folders[1024], *save = NULL;
	int done = 0;

	/* What aborts has said how far it came. */
	setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
	setlocale(LC_CTYPE, "C.UTF-8");
	snprintf(folders, sizeof(folders), "%s", fuzz_corpus);
	for (char *folder = strtok_r(folders, " ", &save); folder;
	     folder = strtok_r(NULL, " ", &save))
		done = replay_folder(root ? root : ".", folder, done);
	printf("1..%d\n", done);
	return done == 0;
}
