#include "lectern/base/parallel.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "lectern/base/mem.h"

#define BEHIND     5 /* how much nicer a task is than what answers keys */
#define HANDS_MOST 3 /* threads beside the caller; memory gets no faster */

/* The parts, and the next one to begin. */
struct crew {
	void (*work)(void *part);
	void *const *parts;
	size_t n;
	atomic_size_t next;
};

/* Processors that may be used. */
static size_t
count_processors(void)
{
#ifdef HAVE_SCHED_GETAFFINITY
	cpu_set_t set;

	return sched_getaffinity(0, sizeof(set), &set) == 0
	    ? (size_t)CPU_COUNT(&set)
	    : 1;
#else
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n > 0 ? (size_t)n : 1;
#endif
}

/*
 * Keeps new threads off the caller's processor: Linux may queue one there,
 * behind the caller, where it would wait for milliseconds.
 */
static void
keep_off(pthread_attr_t *attr)
{
#if defined(HAVE_SCHED_GETAFFINITY) && defined(HAVE_SCHED_GETCPU) && \
    defined(HAVE_PTHREAD_ATTR_SETAFFINITY_NP)
	int here = sched_getcpu();
	cpu_set_t set;

	if (here < 0 || sched_getaffinity(0, sizeof(set), &set) != 0)
		return;
	CPU_CLR(here, &set);
	if (CPU_COUNT(&set) > 0)
		pthread_attr_setaffinity_np(attr, sizeof(set), &set);
#else
	(void)attr;
#endif
}

size_t
parallel_parts(size_t size, size_t least)
{
	size_t n = size / least;

	if (n < 2 || count_processors() < 2)
		return 1;
	return n < PARALLEL_MOST ? n : PARALLEL_MOST;
}

static void *
take_parts(void *argument)
{
	struct crew *crew = argument;
	size_t i;

	while ((i = atomic_fetch_add(&crew->next, 1)) < crew->n)
		crew->work(crew->parts[i]);
	return NULL;
}

/* Starts a thread; false if there is none to be had. */
static bool
start(struct crew *crew, pthread_t *thread)
{
	pthread_attr_t attr;
	bool runs;

	if (pthread_attr_init(&attr) != 0)
		return false;
	keep_off(&attr);
	runs = pthread_create(thread, &attr, take_parts, crew) == 0;
	pthread_attr_destroy(&attr);
	return runs;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * The signals to block in threads: all but those of a thread's own faults.  If
 * these were blocked, they would kill before the handler restores the terminal.
 */
static void
signals_of_others(sigset_t *set)
{
	static const int own[] = {
	    SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};

	sigfillset(set);
	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		sigdelset(set, own[i]);
}

/* Starts threads for all parts but the first; returns their number. */
static size_t
start_all(struct crew *crew, pthread_t threads[HANDS_MOST])
{
	size_t n = 0, most = least(count_processors(), crew->n) - 1;
	sigset_t others, before;

	most = least(most, HANDS_MOST);
	/* New threads inherit the caller's signal mask. */
	signals_of_others(&others);
	pthread_sigmask(SIG_SETMASK, &others, &before);
	while (n < most && start(crew, &threads[n]))
		n++;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return n;
}

void
parallel_run(void (*work)(void *part), void *const *parts, size_t n)
{
	struct crew crew = {.work = work, .parts = parts, .n = n};
	pthread_t threads[HANDS_MOST];
	size_t started;

	atomic_init(&crew.next, 1);
	started = n > 1 ? start_all(&crew, threads) : 0;
	work(parts[0]);
	take_parts(&crew);
	while (started > 0)
		pthread_join(threads[--started], NULL);
}

struct parallel_task {
	pthread_t thread;
	atomic_bool ended;
	void (*work)(void *argument);
	void *argument;
};

static void *
do_task(void *argument)
{
	struct parallel_task *task = argument;

#ifdef __linux__
	/* There a thread has a priority of its own; its threads inherit it. */
	setpriority(PRIO_PROCESS, 0, BEHIND);
#endif
	task->work(task->argument);
	atomic_store(&task->ended, true);
	return NULL;
}

struct parallel_task *
parallel_begin(void (*work)(void *argument), void *argument)
{
	struct parallel_task *task = mem_alloc(1, sizeof(*task));
	sigset_t others, before;
	bool runs;

	task->work = work;
	task->argument = argument;
	atomic_init(&task->ended, false);
	signals_of_others(&others);
	pthread_sigmask(SIG_SETMASK, &others, &before);
	runs = pthread_create(&task->thread, NULL, do_task, task) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (runs)
		return task;
	free(task);
	return NULL;
}

bool
parallel_ended(const struct parallel_task *task)
{
	return atomic_load(&task->ended);
}

void
parallel_end(struct parallel_task *task)
{
	if (task)
		pthread_join(task->thread, NULL);
	free(task);
}
