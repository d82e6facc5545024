#include "source/markdown/under_names.h"

#include <string.h>

#include "source/markdown/people.h"
#include "source/markdown/runs.h"
#include "source/markdown/signs.h"

#define NAMES_LONGEST 80  /* bytes of bold words that are names */
#define TITLE_LONGEST 200 /* bytes of a title */

/* Whether what follows styled words at byte `at` parts them from other ones. */
static bool
is_parted(const struct line *line, uint32_t at)
{
	const char *s = line->text + at;
	size_t len = line->len - at;

	return len == 0 || sign_dash(s, len) > 0 || sign_bar(s, len) > 0 ||
	    sign_comma(s, len) > 0 || strncmp(s, " (", 2) == 0;
}

/* Where the styled words end that a line begins with, parted from others; 0: none. */
static uint32_t
styled_end(const struct line *line, unsigned styles)
{
	const struct span *first = line->spans;
	uint32_t end;

	if (line->nspans == 0 || first->start > 0 || !(first->style & styles) ||
	    (first->style & SPAN_CODE))
		return 0;
	end = first->style & SPAN_STRONG ? runs_end(line, first) : first->end;
	return is_parted(line, end) ? end : 0;
}

static bool
is_paragraph(const struct markdown *md, uint32_t i, uint32_t end)
{
	return i < end && md->node[i].kind == MD_PARAGRAPH;
}

bool
under_names(
    const struct markdown *md, uint32_t i, uint32_t *names, uint32_t *title)
{
	const struct md_node *node = &md->node[i + 1];
	uint32_t end = md->node[i].end;

	if (!is_paragraph(md, i + 1, end) || !is_paragraph(md, i + 2, end))
		return false;
	*names = styled_end(&node[0].text, SPAN_STRONG);
	if (*names == 0 || *names > NAMES_LONGEST)
		return false;
	*title = styled_end(&node[1].text, SPAN_STRONG | SPAN_EMPHASIS);
	return *title > 0 && *title <= TITLE_LONGEST &&
	    memchr(node[1].text.text, ' ', *title) &&
	    !strchr(".:", node[1].text.text[*title - 1]) &&
	    people_first(node[0].text.text, *names) == NAMES_SURE;
}

uint32_t
under_names_all(const struct markdown *md, uint32_t list)
{
	uint32_t items = 0, found = 0, names = 0, title = 0;

	for (uint32_t i = list + 1; i < md->node[list].end;
	     i = md->node[i].end) {
		items++;
		found += under_names(md, i, &names, &title) &&
		    people_first(md->node[i + 2].text.text, title) !=
			NAMES_SURE;
	}
	return found >= 2 && found * 10 >= items * 8 ? items : 0;
}
