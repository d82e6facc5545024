/*
 * Exchange: any bytes are merged or refused; what was merged is clean in memory
 * and as an export, which can be merged in its turn and gives itself.
 */
#include "fuzz.h"

#include <string.h>

#include "lectern/base/text.h"
#include "lectern/marks/marks.h"
#include "lectern/marks/merge.h"

const char fuzz_corpus[] = "tests/fuzz/corpus/merge";

static void
check_text(const char *s)
{
	FUZZ_CHECK(s != NULL);
	FUZZ_CHECK(text_is_clean(s, strlen(s)));
}

static void
check_tags(const char *tags)
{
	check_text(tags);
	FUZZ_CHECK(!strstr(tags, "  ") && !strpbrk(tags, "\t\n,"));
	FUZZ_CHECK(*tags != ' ' && (!*tags || tags[strlen(tags) - 1] != ' '));
}

static void
check_marks(const struct marks *marks)
{
	size_t n;
	const struct mark *mark = marks_list(marks, &n);

	for (size_t i = 0; i < n; i++) {
		const struct annotations *annotations = &mark[i].annotations;
		const char *tags = mark_kind_text(annotations, MARK_TAGGED);

		check_text(mark[i].key);
		check_text(mark[i].title);
		check_text(mark[i].speakers);
		if (mark[i].url)
			check_text(mark[i].url);
		check_text(mark_kind_text(annotations, MARK_NOTED));
		check_tags(tags);
		FUZZ_CHECK(annotations->kinds != 0);
		FUZZ_CHECK(!(annotations->kinds & MARK_TAGGED) == !*tags);
		FUZZ_CHECK(i == 0 || strcmp(mark[i - 1].key, mark[i].key) < 0);
		FUZZ_CHECK(marks_get(marks, mark[i].key) == &mark[i]);
	}
}

/* Whether all of it was merged. */
static bool
merge(struct marks *marks, char *s, size_t len, struct merged *merged)
{
	FILE *in = fmemopen(s, len, "r");
	struct err err = {""};

	FUZZ_CHECK(in != NULL);
	bool good = merge_import(marks, in, "fuzz", false, NULL, merged, &err);

	fclose(in);
	FUZZ_CHECK(good || strncmp(err.msg, "fuzz:", 5) == 0);
	return good;
}

static char *export(struct marks *marks, size_t *len)
{
	char *text = NULL;
	FILE *out = open_memstream(&text, len);

	FUZZ_CHECK(out && merge_export(marks, out, MERGE_LISTS, NULL, NULL));
	fclose(out);
	check_text(text);
	return text;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct marks *marks = marks_open(NULL, NULL, NULL);
	struct marks *other = marks_open(NULL, NULL, NULL);
	char *copy = malloc(size + 1), *text, *again;
	struct merged merged;
	size_t len, len_again;
	bool good;

	FUZZ_CHECK(copy != NULL);
	memcpy(copy, data, size);
	/* fmemopen() takes no text without a byte. */
	good = size > 0 && merge(marks, copy, size, &merged);
	check_marks(marks);
	text = export(marks, &len);
	FUZZ_CHECK(good || len == 0);
	if (len > 0) {
		/* Twice: the second time nothing is new. */
		FUZZ_CHECK(merge(other, text, len, &merged));
		FUZZ_CHECK(merge(other, text, len, &merged));
		FUZZ_CHECK(merged.added == 0 && merged.changed == 0);
		again = export(other, &len_again);
		FUZZ_CHECK(strcmp(text, again) == 0);
		free(again);
	}
	free(text);
	free(copy);
	marks_close(marks);
	marks_close(other);
	return 0;
}
