#include "ui/term.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include <curses.h>

#include "lectern/base/clock.h"
#include "lectern/base/text.h"
#include "lectern/base/translate.h"
#include "ui/keyboard.h"
#include "ui/osc52.h"
#include "ui/output.h"
#include "ui/signals.h"
#include "ui/window.h"

#define BLANKS_MOST 3 /* shown in the style of what is around them */

/* Numbers of mouse buttons. */
#define WHEEL_UP   64
#define WHEEL_DOWN 65

#define ASK_BACKGROUND "\033]11;?\033\\"
#define PASTE_ON       "\033[?2004h"
#define PASTE_OFF      "\033[?2004l"
#define MOUSE_ON       "\033[?1000h\033[?1006h"
#define MOUSE_OFF      "\033[?1006l\033[?1000l"

/* A process has one terminal; curses keeps such state, too. */
static struct {
	SCREEN *screen; /* NULL: not taken */
	FILE *keys;     /* /dev/tty where standard input is no terminal */
	struct output output;
	struct keyboard keyboard;
	struct signals_goodbye goodbye;
	struct term_options options;
	bool italic;
	struct decoded moused; /* what the mouse did last */
} term;

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void
write_raw(const char *sequence)
{
	output_write(sequence, strlen(sequence));
}

/* curses returns NULL or -1 for a missing capability. */
static bool
is_there(const char *capability)
{
	return capability && (intptr_t)capability != -1;
}

static bool
has(const char *capability)
{
	const char *s = tigetstr(capability);

	return is_there(s) && *s;
}

static void
set_colors(void)
{
	struct theme *theme = &term.options.theme;

	theme->color = theme->color && has_colors() && start_color() == OK &&
	    use_default_colors() == OK && COLOR_PAIRS >= COLOR_COUNT;
	if (!theme->color)
		*theme = term.options.mono;
	else
		theme_fit(theme, COLORS);
	for (short i = 1; theme->color && i < COLOR_COUNT; i++)
		init_pair(i, theme->look[i].front, theme->look[i].back);
}

/*
 * Makes ^C a signal and all other keys just keys: ^Z, so that we can stop
 * cleanly; ^S and ^Q, ^V and ^O, which the line discipline would take.
 */
static void
set_modes(void)
{
	struct termios modes;

	cbreak();
	noecho();
	nonl();
	if (tcgetattr(STDOUT_FILENO, &modes) == 0) {
		modes.c_iflag &= (tcflag_t) ~(IXON | IXOFF);
		modes.c_lflag &= (tcflag_t)~IEXTEN;
		modes.c_cc[VSUSP] = _POSIX_VDISABLE;
		tcsetattr(STDOUT_FILENO, TCSADRAIN, &modes);
	}
	def_prog_mode();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	/* Typing must not interrupt the drawing of a frame. */
	typeahead(-1);
}

static void
adopt_size(void)
{
	int h = LINES, w = COLS;

	window_size(STDOUT_FILENO, &h, &w);
	resize_term(h, w);
}

static bool
open_screen(struct err *err)
{
	const char *type = getenv("TERM");
	struct window_told told;

	if (!isatty(STDOUT_FILENO))
		return err_set(err, _("standard output is no terminal"));
	if (!type || !*type)
		return err_set(err,
		    _("TERM is not set: the terminal's type is not known"));
	term.keys = isatty(STDIN_FILENO) ? stdin : fopen("/dev/tty", "re");
	if (!term.keys)
		return err_set(err, "/dev/tty: %s", strerror(errno));
	tcgetattr(STDOUT_FILENO, &term.goodbye.modes);
	/* curses leaves signals alone that are already handled. */
	signals_catch(&term.goodbye);
	if (!output_open(&term.output))
		return err_set(err, _("standard output: %s"), strerror(errno));
	/* curses believes in the size that it finds in the environment. */
	window_tell(STDOUT_FILENO, &told);
	term.screen = newterm(NULL, term.output.file, term.keys);
	window_untell(&told);
	if (!term.screen)
		return err_set(
		    err, _("%s: terminal type not known (TERM)"), type);
	if (!has("cup"))
		return err_set(err,
		    _("%s: this type of terminal (TERM) has no movable cursor"),
		    type);
	return true;
}

