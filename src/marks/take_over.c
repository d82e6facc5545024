#include "marks/take_over.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "lectern/model/talk_key.h"

#define FEW_SPEAKERS 8   /* of whom any may have been missing */
#define FEW_LOST     300 /* marks that are compared with all talks */
#define WORDS_MOST   64

struct search {
	const struct notes *notes;
	struct arena *arena;
	const struct mark **lost; /* those without a talk, NULL once taken */
	size_t nlost, cap;
	const char **titles; /* of the talks, folded; NULL until wanted */
	struct taken *taken;
	size_t n, taken_cap;
};

static void
take(struct search *s, size_t lost, const struct talk *talk)
{
	s->taken = mem_grow(
	    s->taken, &s->taken_cap, s->n + 1, sizeof(*s->taken));
	s->taken[s->n++] = (struct taken){talk, s->lost[lost]};
	s->lost[lost] = NULL;
}

static const char *
fold(struct search *s, const char *text)
{
	return text_fold(s->arena, text, strlen(text), NULL);
}

/* Finds the marks without a talk. */
static void
find_lost(struct search *s, const struct mark_list *list)
{
	bool *known = mem_alloc(list->n, sizeof(*known));

	for (uint32_t i = 0; i < s->notes->ntalks; i++) {
		const struct talk *talk = &s->notes->talks[i];
		/* It may be known by an older key already. */
		const struct mark *mark = talk->missing
		    ? NULL
		    : mark_list_find(list, talk->key);

		if (mark)
			known[mark - list->mark] = true;
	}
	for (size_t i = 0; i < list->n; i++) {
		if (known[i])
			continue;
		s->lost = mem_grow(
		    s->lost, &s->cap, s->nlost + 1, sizeof(struct mark *));
		s->lost[s->nlost++] = &list->mark[i];
	}
	free(known);
}

static bool
is_link(const struct mark *mark)
{
	return mark && strncmp(mark->key, "http", 4) == 0;
}

/*
 * Finds links that an older lectern kept as keys, and that give another key
 * now.
 */
static void
take_links(struct search *s, const struct mark_list *list)
{
	struct strmap keys = {0};
	bool any = false;

	for (size_t i = 0; i < s->nlost; i++)
		any = any || is_link(s->lost[i]);
	for (uint32_t i = 0; any && i < s->notes->ntalks; i++) {
		const struct talk *talk = &s->notes->talks[i];

		if (talk->missing)
			continue;
		strmap_put(&keys, talk->key, i);
		strmap_put(&keys, mark_list_key(list, talk->key), i);
	}
	for (size_t i = 0; any && i < s->nlost; i++) {
		const uint32_t *talk = is_link(s->lost[i])
		    ? strmap_get(&keys, link_key(s->arena, s->lost[i]->key))
		    : NULL;

		if (talk)
			take(s, i, &s->notes->talks[*talk]);
	}
	strmap_free(&keys);
}

/* Finds marks of talks that were joined since, under the keys of their parts. */
static void
take_joined(struct search *s)
{
	struct strmap part = {0};
	const struct notes *notes = s->notes;

	for (uint32_t i = 0; i < notes->njoined; i++) {
		const struct joined *joined = &notes->joined[i];

		if (!joined->why || joined->talk >= notes->ntalks)
			continue;
		strmap_put(&part, joined->key, joined->talk);
		strmap_put(&part, joined->other_key, joined->talk);
	}
	for (size_t i = 0; i < s->nlost; i++) {
		const uint32_t *talk = strmap_get(&part, s->lost[i]->key);

		if (talk)
			take(s, i, &notes->talks[*talk]);
	}
	strmap_free(&part);
}

/* Whether a conference of the mark is among these. */
static bool
is_open(const struct strmap *open, const struct mark *mark)
{
	const char *s = mark->conferences;
	bool is = false;

	for (size_t n; *s && !is; s += n + (s[n] == '\n')) {
		n = strcspn(s, "\n");
		char *name = mem_dup(s, n);

		is = strmap_get(open, name) != NULL;
		free(name);
	}
	return is;
}

