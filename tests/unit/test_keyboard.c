#include "unit.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/keyboard.h"
#include "ui/signals.h"

/* A keyboard that reads a pipe, and a clock that is set by hand. */
struct typist {
	struct keyboard keyboard;
	int fd;
	long long now;
};

static int
setup(void **state)
{
	static struct typist typist;
	int fds[2];

	unsetenv("ESCDELAY");
	if (pipe(fds) != 0)
		return 1;
	typist.now = 5000;
	typist.fd = fds[1];
	keyboard_init(&typist.keyboard, fds[0]);
	*state = &typist;
	return 0;
}

static int
teardown(void **state)
{
	struct typist *typist = *state;

	close(typist->keyboard.fd);
	close(typist->fd);
	keyboard_free(&typist->keyboard);
	return 0;
}

/* Sends bytes after some milliseconds. */
static void
send_after(struct typist *t, int wait, const char *bytes)
{
	t->now += wait;
	assert_int_equal(write(t->fd, bytes, strlen(bytes)), strlen(bytes));
	assert_true(keyboard_fill(&t->keyboard));
}

/* The next key's name, "paste", or "" for none. */
static const char *
next(struct typist *t)
{
	static struct decoded out;

	switch (keyboard_next(&t->keyboard, t->now, &out)) {
	case DECODE_KEY:
		return out.key;
	case DECODE_PASTE:
		return "paste";
	case DECODE_ANSWER:
		return out.text;
	default:
		return "";
	}
}

static void
keys_come_one_by_one(void **state)
{
	struct typist *t = *state;

	assert_int_equal(keyboard_wait(&t->keyboard, t->now), -1);
	send_after(t, 0, "ab\033[A");
	assert_string_equal(next(t), "a");
	assert_string_equal(next(t), "b");
	assert_string_equal(next(t), "Up");
	assert_string_equal(next(t), "");
	assert_int_equal(keyboard_wait(&t->keyboard, t->now), -1);
}

static void
arrow_on_a_slow_line_is_an_arrow(void **state)
{
	struct typist *t = *state;

	send_after(t, 0, "\033");
	assert_string_equal(next(t), "");
	send_after(t, 60, "[");
	assert_string_equal(next(t), "");
	send_after(t, 60, "1");
	assert_string_equal(next(t), "");
	send_after(t, 60, ";2B");
	assert_string_equal(next(t), "S-Down");
}

/* The answer of a terminal far away, whose first bytes come apart. */
static void
answer_on_a_slow_line_is_no_key(void **state)
{
	static const char *const answers[] = {
	    "]11;q\033\\", "P1+r544e=q\033\\", "_Gi=1;q\033\\", "^q\033\\"};
	struct typist *t = *state;

	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++) {
		send_after(t, 0, "\033");
		assert_string_equal(next(t), "");
		send_after(t, 60, answers[i]);
		/* It is told as an answer, without what begins and ends it. */
		assert_memory_equal(
		    next(t), answers[i] + 1, strlen(answers[i]) - 3);
		assert_string_equal(next(t), "");
	}
}

static void
escape_is_one_after_a_while(void **state)
{
	struct typist *t = *state;
	int wait;

	send_after(t, 0, "\033");
	assert_string_equal(next(t), "");
	wait = keyboard_wait(&t->keyboard, t->now);
	assert_in_range(wait, 61, 200);
	t->now += wait - 1;
	assert_string_equal(next(t), "");
	assert_int_equal(keyboard_wait(&t->keyboard, t->now), 1);
	t->now++;
	assert_string_equal(next(t), "Esc");
	assert_int_equal(keyboard_wait(&t->keyboard, t->now), -1);
}

static void
escape_and_a_letter_are_two_keys_where_they_are_typed(void **state)
{
	struct typist *t = *state;

	send_after(t, 0, "\033");
	assert_string_equal(next(t), "");
	send_after(t, 60, "j");
	assert_string_equal(next(t), "Esc");
	assert_string_equal(next(t), "j");
	send_after(t, 0, "\033j");
	assert_string_equal(next(t), "M-j");
}

static void
delay_of_the_environment_is_honoured(void **state)
{
	struct typist *t = *state;
	static const struct {
		const char *value;
		int wait;
	} cases[] = {{"7", 7}, {"4000", 4000}, {"", 100}, {"-1", 100},
	    {"x", 100}, {"99999999999999", 100}};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int fd = t->keyboard.fd;

		setenv("ESCDELAY", cases[i].value, 1);
		keyboard_init(&t->keyboard, fd);
		send_after(t, 0, "\033");
		assert_string_equal(next(t), "");
		assert_int_equal(
		    keyboard_wait(&t->keyboard, t->now), cases[i].wait);
	}
}

