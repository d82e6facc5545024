#include "source/markdown/see_also.h"

#include <string.h>

#include "source/markdown/label.h"
#include "source/markdown/word_list.h"

#define LONGEST 48 /* bytes of "See also these videos from last year:" */

enum see_also
see_also_read(const char *s, size_t len)
{
	static const char *const also[] = {"also", "anche", "auch", "aussi",
	    "empfohlene", "further", "mentioned", "next", "också", "også",
	    "ook", "pokrewne", "powiązane", "prev", "previous", "recommandés",
	    "recommended", "relacionadas", "relacionados", "related", "również",
	    "similaires", "similar", "similares", "také", "también", "també",
	    "também", "verwandte", "weiterführende", "également", "также",
	    "також", "相关", "相關", "関連", "관련"};
	static const char *const sources[] = {"bibliografia", "bibliografía",
	    "bibliographie", "bibliography", "fuentes", "literatur",
	    "literatura", "quellen", "references", "referencias", "referências",
	    "riferimenti", "références", "źródła", "джерела", "источники",
	    "литература", "参考", "参考文献", "参考資料", "参考资料", "출처"};
	static const char *const talks[] = {"charlas", "conferences",
	    "conferencias", "conférences", "lectures", "palestras", "prelekcje",
	    "presentations", "talks", "videos", "vidéos", "vorträge",
	    "доклады"};
	static const char *const more[] = {"andere", "autres", "inne", "mehr",
	    "more", "más", "other", "others", "otras", "outras", "outros",
	    "weitere"};
	static const char *const beside[] = {"and", "articles", "awesome", "de",
	    "del", "et", "for", "from", "good", "in", "interesting", "lecture",
	    "les", "liens", "link", "linki", "links", "lire", "look", "my",
	    "notes", "of", "on", "our", "patrz", "posts", "reading", "readings",
	    "resources", "ressources", "see", "siehe", "some", "such", "talk",
	    "that", "the", "themen", "these", "this", "to", "und", "vedi",
	    "veja", "ver", "video", "viewing", "voir", "véase", "watch",
	    "watching", "y", "your", "zie", "zobacz", "видео", "см", "смотрите",
	    "ссылки"};
	static const struct word_list lists[] = {WORD_LIST(also),
	    WORD_LIST(sources), WORD_LIST(talks), WORD_LIST(more),
	    WORD_LIST(beside)};
	unsigned has;

	/* Most links stand behind "URL: ". */
	if (len < 3 || len > LONGEST || memcmp(s, "URL", 3) == 0)
		return SEE_ALSO_NOT;
	has = label_consists_of(s, len, lists, 5);
	/* "Related links", "More talks", but no "More links". */
	return (has & 1) || (has & 12) == 12 ? SEE_ALSO_TALKS
	    : (has & 2)                      ? SEE_ALSO_SOURCES
					     : SEE_ALSO_NOT;
}

enum see_also
see_also_above(const char *s, size_t at)
{
	size_t from;

	while (at > 0 && strchr(" \n", s[at - 1]))
		at--;
	for (from = at; from > 0 && s[from - 1] != '\n';)
		from--;
	return see_also_read(s + from, at - from);
}

/* Whether all that a paragraph says is where a link leads. */
static bool
is_link(const struct md_node *node)
{
	const struct line *line = &node->text;

	return node->kind == MD_PARAGRAPH && line->nspans == 1 &&
	    line->spans->url && line->spans->start == 0 &&
	    line->spans->end == line->len;
}

/* Where what a label in paragraph `i` names ends: its item, or lists below it. */
static uint32_t
label_end(const struct markdown *md, uint32_t i)
{
	const struct md_node *around = &md->node[md->node[i].parent];
	uint32_t at = md->node[i].end;

	if (around->kind == MD_ITEM)
		return around->end;
	while (at < around->end &&
	    (md->node[at].kind == MD_LIST || is_link(&md->node[at])))
		at = md->node[at].end;
	return at;
}

enum see_also
see_also_at(struct see_also_place *place, const struct markdown *md, uint32_t i)
{
	const struct md_node *node = &md->node[i];
	const struct line *line = &node->text;

	if (node->kind == MD_HEADING || node->kind == MD_SUBHEADING) {
		enum see_also is = see_also_read(line->text, line->len);

		if (is != SEE_ALSO_NOT || node->level <= place->level) {
			place->heading = is;
			place->level = is == SEE_ALSO_NOT ? 0 : node->level;
		}
	} else if (node->kind == MD_PARAGRAPH && line->nspans < 2 &&
	    i >= place->end &&
	    /* Most are over nothing. */
	    (line->nspans > 0 || node->end < md->node[node->parent].end)) {
		place->label = see_also_read(line->text, line->len);
		if (place->label != SEE_ALSO_NOT)
			place->end = label_end(md, i);
	}
	return i < place->end ? place->label : place->heading;
}
