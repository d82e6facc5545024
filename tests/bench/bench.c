#include "bench.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "generate.h"

#define SIZES_MOST 16
#define SIZE_HUGE  224000

#define RESULTS "tests/bench/results.tsv"
#define FOLDER  "tests/bench/tmp-XXXXXX"
#define BUNDLED "assets/lpc-2023.md"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const char *
environment(const char *name, const char *otherwise)
{
	const char *value = getenv(name);

	return value && *value ? value : otherwise;
}

static int
fail(const char *what)
{
	fprintf(stderr, "bench: %s: %s\n", what, strerror(errno));
	return 1;
}

/* What the user has set must not change what is measured. */
static bool
set_environment(const char *folder)
{
	static const char *const unset[] = {"XDG_CACHE_HOME", "XDG_CONFIG_HOME",
	    "XDG_DATA_HOME", "XDG_STATE_HOME", "LECTERN_OPENER",
	    "LECTERN_CHECK", "NO_COLOR", "FZF_DEFAULT_OPTS",
	    "RIPGREP_CONFIG_PATH", "GREP_COLORS", "LESS", "LESSOPEN",
	    "TIGRC_USER", "GIT_DIR", "GIT_WORK_TREE", "LINES", "COLUMNS"};
	char path[8192];

	for (size_t i = 0; i < COUNT(unset); i++)
		unsetenv(unset[i]);
	snprintf(path, sizeof(path), "%s/bin:%s", folder,
	    environment("PATH", "/usr/bin:/bin"));
	return setenv("PATH", path, 1) == 0 && setenv("HOME", folder, 1) == 0 &&
	    setenv("LECTERN_DATADIR", "assets", 1) == 0 &&
	    setenv("TERM", "xterm-256color", 1) == 0 &&
	    setenv("LC_ALL", "C.UTF-8", 1) == 0 &&
	    setenv("TZ", "UTC", 1) == 0 && setlocale(LC_ALL, "") != NULL;
}

/* Makes `name` in the folder lead to `path`. */
static bool
make_link(const char *folder, const char *name, const char *path)
{
	char *target = realpath(path, NULL);
	char link[4096];
	int n = snprintf(link, sizeof(link), "%s/%s", folder, name);
	bool good = target && n < (int)sizeof(link) &&
	    symlink(target, link) == 0;

	free(target);
	return good;
}

/*
 * Goes into the folder, where all that commands name has a name without
 * blanks.
 */
static bool
enter(const char *folder)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/bin", folder);
	if (mkdir(path, 0700) != 0)
		return false;
	snprintf(path, sizeof(path), "%s/assets", environment("srcdir", "."));
	return make_link(folder, "assets", path) &&
	    make_link(folder, "bin/panes", "tests/bench/panes") &&
	    make_link(
		folder, "bin/lectern", environment("LECTERN", "./lectern")) &&
	    chdir(folder) == 0 && set_environment(folder);
}

static size_t
size_of(const char *path)
{
	struct stat file;

	return stat(path, &file) == 0 ? (size_t)file.st_size : 0;
}

/* Makes a document look as if it were old: what just changed is not kept. */
static bool
settle(const char *path)
{
	const struct timespec old[2] = {{.tv_sec = 1}, {.tv_sec = 1}};

	return utimensat(AT_FDCWD, path, old, 0) == 0;
}

bool
bench_document(struct document *doc, const struct form *form, uint32_t talks)
{
	FILE *file;

	if (!form)
		form = forms;
	*doc = (struct document){.talks = talks, .form = form->name};
	snprintf(doc->path, sizeof(doc->path), "%s-%u.md", form->name,
	    (unsigned)talks);
	file = fopen(doc->path, "we");
	if (!file)
		return false;
	generate(file, talks, GENERATE_SEED, form);
	if (fclose(file) != 0 || !settle(doc->path))
		return false;
	doc->bytes = size_of(doc->path);
	return true;
}

