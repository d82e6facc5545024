/* Signals: what ends a program that does not look at keys. */
#include "unit.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ui/signals.h"

#define PATIENCE 20 /* seconds */

/* A program that is busy for ever, and what its terminal receives. */
struct busy {
	pid_t pid;
	int keys, screen;
};

static void
be_busy(int keys)
{
	static const struct signals_goodbye goodbye = {"bye", 3, {0}};
	volatile unsigned long work = 0;

	signals_catch(&goodbye);
	signals_watch(keys);
	if (write(STDOUT_FILENO, "!", 1) != 1)
		_exit(99);
	for (;;)
		work++;
}

static struct busy
begin_busy(void)
{
	struct busy busy;
	int keys[2], screen[2];
	char ready;

	assert_int_equal(pipe(keys), 0);
	assert_int_equal(pipe(screen), 0);
	busy.pid = fork();
	assert_true(busy.pid >= 0);
	if (busy.pid == 0) {
		/* SIGALRM is the watch's own. */
		const struct rlimit limit = {PATIENCE, PATIENCE};

		setrlimit(RLIMIT_CPU, &limit);
		dup2(screen[1], STDOUT_FILENO);
		close(keys[1]);
		be_busy(keys[0]);
	}
	close(keys[0]);
	close(screen[1]);
	busy.keys = keys[1];
	busy.screen = screen[0];
	assert_int_equal(read(busy.screen, &ready, 1), 1);
	return busy;
}

/* The program ends with the status, and gives its terminal back. */
static void
expect_end(struct busy *busy, int expected)
{
	char said[8] = "";
	int status;

	assert_int_equal(waitpid(busy->pid, &status, 0), busy->pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), expected);
	assert_int_equal(read(busy->screen, said, sizeof(said) - 1), 3);
	assert_string_equal(said, "bye");
	close(busy->keys);
	close(busy->screen);
}

static void
signals_end_a_program_that_does_not_look(void **state)
{
	static const int numbers[] = {SIGTERM, SIGHUP, SIGINT};

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		struct busy busy = begin_busy();

		kill(busy.pid, numbers[i]);
		expect_end(&busy, 128 + numbers[i]);
	}
}

static void
q_ends_a_program_that_does_not_look(void **state)
{
	struct busy busy = begin_busy();

	(void)state;
	/* A sequence of the terminal is no key. */
	assert_int_equal(write(busy.keys, "x\033[q", 4), 4);
	while (waitpid(busy.pid, NULL, WNOHANG) == 0) {
		int waiting = 0;

		if (ioctl(busy.keys, FIONREAD, &waiting) == 0 && waiting == 0)
			break;
	}
	assert_int_equal(kill(busy.pid, 0), 0);
	assert_int_equal(write(busy.keys, "q", 1), 1);
	expect_end(&busy, 0);
}

static void
so_does_a_terminal_that_is_gone(void **state)
{
	struct busy busy = begin_busy();

	(void)state;
	close(busy.keys);
	busy.keys = open("/dev/null", O_RDONLY);
	expect_end(&busy, 128 + SIGHUP);
}

static void
a_program_that_looks_is_left_alone(void **state)
{
	static const struct signals_goodbye goodbye = {"", 0, {0}};
	int keys[2];

	(void)state;
	assert_int_equal(pipe(keys), 0);
	signals_catch(&goodbye);
	signals_watch(keys[0]);
	assert_int_equal(write(keys[1], "q", 1), 1);
	/* Ten ticks and more. */
	for (int i = 0; i < 25; i++) {
		signals_look();
		poll(NULL, 0, 50);
	}
	assert_int_equal(signals_wait(keys[0], 0), SIGNALS_READY);
	signals_unwatch();
	signals_release();
	close(keys[0]);
	close(keys[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(signals_end_a_program_that_does_not_look),
	    cmocka_unit_test(q_ends_a_program_that_does_not_look),
	    cmocka_unit_test(so_does_a_terminal_that_is_gone),
	    cmocka_unit_test(a_program_that_looks_is_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
