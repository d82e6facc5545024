/* mem, arena, err and xdg: what all else stands on. */
#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/base/arena.h"
#include "lectern/base/err.h"
#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/strmap.h"
#include "lectern/base/xdg.h"

static void
arena_keeps_every_string(void **state)
{
	struct arena *arena = arena_new();
	const char *kept[5000];

	(void)state;
	for (int i = 0; i < 5000; i++)
		kept[i] = arena_printf(arena, "talk %d", i);
	for (int i = 0; i < 5000; i++) {
		char want[32];

		snprintf(want, sizeof(want), "talk %d", i);
		assert_string_equal(kept[i], want);
	}
	arena_free(arena);
}

static void
arena_aligns_and_zeroes_after_odd_sizes(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 1; i < 9000; i += 97) {
		arena_dup(arena, "abc", 3);
		char *p = arena_alloc(arena, i);

		assert_int_equal((uintptr_t)p % sizeof(void *), 0);
		for (size_t j = 0; j < i; j++)
			assert_int_equal(p[j], 0);
		memset(p, 0xAA, i);
	}
	arena_free(arena);
	arena_free(NULL);
}

static void
arena_takes_from_what_it_was_given(void **state)
{
	struct arena *arena = arena_new();
	size_t size = (size_t)1 << 20;
	char *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *early = arena_dup(arena, "early", 5), *zeroed, *late;

	(void)state;
	assert_true(p != MAP_FAILED);
	memset(p, 0xAA, size);
	arena_give(arena, p, size);
	zeroed = arena_alloc(arena, 1000);
	assert_true(zeroed >= p && zeroed < p + size);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(zeroed[i], 0);
	/* What is left can be given back, and all that was taken stays. */
	arena_trim(arena);
	assert_true(arena_size(arena) < size);
	late = arena_dup(arena, "late", 4);
	for (int i = 0; i < 100; i++)
		arena_alloc(arena, 10000);
	assert_true(arena_size(arena) > 1000000);
	assert_string_equal(early, "early");
	assert_string_equal(late, "late");
	arena_trim(arena);
	arena_clear(arena);
	arena_trim(arena);
	assert_string_equal(arena_dup(arena, "again", 5), "again");
	arena_free(arena);
}

/* The bytes of a mapping at `p` that are in this process's memory, in KiB. */
static long
resident(const void *p)
{
	FILE *maps = fopen("/proc/self/smaps", "r");
	char begin[32], line[256];
	long kib = -1;

	snprintf(begin, sizeof(begin), "%lx-", (unsigned long)(uintptr_t)p);
	for (int here = 0; maps && fgets(line, sizeof(line), maps);) {
		here = here || strncmp(line, begin, strlen(begin)) == 0;
		if (here && sscanf(line, "Rss: %ld kB", &kib) == 1)
			break;
	}
	if (maps)
		fclose(maps);
	return kib;
}

static void
arena_lets_pages_of_files_go(void **state)
{
	struct arena *arena = arena_new();
	const size_t size = (size_t)32 << 20;
	char path[] = "/tmp/arena-XXXXXX";
	int fd = mkstemp(path);
	size_t sum = 0;
	char *p;

	(void)state;
	assert_true(fd >= 0 && ftruncate(fd, (off_t)size) == 0 &&
	    pwrite(fd, "end", 3, (off_t)size - 3) == 3);
	unlink(path);
	p = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	assert_true(p != MAP_FAILED);
	arena_adopt_file(arena, p, size);
	for (size_t i = 0; i < size; i += 4096)
		sum += (unsigned char)p[i];
	assert_int_equal(sum, 0);
	if (resident(p) < (long)(size >> 10))
		skip();
	/* Not at once, and not for ever. */
	arena_ease(arena, 0);
	assert_true(resident(p) >= (long)(size >> 10));
	for (size_t i = 0; i < 100000; i++)
		arena_ease(arena, i);
	assert_true(resident(p) < (long)(size >> 12));
	assert_memory_equal(p + size - 3, "end", 3);
	arena_free(arena);
}

static void
array_grows_to_what_is_needed(void **state)
{
	size_t cap = 0;
	int *array = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		array = mem_grow(array, &cap, (size_t)i + 1, sizeof(*array));
		assert_true(cap > (size_t)i);
		array[i] = i;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(array[i], i);
	free(array);
}

static void
error_is_false_and_harmless_to_a_terminal(void **state)
{
	struct err err;

	(void)state;
	assert_false(err_set(&err, "%s: %s", "a\033[2Jb\n.md", "gone"));
	assert_string_equal(err.msg, "a?[2Jb?.md: gone");
	assert_false(err_set(NULL, "unheard"));
}

static void
long_error_is_cut_at_a_character(void **state)
{
	struct err err;
	char path[2000];

	(void)state;
	for (size_t i = 0; i + 2 < sizeof(path); i += 2)
		memcpy(path + i, "\xC3\xA9", 3);
	for (int shift = 0; shift < 2; shift++) {
		err_set(&err, "%s", path + 0);
		err_set(&err, "%.*s%s", shift, "x", path);
		size_t len = strlen(err.msg);

		assert_true(len >= sizeof(err.msg) - 3);
		assert_int_equal((len - (size_t)shift) % 2, 0);
	}
}

