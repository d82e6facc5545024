#include "marks/export_codes.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/base/text.h"
#include "lectern/model/link.h"
#include "lectern/model/timecode.h"
#include "lectern/source/load.h"

static const char *
url_of(const struct export_entry *entry)
{
	return entry->talk ? entry->talk->url : entry->mark->url;
}

/* Whether a code stands in a link. */
static bool
has_link(const struct block *block, const struct timecode *code)
{
	for (uint32_t i = 0; i < block->nspans; i++) {
		const struct span *span = &block->spans[i];

		if (span->url && span->start < code->end &&
		    span->end > code->start)
			return true;
	}
	return false;
}

/* Returns the bytes of a code without what stands between it and the words. */
static size_t
length_of(const struct block *block, const struct timecode *code)
{
	size_t len = code->end > code->start ? code->end - code->start : 0;
	const char *s = block->text + code->start;

	while (len > 0 && !text_ascii_digit(s[len - 1]) &&
	    !strchr(")]", s[len - 1]))
		len--;
	return len;
}

/* Finds a code of a block in the text, from its line and byte `from` on. */
static bool
place(const char *text, size_t from, const struct block *block,
    const struct timecode *code, struct export_code *to)
{
	size_t len = length_of(block, code);
	const char *line = text, *at;

	for (uint32_t i = 1; i < block->line && line; i++) {
		line = strchr(line, '\n');
		line += line != NULL;
	}
	if (!line || len == 0)
		return false;
	if (line < text + from)
		line = text + from;
	at = memmem(line, strlen(line), block->text + code->start, len);
	if (!at)
		return false;
	to->at = (size_t)(at - text);
	to->end = to->at + len;
	/* What stands in backquotes is no link: they stand in it. */
	while (
	    to->at > from && text[to->at - 1] == '`' && text[to->end] == '`') {
		to->at--;
		to->end++;
	}
	return true;
}

struct export_codes
export_codes_find(struct export_list *list, const struct export_entry *entry,
    const char *text)
{
	const char *url = url_of(entry);
	struct timecodes found = {0};
	struct export_codes codes = {0};
	const struct block *blocks;
	uint32_t n;

	if (list->since == 0 || !url || !link_is_openable(url))
		return codes;
	blocks = load_note(list->arena, text, &n);
	timecode_find(&found, blocks, n, url, 0);
	codes.code = arena_alloc(
	    list->arena, (found.n + 1) * sizeof(*codes.code));
	for (size_t i = 0; i < found.n; i++) {
		const struct timecode *code = &found.code[i];
		const struct block *block = &blocks[code->block];
		struct export_code *to = &codes.code[codes.n];
		const char *there = link_start(list->arena, url, code->second);

		if (code->fault != TIMECODE_GOOD || has_link(block, code) ||
		    there == url ||
		    !place(text, codes.n > 0 ? to[-1].end : 0, block, code, to))
			continue;
		to->url = there;
		codes.n++;
	}
	timecode_free(&found);
	return codes;
}

const char *
export_codes_markdown(struct export_list *list,
    const struct export_entry *entry, const char *text)
{
	struct export_codes codes = export_codes_find(list, entry, text);
	const char *out = text;

	/* From the last, so that the places of others stay. */
	for (size_t i = codes.n; i-- > 0;) {
		const struct export_code *code = &codes.code[i];
		bool odd = strpbrk(code->url, "()") != NULL;
		bool bracket = out[code->at] == '[';

		out = arena_printf(list->arena, "%.*s%s%.*s%s(%s%s%s)%s",
		    (int)code->at, out, bracket ? "" : "[",
		    (int)(code->end - code->at), out + code->at,
		    bracket ? "" : "]", odd ? "<" : "", code->url,
		    odd ? ">" : "", out + code->end);
	}
	return out;
}

const char *
export_codes_plain(struct export_list *list, const struct export_entry *entry,
    const char *text)
{
	struct export_codes codes = export_codes_find(list, entry, text);
	const char *out = text;

	for (size_t i = codes.n; i-- > 0;) {
		const struct export_code *code = &codes.code[i];
		size_t end = code->end + strcspn(out + code->end, "\n");

		out = arena_printf(list->arena, "%.*s  %s%s", (int)end, out,
		    code->url, out + end);
	}
	return out;
}