static void
close_screen(void)
{
	if (term.screen) {
		endwin();
		delscreen(term.screen);
		term.screen = NULL;
		tcsetattr(STDOUT_FILENO, TCSADRAIN, &term.goodbye.modes);
	}
	output_close(&term.output);
	if (term.keys) {
		signals_release();
		if (term.keys != stdin)
			fclose(term.keys);
		term.keys = NULL;
	}
}

static void
add_goodbye(const char *s)
{
	if (is_there(s))
		signals_add(&term.goodbye, s);
}

static void
prepare_goodbye(bool mouse)
{
	term.goodbye.len = 0;
	add_goodbye(PASTE_OFF);
	if (mouse)
		add_goodbye(MOUSE_OFF);
	add_goodbye(tigetstr("sgr0"));
	add_goodbye(tigetstr("cnorm"));
	add_goodbye(tigetstr("rmkx"));
	add_goodbye(tigetstr("rmcup"));
}

/* Turns on bracketed paste and, if wanted, the mouse. */
static void
ask_reports(void)
{
	write_raw(PASTE_ON);
	if (term.options.mouse)
		write_raw(MOUSE_ON);
}

static void
end_reports(void)
{
	write_raw(PASTE_OFF);
	if (term.options.mouse)
		write_raw(MOUSE_OFF);
}

static void
open_keyboard(void)
{
	size_t n;
	const struct key *keys = key_table(&n);

	keyboard_init(&term.keyboard, fileno(term.keys));
	for (size_t i = 0; i < n; i++)
		if (keys[i].capability && has(keys[i].capability))
			keyboard_know(&term.keyboard,
			    tigetstr(keys[i].capability), keys[i].name);
}

bool
term_open(const struct term_options *options, struct err *err)
{
	if (!open_screen(err)) {
		close_screen();
		return false;
	}
	set_modes();
	term.options = *options;
	set_colors();
	term.italic = has("sitm");
	adopt_size();
	prepare_goodbye(options->mouse);
	/* Keeps messages on standard error for later, off the screen. */
	setvbuf(stderr, NULL, _IOFBF, BUFSIZ);
	atexit(term_close);
	open_keyboard();
	ask_reports();
	if (options->asks && theme_may_ask(getenv("TERM")))
		write_raw(ASK_BACKGROUND);
	return true;
}

void
term_close(void)
{
	if (!term.screen)
		return;
	end_reports();
	close_screen();
	fflush(stderr);
	setvbuf(stderr, NULL, _IONBF, 0);
	keyboard_free(&term.keyboard);
}

void
term_leave(void)
{
	end_reports();
	endwin();
	fflush(stderr);
	signals_unblock();
}

void
term_enter(void)
{
	signals_block();
	adopt_size();
	clearok(curscr, TRUE);
	refresh();
	ask_reports();
}

void
term_stop(void)
{
	term_leave();
	signals_stop();
	term_enter();
}

void
term_size(int *h, int *w)
{
	getmaxyx(stdscr, *h, *w);
}

/* Showing */

static attr_t
attributes(unsigned style, short *pair)
{
	enum color color;
	struct look look = theme_look(&term.options.theme, style, &color);
	bool italic = look.style & STYLE_ITALIC;
	bool line = look.style & STYLE_UNDERLINE;

	*pair = term.options.theme.color ? (short)color : 0;
	return (look.style & STYLE_BOLD ? A_BOLD : 0) |
	    (look.style & STYLE_DIM ? A_DIM : 0) |
	    (look.style & STYLE_REVERSE ? A_REVERSE : 0) |
	    (italic && term.italic ? A_ITALIC : 0) |
	    (line || (italic && !term.italic) ? A_UNDERLINE : 0);
}

