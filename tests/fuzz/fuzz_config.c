/*
 * Settings: any file is read, or refused in a word that names it and the line;
 * what was read of it is clean, and has one of each kind.
 */
#include "fuzz.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "lectern/base/text.h"
#include "lectern/system/config.h"
#include "lectern/ui/command.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/config";

static void
check_text(const char *s)
{
	FUZZ_CHECK(!s || text_is_clean(s, strlen(s)));
}

static void
check_config(const struct config *config)
{
	check_text(config->opener);
	check_text(config->player);
	check_text(config->copier);
	check_text(config->sync);
	FUZZ_CHECK(!config->sync || config->sync[0] == '/');
	for (size_t i = 0; i < config->nbindings; i++) {
		check_text(config->bindings[i].key);
		check_text(config->bindings[i].command);
		for (size_t k = 0; k < i; k++)
			FUZZ_CHECK(strcmp(config->bindings[k].key,
				       config->bindings[i].key) != 0);
	}
	for (size_t i = 0; i < config->nviews; i++) {
		check_text(config->views[i].name);
		check_text(config->views[i].query);
		for (size_t k = 0; k < i; k++)
			FUZZ_CHECK(strcmp(config->views[k].name,
				       config->views[i].name) != 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *tmp = getenv("TMPDIR");
	struct config config = {0};
	struct err err = {""};
	char path[PATH_MAX];
	int fd;

	snprintf(path, sizeof(path), "%.200s/fuzz.XXXXXX", tmp ? tmp : "/tmp");
	fd = mkstemp(path);
	FUZZ_CHECK(fd >= 0);
	FUZZ_CHECK(write(fd, data, size) == (ssize_t)size);
	close(fd);

	bool good = config_read(&config, path, &err) &&
	    command_check(&config, path, &err);

	unlink(path);
	FUZZ_CHECK(good || strncmp(err.msg, path, strlen(path)) == 0);
	check_text(err.msg);
	check_config(&config);
	config_free(&config);
	return 0;
}
