#include "ui/signals.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t got_end, got_resize, got_stop, got_continue;

/* A process has one terminal. */
static const struct signals_goodbye *terminal;
static sigset_t outside; /* the mask before signals_catch() */

static const int kept[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT};
static const int deadly[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void
on_signal(int number)
{
	switch (number) {
	case SIGWINCH:
		got_resize = 1;
		break;
	case SIGTSTP:
		got_stop = 1;
		break;
	case SIGCONT:
		got_continue = 1;
		break;
	default:
		got_end = number;
	}
}

void
signals_add(struct signals_goodbye *to, const char *s)
{
	while (*s && to->len < sizeof(to->bytes)) {
		if (s[0] == '$' && s[1] == '<') {
			s += strcspn(s, ">");
			s += *s == '>';
			continue;
		}
		to->bytes[to->len++] = *s++;
	}
}

static void
restore_terminal(void)
{
	ssize_t n = write(STDOUT_FILENO, terminal->bytes, terminal->len);

	(void)n;
	tcsetattr(STDOUT_FILENO, TCSANOW, &terminal->modes);
}

static void
on_death(int number)
{
	restore_terminal();
	/* The handler was reset when it was called (SA_RESETHAND). */
	raise(number);
}

void
signals_block(void)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < COUNT(kept); i++)
		sigaddset(&set, kept[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
}

void
signals_unblock(void)
{
	sigprocmask(SIG_SETMASK, &outside, NULL);
}

void
signals_catch(const struct signals_goodbye *goodbye)
{
	struct sigaction action = {.sa_handler = on_signal};

	terminal = goodbye;
	sigprocmask(SIG_SETMASK, NULL, &outside);
	signals_block();
	for (size_t i = 0; i < COUNT(kept); i++)
		sigaction(kept[i], &action, NULL);

	action.sa_handler = on_death;
	action.sa_flags = (int)SA_RESETHAND | SA_NODEFER;
	for (size_t i = 0; i < COUNT(deadly); i++) {
		struct sigaction old;

		/* A sanitizer's own handler tells more. */
		sigaction(deadly[i], NULL, &old);
		if (old.sa_handler == SIG_DFL)
			sigaction(deadly[i], &action, NULL);
	}
}

void
signals_release(void)
{
	struct sigaction action = {.sa_handler = SIG_DFL}, old;
	struct sigaction ignored = {.sa_handler = SIG_IGN};

	/* A terminal that goes may say so several times: what is kept for the
	 * next run is still to be written. */
	for (size_t i = 0; i < COUNT(kept); i++)
		sigaction(
		    kept[i], kept[i] == SIGHUP ? &ignored : &action, NULL);
	for (size_t i = 0; i < COUNT(deadly); i++) {
		sigaction(deadly[i], NULL, &old);
		if (old.sa_handler == on_death)
			sigaction(deadly[i], &action, NULL);
	}
	signals_unblock();
}

enum signals_news
signals_wait(int fd, int watched, int milliseconds)
{
	struct timespec time = {
	    milliseconds / 1000, (milliseconds % 1000) * 1000000L};
	fd_set set;
	int bytes = 0, most = fd > watched ? fd : watched;

	FD_ZERO(&set);
	FD_SET(fd, &set);
	if (watched >= 0)
		FD_SET(watched, &set);
	if (pselect(most + 1, &set, NULL, NULL, milliseconds < 0 ? NULL : &time,
		&outside) <= 0)
		return SIGNALS_NOTHING;
	if (!FD_ISSET(fd, &set))
		return SIGNALS_WATCHED;
	/* Readable but empty is the end of input. */
	return ioctl(fd, FIONREAD, &bytes) != 0 || bytes > 0 ? SIGNALS_READY
							     : SIGNALS_GONE;
}

void
signals_look(void)
{
	struct timespec none = {0, 0};

	pselect(0, NULL, NULL, NULL, &none, &outside);
}

static bool
take(volatile sig_atomic_t *flag)
{
	bool came = *flag;

	*flag = 0;
	return came;
}

bool
signals_take_resize(void)
{
	return take(&got_resize);
}

bool
signals_take_stop(void)
{
	return take(&got_stop);
}

bool
signals_take_continue(void)
{
	return take(&got_continue);
}

void
signals_end(int number)
{
	got_end = number;
}

int
signals_ending(void)
{
	return got_end;
}

bool
signals_are_ending(void)
{
	struct termios modes;

	return got_end ||
	    (tcgetattr(STDOUT_FILENO, &modes) != 0 && errno == EIO);
}

int
signals_take_end(void)
{
	int number = got_end;

	got_end = 0;
	return number;
}

void
signals_stop(void)
{
	struct sigaction action = {.sa_handler = SIG_DFL}, ours;

	sigaction(SIGTSTP, &action, &ours);
	/* Stops the whole job, as the terminal would. */
	kill(0, SIGTSTP);
	sigaction(SIGTSTP, &ours, NULL);
	got_stop = 0;
	got_continue = 0;
}