/*
 * Adds the characters of a cell to `text`, decoding them itself: wchar_t has
 * Unicode's numbers here, and the C library is slow.
 */
static size_t
add_characters(wchar_t *text, const char *s)
{
	size_t n = 0, len;
	uint32_t code;

	if (s[0] >= ' ' && s[1] == '\0') {
		*text = (unsigned char)s[0];
		return 1;
	}
	len = strlen(s);
	for (size_t i = 0; i < len;) {
		i += text_decode(s + i, len - i, &code);
		text[n++] = (wchar_t)code;
	}
	return n;
}

static bool
look_alike(unsigned a, unsigned b)
{
	short pair_a, pair_b;

	return a == b ||
	    (attributes(a, &pair_a) == attributes(b, &pair_b) &&
		pair_a == pair_b);
}

/* Whether a blank of this style looks like a plain one. */
static bool
is_clear(unsigned style)
{
	enum color color;
	struct look look = theme_look(&term.options.theme, style, &color);

	return look.back == THEME_OWN &&
	    !(look.style & (STYLE_REVERSE | STYLE_UNDERLINE | STYLE_ITALIC));
}

/*
 * Whether a run of a style continues at `x`, perhaps after some plain blanks:
 * changing the style twice costs more than drawing them in it.
 */
static bool
goes_on(const struct grid *grid, const struct cell *row, int x, unsigned style)
{
	int end = x + BLANKS_MOST < grid->w ? x + BLANKS_MOST : grid->w - 1;

	if (look_alike(row[x].style, style))
		return true;
	while (
	    x < end && is_clear(row[x].style) && strcmp(row[x].text, " ") == 0)
		x++;
	return is_clear(style) && look_alike(row[x].style, style);
}

/*
 * Shows a run of cells that look alike, in one piece, without blanks at its end
 * that are on the screen already; returns where it ends.
 */
static int
show_run(const struct grid *grid, int y, int x)
{
	const struct cell *row = &grid->cells[(size_t)y * (size_t)grid->w];
	wchar_t text[256];
	size_t len = 0;
	short pair;
	unsigned style = row[x].style;
	attr_t attrs = attributes(style, &pair);
	int start = x;

	while (x < grid->w && len + CELL_BYTES < COUNT(text) &&
	    goes_on(grid, row, x, style))
		len += add_characters(text + len, row[x++].text);
	for (; style == STYLE_PLAIN && len > 0 && text[len - 1] == L' '; len--)
		;
	if (len > 0) {
		attr_set(attrs, pair, NULL);
		mvaddnwstr(y, start, text, (int)len);
	}
	return x;
}

void
term_show(const struct grid *grid, bool clean)
{
	int h, w;

	getmaxyx(stdscr, h, w);
	if (clean)
		clearok(curscr, TRUE);
	erase();
	for (int y = 0; y < grid->h && y < h; y++)
		for (int x = 0; x < grid->w && x < w;)
			x = show_run(grid, y, x);
	attr_set(A_NORMAL, 0, NULL);
	move(grid->cursor_y < h ? grid->cursor_y : h - 1,
	    grid->cursor_x < w ? grid->cursor_x : w - 1);
	output_begin(&term.output);
	curs_set(grid->cursor_shown ? 1 : 0);
	refresh();
	output_end(&term.output);
}

/* Keys */

/* Returns the event of a pending signal, or TERM_TIMEOUT. */
static enum term_event
heed_signals(void)
{
	if (signals_ending())
		return TERM_END;
	if (signals_take_stop()) {
		term_stop();
		return TERM_RESIZE;
	}
	if (signals_take_continue()) {
		/*
		 * Another program may have changed modes and screen meanwhile.
		 */
		term_leave();
		term_enter();
		return TERM_RESIZE;
	}
	if (signals_take_resize()) {
		adopt_size();
		return TERM_RESIZE;
	}
	return TERM_TIMEOUT;
}

