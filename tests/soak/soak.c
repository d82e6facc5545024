/*
 * Many keys, and what they leave: the state holds together, marks are sound,
 * memory stays flat.
 *
 *   soak keys N [SEED]           on a grid, within this process
 *   soak bytes N DOCUMENT [SEED] as bytes, to $LECTERN on a terminal
 *
 * Meanwhile another copy of $LECTERN sets marks in the same file, and (bytes)
 * DOCUMENT is written anew.  Prints what was done; fails where something broke.
 */
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit/sample.h"
#include "lectern/ui/command.h"
#include "lectern/ui/draw.h"
#include "lectern/ui/key.h"

#define KEY_MOST 32
#define PATIENCE 20000 /* milliseconds for the program to show or end */
/* Bytes that memory may grow after the first tenth. */
#ifdef __SANITIZE_ADDRESS__
#define GROWTH (32 << 20) /* what is freed is kept for a while */
#else
#define GROWTH (4 << 20)
#endif

static const char *program, *db;

static void
die(const char *what)
{
	fprintf(stderr, "soak: %s\n", what);
	exit(1);
}

/* Chance: the same for the same seed. */
static uint32_t
chance(uint64_t *seed, uint32_t below)
{
	*seed = *seed * 6364136223846793005U + 1442695040888963407U;
	return (uint32_t)(*seed >> 33) % below;
}

/* Bytes of memory that a process has. */
static long
memory_of(pid_t pid)
{
	char path[64];
	long all, resident = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/statm", (int)pid);
	file = fopen(path, "r");
	if (!file || fscanf(file, "%ld %ld", &all, &resident) != 2)
		die("no memory in /proc");
	fclose(file);
	return resident * sysconf(_SC_PAGESIZE);
}

/* Another copy, which sets a mark or takes it away. */
static pid_t
start_other(uint64_t *seed)
{
	static const char *const ids[] = {
	    "AAAAAAAAAAA", "BBBBBBBBBBB", "CCCCCCCCCCC", "DDDDDDDDDDD"};
	const char *what = chance(seed, 2) ? "add" : "rm";
	const char *id = ids[chance(seed, 4)];
	pid_t pid = fork();

	if (pid != 0)
		return pid;

	int null = open("/dev/null", O_RDWR);

	dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	execl(program, program, "--db", db, "bookmark", what, id,
	    getenv("SOAK_GARDEN"), (char *)NULL);
	_exit(127);
}

/* 0 to 2 are what lectern ends with: a mark that is not there is 1. */
static void
end_other(pid_t *pid)
{
	int status;

	if (*pid > 0 && waitpid(*pid, &status, 0) == *pid &&
	    (!WIFEXITED(status) || WEXITSTATUS(status) > 2))
		die("the other copy broke");
	*pid = 0;
}

/* The marks are sound: they can be exported. */
static void
check_marks(void)
{
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		dup2(open("/dev/null", O_RDWR), STDOUT_FILENO);
		execl(program, program, "--db", db, "export", (char *)NULL);
		_exit(127);
	}
	if (waitpid(pid, &status, 0) != pid || status != 0)
		die("the marks cannot be exported");
}

/* Within this process. */

static const char *
random_key(uint64_t *seed, char key[8])
{
	size_t n;
	const struct key *table = key_table(&n);
	uint32_t kind = chance(seed, 8);

	if (kind == 0)
		return table[chance(seed, (uint32_t)n)].name;
	if (kind == 1)
		snprintf(key, 8, "^%c", 'A' + (int)chance(seed, 26));
	else
		snprintf(key, 8, "%c", '!' + (int)chance(seed, '~' - '!' + 1));
	return key;
}

static void
soak_keys(long n, uint64_t seed)
{
	struct config config = {0};
	struct err err = {""};
	struct notes *notes = sample_notes();
	struct marks *marks = marks_open(db, notes, &err);
	struct grid grid = {0};
	struct app app;
	long first = 0;
	pid_t other = 0;
	char key[8];

	app_init(&app, notes, marks, &config);
	for (long i = 0; i < n; i++) {
		if (i % 1000 == 0) {
			end_other(&other);
			other = start_other(&seed);
			app_resize(&app, 3 + (int)chance(&seed, 50),
			    10 + (int)chance(&seed, 200));
			/* As the loop does. */
			if (marks_refresh(marks)) {
				app_relist(&app);
				app_find_missing(&app);
			}
		}
		command_key(&app, random_key(&seed, key));
		app_finish(&app);

		const char *fault = app_check(&app);

		if (fault)
			die(fault);
		if (i % 20 == 0)
			draw_app(&grid, &app);
		if (i == n / 10)
			first = memory_of(getpid());
	}
	end_other(&other);

	long last = memory_of(getpid());

	printf("%ld keys, %ld KiB after a tenth, %ld at the end\n", n,
	    first >> 10, last >> 10);
	if (last > first + GROWTH)
		die("memory grows");
	grid_free(&grid);
	app_free(&app);
	marks_close(marks);
	notes_free(notes);
	check_marks();
}

/* On a terminal. */

struct screen {
	int fd;
	pid_t pid;
};