static void
paste_is_whole_whatever_it_holds(void **state)
{
	static const char text[] = "b\033[20\033[201\nQ \xC3\xA4";
	struct typist *t = *state;
	size_t len;

	send_after(t, 0, "a\033[200~");
	assert_string_equal(next(t), "a");
	assert_string_equal(next(t), "");
	send_after(t, 10, text);
	assert_string_equal(next(t), "");
	send_after(t, 900, "\033[20");
	assert_string_equal(next(t), "");
	send_after(t, 900, "1~z");
	assert_string_equal(next(t), "paste");
	assert_memory_equal(
	    keyboard_pasted(&t->keyboard, &len), text, sizeof(text) - 1);
	assert_int_equal(len, sizeof(text) - 1);
	assert_string_equal(next(t), "z");
	/* The end may follow what looked like it. */
	send_after(t, 0, "\033[200~x\033[2\033[201~z");
	assert_string_equal(next(t), "paste");
	assert_memory_equal(keyboard_pasted(&t->keyboard, &len), "x\033[2", 4);
	assert_int_equal(len, 4);
	assert_string_equal(next(t), "z");
}

static void
paste_has_a_bound(void **state)
{
	static char bytes[1025];
	struct typist *t = *state;
	size_t len;

	memset(bytes, 'b', sizeof(bytes) - 1);
	send_after(t, 0, "\033[200~");
	assert_string_equal(next(t), "");
	for (int i = 0; i < 1100; i++) {
		send_after(t, 0, bytes);
		while (t->keyboard.at < t->keyboard.n)
			assert_string_equal(next(t), "");
	}
	send_after(t, 0, "\033[201~k");
	assert_string_equal(next(t), "paste");
	assert_non_null(keyboard_pasted(&t->keyboard, &len));
	assert_int_equal(len, 1 << 20);
	assert_string_equal(next(t), "k");
}

static void
paste_without_an_end_ends_after_a_while(void **state)
{
	struct typist *t = *state;
	size_t len;

	send_after(t, 0, "\033[200~bbb");
	assert_string_equal(next(t), "");
	t->now += keyboard_wait(&t->keyboard, t->now);
	assert_string_equal(next(t), "paste");
	assert_memory_equal(keyboard_pasted(&t->keyboard, &len), "bbb", 3);
	send_after(t, 0, "k");
	assert_string_equal(next(t), "k");
}

static void
answer_is_given_whole_and_no_key(void **state)
{
	struct typist *t = *state;

	send_after(t, 0, "a\033]11;rgb:ffff/ffff/ff");
	assert_string_equal(next(t), "a");
	assert_string_equal(next(t), "");
	send_after(t, 10, "ff\033\\b");
	assert_string_equal(next(t), "11;rgb:ffff/ffff/ffff");
	assert_string_equal(next(t), "b");
	/* One that is longer than any is cut. */
	send_after(t, 0, "\033]0123456789012345678901234567890123456789\007");
	assert_string_equal(next(t), "0123456789012345678901234567890");
}

static void
end_of_input_is_told(void **state)
{
	struct typist *t = *state;

	close(t->fd);
	t->fd = -1;
	assert_false(keyboard_fill(&t->keyboard));
	assert_string_equal(next(t), "");
}

static void
text_that_came_at_once_is_a_paste_where_it_is_typed(void **state)
{
	struct typist *t = *state;
	size_t len;

	t->keyboard.gathers = true;
	send_after(t, 0, "two wörds\r\033[Aa");
	assert_string_equal(next(t), "paste");
	assert_memory_equal(
	    keyboard_pasted(&t->keyboard, &len), "two wörds", 10);
	assert_int_equal(len, 10);
	assert_string_equal(next(t), "Enter");
	assert_string_equal(next(t), "Up");
	assert_string_equal(next(t), "a");
	/* Half a character waits for the rest. */
	send_after(t, 1, "ab\xC3");
	assert_string_equal(next(t), "a");
	assert_string_equal(next(t), "b");
	assert_string_equal(next(t), "");
	send_after(t, 1, "\xA9");
	assert_string_equal(next(t), "é");
	t->keyboard.gathers = false;
	send_after(t, 1, "xy");
	assert_string_equal(next(t), "x");
}

/* Would end this program. */
static void
a_terminal_that_goes_twice_ends_nothing(void **state)
{
	struct signals_goodbye goodbye = {.len = 0};

	(void)state;
	signals_catch(&goodbye);
	signals_release();
	assert_int_equal(raise(SIGHUP), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	    TEST(keys_come_one_by_one),
	    TEST(arrow_on_a_slow_line_is_an_arrow),
	    TEST(answer_on_a_slow_line_is_no_key),
	    TEST(escape_is_one_after_a_while),
	    TEST(escape_and_a_letter_are_two_keys_where_they_are_typed),
	    TEST(delay_of_the_environment_is_honoured),
	    TEST(paste_is_whole_whatever_it_holds),
	    TEST(paste_has_a_bound),
	    TEST(paste_without_an_end_ends_after_a_while),
	    TEST(text_that_came_at_once_is_a_paste_where_it_is_typed),
	    TEST(answer_is_given_whole_and_no_key),
	    TEST(end_of_input_is_told),
#undef TEST
	    cmocka_unit_test(a_terminal_that_goes_twice_ends_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