/* Hashes. */

/*
 * Notes that a talk may have had this key; of several talks the first counts.
 */
static void
may_have_had(struct search *s, struct strmap *before, uint32_t i,
    const char *const *speakers, size_t n)
{
	strmap_put(before,
	    talk_key_hash(s->arena, s->notes->talks[i].title, speakers, n), i);
}

/* Adds the keys that a talk may have had before it had a link. */
static void
note_own(struct search *s, struct strmap *before, uint32_t i)
{
	struct talk talk = s->notes->talks[i];
	const char *track = s->notes->tracks[talk.track].name;

	if (!talk.url || !talk.conference)
		return;
	talk.url = NULL;
	strmap_put(before,
	    talk_key_own(
		s->arena, &talk, talk.conference, talk.day ? talk.day : track),
	    i);
	strmap_put(
	    before, talk_key_own(s->arena, &talk, talk.conference, NULL), i);
}

/* With all speakers, then all but one, then each alone, then none. */
static void
note_before(struct search *s, struct strmap *before, uint32_t i)
{
	const struct talk *talk = &s->notes->talks[i];
	const char *some[FEW_SPEAKERS];
	size_t n = talk->nspeakers;

	note_own(s, before, i);
	may_have_had(s, before, i, talk->speakers, n);
	for (size_t gone = 0; n > 1 && n <= FEW_SPEAKERS && gone < n; gone++) {
		size_t left = 0;

		for (size_t k = 0; k < n; k++)
			if (k != gone)
				some[left++] = talk->speakers[k];
		may_have_had(s, before, i, some, left);
	}
	for (size_t k = 0; n > 2 && k < n; k++)
		may_have_had(s, before, i, &talk->speakers[k], 1);
	if (n > 0)
		may_have_had(s, before, i, NULL, 0);
}

/* Whether a talk's key is one that tells it from others. */
static bool
has_own(const struct mark_list *list, const struct talk *talk)
{
	return !talk->url && talk->own_key &&
	    strcmp(talk->key, talk->own_key) == 0 &&
	    mark_list_find(list, talk->key);
}

/* Whether a mark may belong to a talk of these notes by its hash. */
static bool
may_be_hash(const struct strmap *open, const struct mark *mark)
{
	return mark && strncmp(mark->key, "h:", 2) == 0 &&
	    (!*mark->conferences || is_open(open, mark));
}

static void
take_hashes(
    struct search *s, const struct mark_list *list, const struct strmap *open)
{
	struct strmap before = {0};
	bool any = false;

	for (size_t i = 0; i < s->nlost; i++)
		any = any || may_be_hash(open, s->lost[i]);
	for (uint32_t i = 0; any && i < s->notes->ntalks; i++)
		if (!s->notes->talks[i].missing &&
		    !has_own(list, &s->notes->talks[i]))
			note_before(s, &before, i);
	for (size_t i = 0; any && i < s->nlost; i++) {
		const uint32_t *talk = may_be_hash(open, s->lost[i])
		    ? strmap_get(&before, s->lost[i]->key)
		    : NULL;

		if (talk)
			take(s, i, &s->notes->talks[*talk]);
	}
	strmap_free(&before);
}

/* Titles and speakers, within a conference. */

/* Whether the lines, each with a line feed at its end, have this one. */
static bool
has_line(const char *lines, const char *line)
{
	size_t len = strlen(line);

	for (size_t n; *lines; lines += n + (lines[n] == '\n')) {
		n = strcspn(lines, "\n");
		if (n == len && memcmp(lines, line, len) == 0)
			return true;
	}
	return false;
}

/* Whether the folded line "a, b" names a speaker of the talk. */
static bool
shares_speaker(struct search *s, const struct talk *talk, const char *line)
{
	for (uint32_t i = 0; i < talk->nspeakers; i++) {
		const char *name = fold(s, talk->speakers[i]);
		const char *at = *name ? strstr(line, name) : NULL;
		size_t len = strlen(name);

		if (at && (at == line || at[-1] == ' ') &&
		    (!at[len] || at[len] == ','))
			return true;
	}
	return false;
}