static struct screen
start(const char *document)
{
	struct winsize size = {.ws_row = 24, .ws_col = 100};
	struct screen screen;

	screen.pid = forkpty(&screen.fd, NULL, NULL, &size);
	if (screen.pid < 0)
		die("no terminal");
	if (screen.pid == 0) {
		execl(program, program, "--db", db, document, (char *)NULL);
		_exit(127);
	}
	return screen;
}

/* Reads what is shown, until nothing came for `wait` milliseconds. */
static bool
drain(const struct screen *screen, int wait)
{
	struct pollfd poll_fd = {.fd = screen->fd, .events = POLLIN};
	char bytes[4096];

	while (poll(&poll_fd, 1, wait) > 0)
		if (read(screen->fd, bytes, sizeof(bytes)) <= 0)
			return false;
	return true;
}

/* The program has ended, by itself, ^C or SIGTERM. */
static void
end(struct screen *screen)
{
	int status;

	close(screen->fd);
	if (waitpid(screen->pid, &status, 0) != screen->pid)
		die("no program to wait for");
	/* A signal may come before it is caught, or when all is done. */
	if (WIFSIGNALED(status)
		? WTERMSIG(status) != SIGINT && WTERMSIG(status) != SIGTERM
		: WEXITSTATUS(status) > 2 && WEXITSTATUS(status) < 128)
		die("the program broke");
}

/* A key as a terminal sends it, or bytes that are none; their number. */
static size_t
random_bytes(uint64_t *seed, char bytes[KEY_MOST])
{
	static const char *const keys[] = {"\033[A", "\033[B", "\033[C",
	    "\033[D", "\033[5~", "\033[6~", "\033OH", "\033OF", "\t", "\033[Z",
	    "\r", "\177", "\033[200~pasted\033[201~", "\033[<0;5;5M"};
	uint32_t kind = chance(seed, 10);
	const char *key = keys[chance(seed, sizeof(keys) / sizeof(*keys))];

	if (kind < 3) {
		size_t len = strlen(key);

		/* Now and then it is cut off. */
		if (chance(seed, 10) == 0)
			len = 1 + chance(seed, (uint32_t)len);
		memcpy(bytes, key, len);
		return len;
	}
	bytes[0] = (char)(kind < 9 ? ' ' + chance(seed, 95)
				   : chance(seed, 256));
	/* ^Z and ^\ are for the shell, which is not there. */
	if (bytes[0] == 'Z' - 64 || bytes[0] == '\\' - 64)
		bytes[0] = 'j';
	return 1;
}

/* The document loses its end, or has all of it again. */
static void
write_document(const char *document, uint64_t *seed)
{
	char bytes[1 << 16], path[4096];
	int from = open(getenv("SOAK_GARDEN"), O_RDONLY);
	ssize_t len = read(from, bytes, sizeof(bytes));
	int to;

	close(from);
	snprintf(path, sizeof(path), "%s.new", document);
	to = open(chance(seed, 2) ? path : document,
	    O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (len <= 0 || to < 0 ||
	    write(to, bytes, chance(seed, (uint32_t)len + 1)) < 0)
		die("the document cannot be written");
	close(to);
	rename(path, document);
}

static void
soak_bytes(long n, const char *document, uint64_t seed)
{
	struct screen screen = start(document);
	long first = 0, most = 0, starts = 1;
	pid_t other = 0;

	drain(&screen, PATIENCE / 40);
	for (long i = 0; i < n; i++) {
		char bytes[KEY_MOST];
		size_t len = random_bytes(&seed, bytes);

		if (i % 200 == 0) {
			end_other(&other);
			other = start_other(&seed);
			write_document(document, &seed);
		}
		if (write(screen.fd, bytes, len) < 0 || !drain(&screen, 1)) {
			end(&screen);
			screen = start(document);
			starts++;
			drain(&screen, PATIENCE / 40);
			continue;
		}
		if (i % 100 == 0 && kill(screen.pid, 0) == 0) {
			long now = memory_of(screen.pid);

			first = i <= n / 10 && now > first ? now : first;
			most = now > most ? now : most;
		}
	}
	end_other(&other);
	kill(screen.pid, SIGTERM);
	while (drain(&screen, PATIENCE / 10))
		;
	end(&screen);
	printf("%ld keys as bytes, %ld starts, %ld KiB in the first tenth, %ld "
	       "at most\n",
	    n, starts, first >> 10, most >> 10);
	if (n >= 1000 && most > first + 8L * GROWTH)
		die("memory grows");
	check_marks();
}

int
main(int argc, char **argv)
{
	long n = argc > 2 ? atol(argv[2]) : 0;

	setlocale(LC_CTYPE, "C.UTF-8");
	program = getenv("LECTERN");
	db = getenv("SOAK_DB");
	if (n > 0 && program && db && strcmp(argv[1], "keys") == 0)
		soak_keys(n, argc > 3 ? (uint64_t)atoll(argv[3]) : 1);
	else if (n > 0 && program && db && argc > 3 &&
	    strcmp(argv[1], "bytes") == 0)
		soak_bytes(n, argv[3], argc > 4 ? (uint64_t)atoll(argv[4]) : 1);
	else
		die("usage: soak keys N [SEED] | soak bytes N DOCUMENT [SEED]");
	return 0;
}
