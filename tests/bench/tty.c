#include "tty.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/base/argv.h"
#include "process.h"

#define PATIENCE     60000 /* milliseconds until something has failed */
#define PATIENCE_END 2000
#define TEXT_MOST    63
#define BYTES        16384

bool
tty_start(struct tty *tty, const char *command, const char *document)
{
	struct winsize size = {.ws_row = 40, .ws_col = 120};
	struct argv argv;
	struct err err;

	if (!argv_split(command, document, &argv, &err))
		return false;
	*tty = (struct tty){.began = process_clock()};
	tty->pid = forkpty(&tty->fd, NULL, NULL, &size);
	if (tty->pid == 0) {
		execvp(argv.word[0], argv.word);
		_exit(127);
	}
	argv_free(&argv);
	return tty->pid > 0;
}

/* Waits for output and reads it; returns its bytes, or 0 if there is none. */
static size_t
take(struct tty *tty, char *bytes, size_t size, int patience)
{
	struct pollfd poller = {.fd = tty->fd, .events = POLLIN};
	int ready;

	do
		ready = poll(&poller, 1, patience);
	while (ready < 0 && errno == EINTR);
	ssize_t n = ready > 0 ? read(tty->fd, bytes, size) : 0;

	if (n <= 0)
		return 0;
	tty->last = process_clock();
	if (tty->first == 0)
		tty->first = tty->last;
	return (size_t)n;
}

bool
tty_shows(struct tty *tty, const char *text)
{
	char bytes[TEXT_MOST + BYTES];
	size_t len = strlen(text), kept = 0, n;

	while ((n = take(tty, bytes + kept, BYTES, PATIENCE)) > 0) {
		n += kept;
		if (memmem(bytes, n, text, len))
			return true;
		/* It may have come in two reads. */
		kept = n < len ? n : len - 1;
		memmove(bytes, bytes + n - kept, kept);
	}
	return false;
}

static bool
rests(struct tty *tty, int patience, int quiet)
{
	char bytes[BYTES];

	for (; take(tty, bytes, BYTES, patience) > 0; patience = quiet)
		if (tty->last - tty->began > PATIENCE)
			return false;
	return tty->first > 0;
}

bool
tty_rests(struct tty *tty, int quiet)
{
	return rests(tty, tty->first > 0 ? quiet : PATIENCE, quiet);
}

bool
tty_press(struct tty *tty, const char *key)
{
	size_t len = strlen(key);

	tty->first = tty->last = 0;
	tty->began = process_clock();
	return write(tty->fd, key, len) == (ssize_t)len;
}

/* Waits for output to end, as it does when the program has ended. */
static bool
ends(struct tty *tty)
{
	char bytes[BYTES];
	double began = process_clock();

	while (take(tty, bytes, BYTES, PATIENCE_END) > 0 &&
	    process_clock() - began < PATIENCE_END)
		;
	return process_clock() - began < PATIENCE_END;
}

void
tty_end(struct tty *tty)
{
	if (!tty_press(tty, "q") || !ends(tty))
		kill(tty->pid, SIGKILL);
	close(tty->fd);
	while (waitpid(tty->pid, NULL, 0) < 0 && errno == EINTR)
		;
}
