#include "source/data_unseen.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "source/body_data.h"
#include "source/markdown/names.h"
#include "source/markdown/unseen.h"
#include "source/markdown/unseen_words.h"
#include "source/when.h"

#define VALUE_MOST 64   /* bytes of a date, a time, a length */
#define DAY        1440 /* minutes */

struct known {
	struct shown_words *shown;
	struct arena *scratch;
};

/* What is shown. */

static void
know(struct shown_words *shown, const char *s)
{
	if (s)
		shown_words_know(shown, s, strlen(s));
}

/* Takes a date or a time as a whole, too. */
static void
know_whole(struct shown_words *shown, const char *s)
{
	if (s && !strmap_get(&shown->known, s))
		strmap_put(&shown->known, s, 0);
	know(shown, s);
}

static void
know_blocks(struct shown_words *shown, const struct block *block, uint32_t n)
{
	for (; n > 0; n--, block++) {
		shown_words_know(shown, block->text, block->len);
		for (uint32_t i = 0; i < block->nspans; i++)
			know(shown, block->spans[i].url);
	}
}

/* Takes when a talk is, and when it ends. */
static void
know_times(struct known *k, const struct talk *talk)
{
	struct arena *arena = k->shown->arena;
	int minute = talk->start ? when_minute(talk->start) : -1;

	know_whole(k->shown, talk->day);
	know_whole(k->shown, talk->start);
	if (talk->minutes == 0)
		return;
	know_whole(k->shown, arena_printf(arena, "%u", talk->minutes));
	if (minute >= 0) {
		const struct when end = {
		    .minute = (minute + talk->minutes) % DAY};

		know_whole(k->shown, when_clock(arena, &end));
	}
}

static void
know_talk(struct known *k, const struct talk *talk)
{
	const struct body *body = talk->body;

	know(k->shown, talk->title);
	for (uint32_t i = 0; i < talk->nspeakers; i++)
		know(k->shown, talk->speakers[i]);
	know(k->shown, talk->url);
	know(k->shown, talk->room);
	know(k->shown, notes_more(talk)->language);
	know_times(k, talk);
	if (!body || body->waits)
		return;
	know_blocks(k->shown, body->blocks, body->nblocks);
	for (uint32_t i = 0; i < body->nlinks; i++)
		know(k->shown, body->links[i]);
}

/* Takes all that the open conference has. */
static void
know_conference(struct known *k, const struct built *built)
{
	const uint32_t last = (uint32_t)built->nconferences - 1;
	const struct source *source = &built->conferences[last].source;

	know(k->shown, source->name);
	know_blocks(k->shown, source->blocks, source->nblocks);
	for (size_t i = built->ntracks;
	     i > 0 && built->tracks[i - 1].source == last; i--) {
		know(k->shown, built->tracks[i - 1].name);
		know_blocks(k->shown, built->tracks[i - 1].blocks,
		    built->tracks[i - 1].nblocks);
	}
	for (size_t i = built->ntalks;
	     i > 0 && built->talks[i - 1].source == last; i--)
		know_talk(k, &built->talks[i - 1]);
}

/* What is said. */

static bool
is_known(const struct known *k, const char *s)
{
	return strmap_get(&k->shown->known, s) != NULL;
}

/* Whether `len` bytes are a word of times and lengths. */
static bool
is_of_times(const char *s, size_t len)
{
	static const char *const words[] = {"am", "h", "hr", "hrs", "m", "min",
	    "mins", "p", "pm", "pt", "s", "t", "uhr", "utc", "z", NULL};

	return names_one_of(s, len, words);
}

/* Whether a value has no words but those. */
static bool
is_digits(const char *s)
{
	/* An id may be any number. */
	if (strlen(s) == 5 && strspn(s, "0123456789") == 5)
		return false;
	while (*s) {
		size_t n = 0;

		while (text_ascii_letter(s[n]) || (s[n] & 0x80))
			n++;
		if (n > 0 && !is_of_times(s, n))
			return false;
		s += n + (s[n] != '\0');
	}
	return true;
}

/* Whether a date of digits is in a value. */
static bool
has_date(const char *s)
{
	while ((s = strpbrk(s, "./-")) && !text_ascii_digit(*++s))
		;
	return s != NULL;
}

/* Whether a date is shown, perhaps as that of another zone. */
static bool
is_day(const struct known *k, const char *value)
{
	struct when when;

	if (is_digits(value)
		? !when_read(value, &when) && !when_read_words(value, &when)
		: has_date(value) || !when_read_words(value, &when))
		return false;
	if (is_known(k, when_day(k->scratch, &when)))
		return true;
	for (int i = -1; when.zoned && when.minute >= 0 && i < 2; i += 2) {
		struct when other = when;

		when_move(&other, when.offset + i * DAY);
		if (is_known(k, when_day(k->scratch, &other)))
			return true;
	}
	return false;
}

static bool
is_time(const struct known *k, const char *value)
{
	const struct when when = {.minute = when_minute(value)};
	char *copy, *second;

	if (when.minute >= 0)
		return is_known(k, when_clock(k->scratch, &when));
	copy = arena_dup(k->scratch, value, strlen(value));
	second = when_second(copy);
	return second && is_time(k, second) &&
	    is_time(k, when_first(k->scratch, copy, second));
}

static bool
is_length(const struct known *k, const char *value)
{
	unsigned minutes = when_duration(value);

	return minutes > 0 &&
	    is_known(k, arena_printf(k->scratch, "%u", minutes));
}

/* Whether a value is an address that is shown as it is opened. */
static bool
is_address(const struct known *k, const char *s, size_t len)
{
	const char *colon = memmem(s, len, "://", 3), *url;

	if (!colon || memchr(s, ' ', len) || memchr(s, '\n', len))
		return false;
	url = link_encode(k->scratch, arena_dup(k->scratch, s, len));
	return shown_words_have(k->shown, url, strlen(url));
}

/* Whether a value is shown in another form. */
static bool
is_said(void *of, const char *s, size_t len)
{
	struct known *k = of;
	const char *value;

	arena_clear(k->scratch);
	if (is_address(k, s, len))
		return true;
	if (len >= VALUE_MOST)
		return false;
	value = text_squeeze(k->scratch, s, len);
	return is_day(k, value) ||
	    (is_digits(value) && (is_time(k, value) || is_length(k, value)));
}

void
data_unseen_find(struct unseen_list *list, struct build *build, const char *s,
    size_t len, enum data_form form, const char *what)
{
	struct known k = {.shown = &list->shown, .scratch = arena_new()};
	const struct data_said said = {is_said, &k};
	struct buffer text = {0};

	build_end(build);
	know_conference(&k, build_result(build));
	if (!text_is_clean(s, len))
		s = text_clean(list->arena, s, len, &len);
	data_text_put(&text, s, len, form, &said);
	if (text.len > 0)
		unseen_words_find(list, k.shown, text.s, text.len, what);
	free(text.s);
	arena_free(k.scratch);
}

void
data_unseen_tell(struct build *build, const char *s, size_t len,
    enum data_form form, const char *what)
{
	struct unseen_list *list = unseen_list_new();

	shown_words_begin(&list->shown);
	data_unseen_find(list, build, s, len, form, what);
	unseen_tell(list, build);
}