/* Reads the sizes that are wanted; returns how many. */
static size_t
read_sizes(uint32_t sizes[SIZES_MOST])
{
	const char *at = environment("BENCH_SIZES", "224 2240 22400");
	size_t n = 0;

	while (n + 1 < SIZES_MOST) {
		char *end;
		unsigned long size = strtoul(at, &end, 10);

		if (end == at)
			break;
		if (size > 0 && size <= UINT32_MAX)
			sizes[n++] = (uint32_t)size;
		at = end;
	}
	if (*environment("BENCH_HUGE", ""))
		sizes[n++] = SIZE_HUGE;
	return n;
}

static int
read_rounds(void)
{
	int rounds = atoi(environment("BENCH_ROUNDS", "7"));

	return rounds < 1 ? 1 : rounds > ROUNDS_MOST ? ROUNDS_MOST : rounds;
}

/* A terminal is of no use with more talks than anyone would scroll. */
static void
measure_document(const struct bench *bench, const struct document *doc)
{
	rows_load(bench, doc);
	rows_search(bench, doc);
	rows_filter(bench, doc);
	rows_related(bench, doc);
	rows_keys(bench, doc);
	if (doc->talks == SIZE_MIDDLE)
		rows_spoken(bench, doc);
	rows_reload(bench, doc);
	if (doc->talks < SIZE_HUGE)
		rows_first(bench, doc);
	rows_memory(bench, doc);
}

static void
measure_rest(const struct bench *bench)
{
	rows_shown(bench);
	rows_first_bundled(bench);
	rows_memory_bundled(bench);
	rows_text(bench);
	rows_formats(bench);
	rows_bookmark(bench);
	rows_marks(bench);
	rows_instructions(bench, &bench->bundled);
	rows_folder(bench);
}

/* All that is done within the folder; returns the exit status. */
static int
measure(const char *folder, FILE *file)
{
	uint32_t sizes[SIZES_MOST];
	size_t n = read_sizes(sizes);
	struct document docs[SIZES_MOST];
	struct sheet sheet = {.file = file};
	struct bench bench = {.sheet = &sheet,
	    .rounds = read_rounds(),
	    .first = docs,
	    .bundled = {.path = BUNDLED, .talks = BUNDLED_TALKS}};

	if (n == 0) {
		fputs("bench: BENCH_SIZES has no size\n", stderr);
		return 1;
	}
	if (!enter(folder))
		return fail(folder);
	bench.bundled.bytes = size_of(BUNDLED);
	sheet_begin(&sheet);
	for (size_t i = 0; i < n; i++) {
		if (!bench_document(&docs[i], NULL, sizes[i]))
			return fail(docs[i].path);
		measure_document(&bench, &docs[i]);
	}
	measure_rest(&bench);
	rows_growth(&bench, sizes[n - 1]);
	rows_forms(
	    &bench, sizes[n - 1] < SIZE_LARGE ? sizes[n - 1] : SIZE_LARGE);
	sheet_end(&sheet);
	return sheet.failed ? 1 : 0;
}

static int
remove_one(
    const char *path, const struct stat *file, int type, struct FTW *place)
{
	(void)file;
	(void)type;
	(void)place;
	return remove(path);
}

/* Measures in a child, so that the folder is removed after ^C, too. */
static int
measure_apart(const char *folder, FILE *file)
{
	int status = 0;
	pid_t pid = fork();

	if (pid < 0)
		return fail("fork");
	if (pid == 0)
		exit(measure(folder, file));
	signal(SIGINT, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* bench [FILE]: FILE is where the results go. */
int
main(int argc, char **argv)
{
	const char *results = argc > 1 ? argv[1] : RESULTS;
	char made[] = FOLDER;
	char *folder = NULL;
	FILE *file = fopen(results, "we");
	int status;

	if (!file)
		return fail(results);
	if (mkdtemp(made))
		folder = realpath(made, NULL);
	if (folder) {
		status = measure_apart(folder, file);
		nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	} else {
		status = fail(made);
	}
	free(folder);
	return fclose(file) == 0 ? status : fail(results);
}