static void
paths_follow_the_base_directories(void **state)
{
	char *path;

	(void)state;
	setenv("HOME", "/home/ada", 1);
	unsetenv("XDG_DATA_HOME");
	path = xdg_path(XDG_DATA, "marks.db");
	assert_string_equal(path, "/home/ada/.local/share/lectern/marks.db");
	free(path);
	setenv("XDG_DATA_HOME", "relative", 1);
	path = xdg_path(XDG_DATA, "marks.db");
	assert_string_equal(path, "/home/ada/.local/share/lectern/marks.db");
	free(path);
	setenv("XDG_DATA_HOME", "/data", 1);
	path = xdg_path(XDG_DATA, "marks.db");
	assert_string_equal(path, "/data/lectern/marks.db");
	free(path);
	unsetenv("XDG_CONFIG_HOME");
	path = xdg_path(XDG_CONFIG, "config");
	assert_string_equal(path, "/home/ada/.config/lectern/config");
	free(path);
}

static void
count_part(void *part)
{
	++*(int *)part;
}

static void
work_in_parts_leaves_signals_as_they_were(void **state)
{
	int counts[PARALLEL_MOST] = {0};
	void *parts[PARALLEL_MOST];
	sigset_t some, before, after;

	(void)state;
	sigemptyset(&some);
	sigaddset(&some, SIGUSR1);
	assert_int_equal(sigprocmask(SIG_BLOCK, &some, &before), 0);
	for (int i = 0; i < PARALLEL_MOST; i++)
		parts[i] = &counts[i];
	parallel_run(count_part, parts, PARALLEL_MOST);
	assert_int_equal(sigprocmask(SIG_SETMASK, &before, &after), 0);
	for (int i = 0; i < PARALLEL_MOST; i++)
		assert_int_equal(counts[i], 1);
	for (int i = 1; i < NSIG; i++)
		if (i != SIGUSR1)
			assert_int_equal(
			    sigismember(&after, i), sigismember(&before, i));
	assert_true(sigismember(&after, SIGUSR1));
}

#if defined(__SANITIZE_ADDRESS__)
#define LIMITS false /* its own memory would be limited */
#else
#define LIMITS true
#endif

/* Writes more than there is memory for. */
static void
write_too_much(void)
{
	const struct rlimit limit = {1 << 25, 1 << 25};
	char *text;
	size_t len;
	FILE *stream;

	assert_non_null(freopen("/dev/null", "w", stderr));
	assert_int_equal(setrlimit(RLIMIT_AS, &limit), 0);
	stream = mem_open(&text, &len);
	for (int i = 0; i < 1 << 26; i++)
		putc('x', stream);
	fclose(stream);
	_exit(0);
}

static void
a_text_in_memory_is_whole_or_the_program_ends(void **state)
{
	char *text;
	size_t len;
	FILE *stream = mem_open(&text, &len);
	int status;

	(void)state;
	fputs("whole", stream);
	fclose(stream);
	assert_int_equal(len, 5);
	assert_string_equal(text, "whole");
	free(text);

	if (!LIMITS)
		return;

	pid_t pid = fork();

	if (pid == 0)
		write_too_much();
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 2);
}

/* Else URLs could be chosen whose hashes are all the same. */
static void
where_a_map_has_its_keys_is_not_known_before(void **state)
{
	char keys[32][8];
	struct strmap maps[2] = {{0}, {0}};
	bool same = true;

	(void)state;
	for (size_t i = 0; i < 32; i++) {
		snprintf(keys[i], sizeof(keys[i]), "k%zu", i);
		for (size_t k = 0; k < 2; k++)
			strmap_put(&maps[k], keys[i], (uint32_t)i);
	}
	assert_int_equal(maps[0].cap, maps[1].cap);
	for (size_t i = 0; i < maps[0].cap; i++)
		same = same && maps[0].slot[i] == maps[1].slot[i];
	assert_false(same);
	for (size_t i = 0; i < 32; i++)
		assert_int_equal(*strmap_get(&maps[1], keys[i]), i);
	strmap_free(&maps[0]);
	strmap_free(&maps[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(arena_keeps_every_string),
	    cmocka_unit_test(arena_takes_from_what_it_was_given),
	    cmocka_unit_test(arena_aligns_and_zeroes_after_odd_sizes),
	    cmocka_unit_test(arena_lets_pages_of_files_go),
	    cmocka_unit_test(array_grows_to_what_is_needed),
	    cmocka_unit_test(a_text_in_memory_is_whole_or_the_program_ends),
	    cmocka_unit_test(error_is_false_and_harmless_to_a_terminal),
	    cmocka_unit_test(long_error_is_cut_at_a_character),
	    cmocka_unit_test(where_a_map_has_its_keys_is_not_known_before),
	    cmocka_unit_test(work_in_parts_leaves_signals_as_they_were),
	    cmocka_unit_test(paths_follow_the_base_directories),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
