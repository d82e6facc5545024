/* parallel: work is shared among threads, and signals go where they should. */
#include "unit.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/base/parallel.h"

#define PARTS   8
#define HANDLED 42

static pthread_t first;
static atomic_int done, elsewhere;

static bool
is_elsewhere(void)
{
	return !pthread_equal(pthread_self(), first);
}

/* One processor has no threads. */
static void
skip_without_threads(void)
{
	if (parallel_parts(PARTS, 1) < 2)
		skip();
}

static void
run(void (*work)(void *part))
{
	void *parts[PARTS] = {0};

	first = pthread_self();
	parallel_run(work, parts, PARTS);
}

static void
count(void *part)
{
	(void)part;
	done++;
}

static void
every_part_is_done_and_the_mask_is_as_before(void **state)
{
	sigset_t before, after;

	(void)state;
	sigemptyset(&before);
	sigaddset(&before, SIGUSR1);
	sigprocmask(SIG_SETMASK, &before, NULL);
	run(count);
	assert_int_equal(done, PARTS);
	sigprocmask(SIG_SETMASK, NULL, &after);
	assert_true(sigismember(&after, SIGUSR1));
	assert_false(sigismember(&after, SIGTERM));
	assert_false(sigismember(&after, SIGSEGV));
}

static void
on_crash(int number)
{
	(void)number;
	_exit(HANDLED);
}

/* Crashes in a thread that is not the first, which waits for that. */
static void
crash(void *part)
{
	(void)part;
	if (is_elsewhere()) {
		elsewhere = 1;
		raise(SIGSEGV);
	}
	for (int i = 0; i < 500 && !elsewhere; i++)
		poll(NULL, 0, 10);
}

static void
crash_in_a_thread_is_handled(void **state)
{
	struct sigaction action = {.sa_handler = on_crash};
	int status;
	pid_t pid;

	(void)state;
	skip_without_threads();
	pid = fork();
	if (pid == 0) {
		sigaction(SIGSEGV, &action, NULL);
		run(crash);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), HANDLED);
}

static atomic_bool let_go;

static void
wait_for_it(void *argument)
{
	atomic_int *result = argument;

	while (!let_go)
		poll(NULL, 0, 1);
	*result = is_elsewhere() ? HANDLED : 1;
}

static void
a_task_goes_on_beside_its_starter(void **state)
{
	atomic_int result = 0;
	struct parallel_task *task;

	(void)state;
	first = pthread_self();
	task = parallel_begin(wait_for_it, &result);
	assert_non_null(task);
	assert_false(parallel_ended(task));
	let_go = true;
	while (!parallel_ended(task))
		poll(NULL, 0, 1);
	parallel_end(task);
	assert_int_equal(result, HANDLED);
	parallel_end(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_part_is_done_and_the_mask_is_as_before),
	    cmocka_unit_test(crash_in_a_thread_is_handled),
	    cmocka_unit_test(a_task_goes_on_beside_its_starter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
