/*
 * What is told to authors of their documents' text: what it says that is shown
 * nowhere (comments, titles of links and pictures, definitions that nothing
 * uses, what only a site's generator reads), and links that are broken.
 */
#ifndef LECTERN_UNSEEN_H
#define LECTERN_UNSEEN_H

#include <stddef.h>

struct build;
struct unseen_list;

/*
 * Looks for it in the `len` bytes at `written`, clean text without front matter,
 * of which the `plain_len` bytes at `plain` were made: see notation.h.  To be
 * freed by unseen_tell().
 */
struct unseen_list *unseen_find(
    const char *written, size_t len, const char *plain, size_t plain_len);

/*
 * Tells it in the open conference, but for lines that are told to be left aside
 * already, and frees it; NULL is allowed.
 */
void unseen_tell(struct unseen_list *unseen, struct build *build);

#endif
