#include "source/folder_index.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/base/arena.h"
#include "lectern/base/mem.h"
#include "lectern/base/strmap.h"
#include "lectern/base/text.h"

/* What a document has. */
struct list {
	uint32_t talks;
	uint32_t talk;   /* the last of them */
	uint32_t beside; /* those that link to a file beside it */
};

struct index {
	struct built *built;
	struct list *list;   /* of each conference */
	struct strmap paths; /* of documents that are one talk, to its number */
};

/* Whether a link leads to a Markdown file by a relative path. */
static bool
is_beside(const char *url)
{
	static const char *const endings[] = {
	    ".md", ".markdown", ".mdx", ".qmd"};
	size_t len = url && !strstr(url, "://") ? strcspn(url, "?#") : 0;

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		size_t n = strlen(endings[i]);

		if (len > n && text_ascii_same(url + len - n, endings[i], n))
			return true;
	}
	return false;
}

/* Takes the last part off a path; returns its bytes. */
static size_t
without_last(const char *path, size_t len)
{
	const char *slash = memrchr(path, '/', len);

	return slash ? (size_t)(slash - path) : 0;
}

/* The byte that `%20` stands for; false: it is none. */
static bool
take_escape(const char *s, size_t len, char *byte)
{
	int high = len > 2 && *s == '%' ? text_ascii_hex(s[1]) : -1;
	int low = high >= 0 ? text_ascii_hex(s[2]) : -1;

	*byte = (char)(high * 16 + low);
	return low >= 0;
}

/* The path that a relative link of the document at `from` leads to. */
static char *
path_of(struct arena *arena, const char *from, const char *url)
{
	size_t len = strcspn(url, "?#"), n = without_last(from, strlen(from));
	char *path = arena_alloc(arena, n + len + 2);

	memcpy(path, from, n);
	while (len > 0) {
		size_t part = strcspn(url, "/");

		part = part < len ? part : len;
		if (part == 2 && memcmp(url, "..", 2) == 0) {
			n = without_last(path, n);
		} else if (part != 1 || *url != '.') {
			path[n++] = '/';
			for (size_t i = 0; i < part; i++) {
				bool escape = take_escape(
				    url + i, part - i, &path[n]);

				if (!escape)
					path[n] = url[i];
				i += escape ? 2 : 0;
				n++;
			}
		}
		url += part + (part < len);
		len -= part + (part < len);
	}
	path[n] = '\0';
	return path;
}

/* The talk in the file that a talk links to; NULL: it links to none. */
static struct talk *
talk_beside(struct index *x, const struct talk *talk)
{
	const struct conference *list = &x->built->conferences[talk->source];
	const uint32_t *number;

	if (list->root == 0 || !is_beside(talk->url) || *talk->url == '/')
		return NULL;
	number = strmap_get(
	    &x->paths, path_of(x->built->arena, list->source.path, talk->url));
	return number && x->built->talks[*number].source != talk->source
	    ? &x->built->talks[*number]
	    : NULL;
}

static void
look_at_talks(struct index *x)
{
	struct built *built = x->built;

	for (size_t i = 0; i < built->ntalks; i++) {
		struct list *list = &x->list[built->talks[i].source];

		list->talks++;
		list->talk = (uint32_t)i;
	}
	for (size_t i = 0; i < built->nconferences; i++) {
		const struct conference *c = &built->conferences[i];

		if (c->root > 0 && x->list[i].talks == 1)
			strmap_put(&x->paths, c->source.path, x->list[i].talk);
	}
	for (size_t i = 0; i < built->ntalks; i++)
		x->list[built->talks[i].source].beside += is_beside(
		    built->talks[i].url);
}

/* Says of both talks that they are one: the file's path is their slug. */
static void
settle(struct index *x, struct talk *talk, struct talk *beside)
{
	struct identity *identity;

	if (notes_more(talk)->identity || notes_more(beside)->identity)
		return;
	identity = arena_alloc(x->built->arena, sizeof(*identity));
	*identity = (struct identity){
	    .slug = x->built->conferences[beside->source].source.path};
	built_more(x->built->arena, talk)->identity = identity;
	built_more(x->built->arena, beside)->identity = identity;
}

/* Whether a document was found in a folder that was given. */
static bool
is_any_in_folder(const struct built *built)
{
	for (size_t i = 0; i < built->nconferences; i++) {
		if (built->conferences[i].root > 0)
			return true;
	}
	return false;
}

void
folder_index_find(struct built *built)
{
	struct index x = {.built = built};

	if (!is_any_in_folder(built))
		return;
	x.list = mem_alloc(built->nconferences + 1, sizeof(*x.list));
	look_at_talks(&x);
	for (size_t i = 0; i < built->ntalks; i++) {
		struct talk *talk = &built->talks[i], *beside;
		const struct list *list = &x.list[talk->source];

		if (built->conferences[talk->source].root == 0 ||
		    list->beside < 2 || list->beside * 2 < list->talks)
			continue;
		built->conferences[talk->source].programme = true;
		beside = talk_beside(&x, talk);
		if (beside)
			settle(&x, talk, beside);
	}
	strmap_free(&x.paths);
	free(x.list);
}