/* Splits a folded title into words; returns how many. */
static size_t
part_words(struct search *s, const char *title, const char *words[WORDS_MOST])
{
	size_t n = 0;

	while (*title && n < WORDS_MOST) {
		size_t len = strcspn(title, " .,:;!?()[]\"'-/");

		if (len > 0)
			words[n++] = arena_dup(s->arena, title, len);
		title += len + (title[len] != '\0');
	}
	return n;
}

/* Whether two folded titles have most of their words in common. */
static bool
is_near(struct search *s, const char *a, const char *b)
{
	const char *x[WORDS_MOST], *y[WORDS_MOST];
	size_t nx = part_words(s, a, x), ny = part_words(s, b, y), both = 0;

	for (size_t i = 0; i < nx; i++) {
		bool has = false;

		for (size_t k = 0; k < ny && !has; k++) {
			has = y[k] && strcmp(x[i], y[k]) == 0;
			if (has)
				y[k] = NULL;
		}
		both += has;
	}
	/*
	 * All words of the shorter one, or more than half of the longer one's.
	 */
	return both > 0 &&
	    (2 * both > (nx > ny ? nx : ny) ||
		(both >= 2 && both == (nx < ny ? nx : ny)));
}

enum likeness { UNLIKE, NEAR, SAME };

static enum likeness
compare(struct search *s, const struct mark *mark, const char *title,
    const char *speakers, uint32_t i)
{
	const struct talk *talk = &s->notes->talks[i];

	if (talk->missing || !talk->conference ||
	    !has_line(mark->conferences, talk->conference))
		return UNLIKE;
	if (!s->titles[i])
		s->titles[i] = fold(s, talk->title);
	if (strcmp(s->titles[i], title) == 0 &&
	    (!*speakers || talk->nspeakers == 0 ||
		shares_speaker(s, talk, speakers)))
		return SAME;
	return shares_speaker(s, talk, speakers) &&
		is_near(s, s->titles[i], title)
	    ? NEAR
	    : UNLIKE;
}

/*
 * The one talk that a mark belongs to; NULL if there is none or more than one.
 */
static const struct talk *
find_talk(
    struct search *s, const struct mark *mark, const struct mark_list *list)
{
	const char *title = fold(s, mark->title);
	const char *speakers = fold(s, mark->speakers);
	const struct talk *found = NULL;
	enum likeness best = NEAR;
	bool several = false;

	for (uint32_t i = 0; i < s->notes->ntalks; i++) {
		const struct talk *talk = &s->notes->talks[i];
		enum likeness likeness = compare(s, mark, title, speakers, i);

		if (likeness < best)
			continue;
		/*
		 * A talk that is only similar and has marks itself is another
		 * talk.
		 */
		if (likeness == NEAR && mark_list_find(list, talk->key))
			continue;
		if (likeness > best)
			several = false;
		else if (found && strcmp(found->key, talk->key) != 0)
			several = true;
		best = likeness;
		found = talk;
	}
	return several ? NULL : found;
}

static void
take_titles(
    struct search *s, const struct mark_list *list, const struct strmap *open)
{
	const struct talk **found = mem_alloc(s->nlost, sizeof(struct talk *));
	s->titles = mem_alloc(s->notes->ntalks, sizeof(*s->titles));
	for (size_t i = 0, n = 0; i < s->nlost && n < FEW_LOST; i++) {
		if (!s->lost[i] || !is_open(open, s->lost[i]))
			continue;
		found[i] = find_talk(s, s->lost[i], list);
		n++;
	}
	for (size_t i = 0; i < s->nlost; i++) {
		bool several = false;

		for (size_t k = 0; found[i] && k < s->nlost; k++)
			several = several || (k != i && found[k] == found[i]);
		if (found[i] && !several)
			take(s, i, found[i]);
	}
	free(found);
}

/* One address for several talks. */

