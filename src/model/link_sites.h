/*
 * Sites whose videos have several addresses: the page, players to be shown
 * elsewhere, short links.
 */
#ifndef LECTERN_LINK_SITES_H
#define LECTERN_LINK_SITES_H

struct arena;
struct link_parts;

/*
 * Returns the address that stands for all of a video, owned by the arena; NULL
 * where the site or the form of the address is not known.
 */
char *link_site_page(struct arena *arena, const struct link_parts *parts);

#endif