/* Takes the terminal's answer about its background; there is only one. */
static enum term_event
take_answer(const char *answer)
{
	enum theme_ground ground = theme_answered(answer);

	if (!term.options.asks || ground == THEME_UNKNOWN)
		return TERM_TIMEOUT;
	term.options.asks = false;
	term.options.theme = term.options.on[ground];
	set_colors();
	/* The whole screen has to be drawn anew. */
	return TERM_RESIZE;
}

/* Returns the event of what was decoded, or TERM_TIMEOUT if it is of no use. */
static enum term_event
use_decoded(
    enum decode_kind kind, const struct decoded *decoded, char name[KEY_BYTES])
{
	switch (kind) {
	case DECODE_NOTHING:
		break;
	case DECODE_KEY:
		/* Kitty may send ^C as a key, elsewhere it is a signal. */
		if (strcmp(decoded->key, "^C") == 0) {
			signals_end(SIGINT);
			return TERM_END;
		}
		memcpy(name, decoded->key, KEY_BYTES);
		return TERM_KEY;
	case DECODE_PASTE:
		return TERM_PASTE;
	case DECODE_ANSWER:
		return take_answer(decoded->text);
	case DECODE_MOUSE:
		term.moused = *decoded;
		return term.options.mouse &&
			(decoded->button == 0 || decoded->button == WHEEL_UP ||
			    decoded->button == WHEEL_DOWN)
		    ? TERM_MOUSE
		    : TERM_TIMEOUT;
	}
	return TERM_TIMEOUT;
}

/*
 * Reads what comes within this time; false if the terminal is gone.  Sets
 * `*watched` to -1 if that came.
 */
static bool
read_more(int milliseconds, int *watched)
{
	int wait = keyboard_wait(&term.keyboard, clock_milliseconds());

	if (wait < 0 || (milliseconds >= 0 && milliseconds < wait))
		wait = milliseconds;
	switch (signals_wait(term.keyboard.fd, *watched, wait)) {
	case SIGNALS_NOTHING:
		return true;
	case SIGNALS_WATCHED:
		*watched = -1;
		return true;
	case SIGNALS_READY:
		return keyboard_fill(&term.keyboard);
	case SIGNALS_GONE:
		break;
	}
	return false;
}

enum term_event
term_key(int milliseconds, int watched, char name[KEY_BYTES])
{
	long long now = clock_milliseconds(), end = now + milliseconds;
	bool looked = false;
	int wait = milliseconds, news = watched;

	*name = '\0';
	/* A stream of keys must not keep signals out. */
	signals_look();
	for (;;) {
		enum term_event event = heed_signals();
		struct decoded decoded;

		while (event == TERM_TIMEOUT) {
			enum decode_kind kind = keyboard_next(
			    &term.keyboard, now, &decoded);

			if (kind == DECODE_NOTHING)
				break;
			event = use_decoded(kind, &decoded, name);
		}
		if (event != TERM_TIMEOUT)
			return event;
		if (looked && wait == 0)
			return TERM_TIMEOUT;
		if (!read_more(wait, &news)) {
			signals_end(SIGHUP);
			return TERM_END;
		}
		if (news != watched)
			return TERM_TIMEOUT;
		looked = true;
		now = clock_milliseconds();
		wait = wait < 0 ? -1 : now < end ? (int)(end - now) : 0;
	}
}

void
term_gather(bool gathers)
{
	term.keyboard.gathers = gathers;
}

const char *
term_pasted(size_t *len)
{
	return keyboard_pasted(&term.keyboard, len);
}

enum term_mouse
term_moused(int *y, int *x)
{
	*y = term.moused.y;
	*x = term.moused.x;
	return term.moused.button == WHEEL_UP  ? TERM_WHEEL_UP
	    : term.moused.button == WHEEL_DOWN ? TERM_WHEEL_DOWN
					       : TERM_CLICK;
}

int
term_signal(void)
{
	return signals_take_end();
}

bool
term_copy(const char *text)
{
	size_t len;
	char *sequence = osc52_copy(text, strlen(text), &len);

	if (!sequence)
		return false;
	output_write(sequence, len);
	free(sequence);
	return true;
}