/* The length of the address that is shared, in the key of one of its talks. */
static size_t
shared_len(const struct talk *talk)
{
	const char *part = talk->url ? strstr(talk->key, "@h:") : NULL;

	return part && !strchr(part + 1, '@') ? (size_t)(part - talk->key) : 0;
}

static char *
part_key(struct arena *arena, const char *key, const char *title)
{
	return arena_printf(
	    arena, "%s@%s", key, talk_key_hash(arena, title, NULL, 0));
}

/* Notes which addresses are of several talks, by one that is not the first. */
static void
find_shared(struct search *s, struct strmap *shared)
{
	for (uint32_t i = 0; i < s->notes->ntalks; i++) {
		const struct talk *talk = &s->notes->talks[i];
		size_t len = talk->missing ? 0 : shared_len(talk);

		if (len > 0)
			strmap_put(
			    shared, arena_dup(s->arena, talk->key, len), i);
	}
}

/* Whether a talk is the one that a mark tells of, as far as can be seen. */
static bool
is_told(struct search *s, const struct mark *mark, const struct talk *talk)
{
	const char *title = fold(s, mark->title);

	return strcmp(title, fold(s, talk->title)) == 0 || !*title ||
	    shares_speaker(s, talk, fold(s, mark->speakers));
}

/* The talk with this key, or NULL. */
static struct talk *
find_key(const struct notes *notes, const char *key)
{
	for (uint32_t i = 0; i < notes->ntalks; i++)
		if (strcmp(notes->talks[i].key, key) == 0)
			return &notes->talks[i];
	return NULL;
}

/*
 * Of talks with one address the first answers to that alone.  Where it has marks
 * of another, since the talks changed their order or some went, that other does.
 */
static bool
give_back(struct search *s, const struct mark *mark, struct talk *first)
{
	struct arena *arena = s->notes->arena;
	const char *key = first->key;
	struct talk *other;

	if (is_told(s, mark, first))
		return false;
	other = find_key(s->notes, part_key(s->arena, key, mark->title));
	first->key = first->own_key = part_key(arena, key, first->title);
	if (other)
		other->key = other->own_key = key;
	return true;
}

static bool
part_shared(const struct mark_list *list, const struct notes *notes)
{
	struct search s = {.notes = notes, .arena = arena_new()};
	struct strmap shared = {0};
	bool used = false;

	if (list->n > 0)
		find_shared(&s, &shared);
	for (uint32_t i = 0; shared.n > 0 && i < notes->ntalks; i++) {
		struct talk *talk = &notes->talks[i];
		const uint32_t *part = strmap_get(&shared, talk->key);
		const struct mark *mark = part &&
			notes->talks[*part].source == talk->source
		    ? mark_list_find(list, talk->key)
		    : NULL;

		if (mark)
			used = give_back(&s, mark, talk) || used;
	}
	strmap_free(&shared);
	arena_free(s.arena);
	return used;
}

bool
take_over_own_keys(const struct mark_list *list, const struct notes *notes)
{
	bool used = part_shared(list, notes);

	for (uint32_t i = 0; list->n > 0 && i < notes->ntalks; i++) {
		struct talk *talk = &notes->talks[i];

		if (talk->own_key && strcmp(talk->key, talk->own_key) != 0 &&
		    mark_list_find(list, talk->own_key)) {
			talk->key = talk->own_key;
			used = true;
		}
	}
	return used;
}

struct taken *
take_over_find(
    const struct mark_list *list, const struct notes *notes, size_t *n)
{
	struct search s = {.notes = notes, .arena = arena_new()};
	struct strmap open = {0};

	if (list->n > 0)
		find_lost(&s, list);
	if (s.nlost > 0) {
		for (uint32_t i = 0; i < notes->nsources; i++)
			strmap_put(&open, notes->sources[i].name, i);
		take_joined(&s);
		take_links(&s, list);
		take_hashes(&s, list, &open);
		take_titles(&s, list, &open);
	}
	strmap_free(&open);
	arena_free(s.arena);
	free(s.titles);
	free(s.lost);
	*n = s.n;
	return s.taken;
}
