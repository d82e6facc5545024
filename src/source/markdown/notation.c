#include "source/markdown/notation.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/mem.h"
#include "lectern/base/parallel.h"
#include "lectern/base/text.h"
#include "source/markdown/emoji.h"
#include "source/markdown/mdx.h"
#include "source/markdown/notation_line.h"
#include "source/markdown/shortcode.h"

/*
 * Few lines mean something else for what stands above them: those in code, in
 * HTML, in a remark or note apart.  So a document is written in parts, each as
 * if nothing was open before it; where something is, the part is written again.
 */

#define LOOK ((size_t)128 << 10) /* bytes in which rare signs are looked for */

/* Whether only blanks stand before `at` on its line. */
static bool
is_line_start(const char *s, const char *at)
{
	while (at > s && text_ascii_blank(at[-1]))
		at--;
	return at == s || at[-1] == '\n';
}

bool
notation_seems(const char *s, size_t len)
{
	static const char signs[] = ":{^!?";

	if (len > LOOK)
		len = LOOK;
	if (mdx_seems(s, len))
		return true;
	for (const char *sign = signs; *sign; sign++) {
		const char *at = s, *end = s + len;
		size_t n;

		for (; (at = memchr(at, *sign, (size_t)(end - at))); at++) {
			size_t rest = (size_t)(end - at);

			if (rest > 2 &&
			    ((*at == ':' && at[1] == ':') ||
				(strchr("!?", *at) && at[1] == *at &&
				    at[2] == *at && is_line_start(s, at)) ||
				(*at == '{' &&
				    (at[1] == '%' ||
					shortcode_attributes(
					    s, len, (size_t)(at - s)) > 0)) ||
				(*at == '^' && at > s && at[-1] == ' ' &&
				    (text_ascii_word(at[1]) || at[1] == '[')) ||
				(*at == ':' && !text_ascii_blank(at[1]) &&
				    emoji_named(at, rest, &n))))
				return true;
		}
	}
	return false;
}

/* Lines of a document that are written for themselves. */
struct part {
	struct notation writer;
	const char *from, *to;
	char *joined; /* where they go when all are written */
};

/* Makes room for about as much as was read. */
static void
make_room(struct buffer *out, size_t len)
{
	if (len < MEM_HUGE)
		return;
	out->cap = len + len / 16;
	out->s = mem_alloc_huge(out->cap);
}

/* Writes a call of several lines; its bytes, 0: there is none. */
static size_t
put_call(struct notation *w, const char *s)
{
	size_t n;

	if (*s != '{' || w->hiding.fence || w->hiding.html || w->comment ||
	    w->remark)
		return 0;
	n = shortcode_put_lines(&w->out, s, (size_t)(w->end - s));
	w->changed = w->changed || n > 0;
	return n;
}

static void
put_part(void *argument)
{
	struct part *part = argument;
	struct notation *w = &part->writer;
	const char *end;

	if (part->to > part->from)
		make_room(&w->out, (size_t)(part->to - part->from));
	for (w->next = part->from; w->next < part->to; w->next = end + 1) {
		const char *s = w->next, *nl;
		size_t call = put_call(w, s);

		nl = call > 0 ? s + call
			      : memchr(s, '\n', (size_t)(part->to - s));
		end = nl ? nl : part->to;
		if (call == 0) {
			w->s = s;
			w->len = (size_t)(end - s);
			notation_line_put(w);
		}
		if (nl && nl < w->end)
			buffer_puts(&w->out, "\n");
	}
}

static void
join_part(void *argument)
{
	struct part *part = argument;
	struct buffer *out = &part->writer.out;

	if (out->len > 0)
		memcpy(part->joined, out->s, out->len);
	free(out->s);
}

/* Divides a document into at most `most` parts; returns how many. */
static size_t
divide(struct part *parts, const struct notation *all, size_t most)
{
	size_t n = 0, len = (size_t)(all->end - all->s);

	for (const char *at = all->s; n == 0 || at < all->end; n++) {
		const char *to = all->s + len / most * (n + 1);

		if (to < at)
			to = at;
		to = n + 1 < most ? memchr(to, '\n', (size_t)(all->end - to))
				  : NULL;
		parts[n] = (struct part){
		    *all, at, to ? to + 1 : all->end, NULL};
		at = parts[n].to;
	}
	return n;
}

/*
 * Writes a part once more, unless what stands before it leaves nothing open, ends
 * before it, and has files enough to look for.
 */
static void
put_behind(struct part *part, const struct notation *before)
{
	struct notation *w = &part->writer;

	w->links.looks += before->links.looks;
	if (!before->hiding.fence && !before->hiding.html && !before->comment &&
	    !before->remark && before->indented == 0 &&
	    before->next <= part->from && w->links.looks < WIKI_LINK_LOOKS)
		return;
	free(w->out.s);
	if (part->from < before->next)
		part->from = before->next;
	*w = *before;
	w->out = (struct buffer){0};
	put_part(part);
}

/* Does the work for each part. */
static void
run(void (*work)(void *part), struct part *parts, size_t n)
{
	void *each[PARALLEL_MOST];

	for (size_t i = 0; i < n; i++)
		each[i] = &parts[i];
	parallel_run(work, each, n);
}

/* Returns what all parts wrote, of so many bytes; frees theirs. */
static char *
join(struct part *parts, size_t n, size_t len)
{
	char *plain, *to;

	if (n == 1)
		return mem_resize(parts->writer.out.s, len + 1, 1);
	plain = to = mem_alloc_huge(len + 1);
	for (size_t i = 0; i < n; i++) {
		parts[i].joined = to;
		to += parts[i].writer.out.len;
	}
	*to = '\0';
	run(join_part, parts, n);
	return plain;
}

char *
notation_plain(
    const char *s, size_t len, const char *path, size_t most, size_t *plain_len)
{
	const struct notation all = {
	    .links.path = path, .s = s, .end = s + len};
	struct part parts[PARALLEL_MOST];
	size_t n = divide(parts, &all, most), total = 0;
	bool changed = false;

	run(put_part, parts, n);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			put_behind(&parts[i], &parts[i - 1].writer);
		changed = changed || parts[i].writer.changed;
		total += parts[i].writer.out.len;
	}
	if (changed && total <= UINT32_MAX) {
		*plain_len = total;
		return join(parts, n, total);
	}
	for (size_t i = 0; i < n; i++)
		free(parts[i].writer.out.s);
	return NULL;
}
