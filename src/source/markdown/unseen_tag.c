#include "source/markdown/unseen_tag.h"

#include <string.h>

#include "lectern/base/text.h"
#include "source/markdown/names.h"
#include "source/markdown/unseen_part.h"

bool
unseen_tag_is_known(const char *name)
{
	static const char *const names[] = {"a", "abbr", "address", "area",
	    "article", "aside", "audio", "b", "base", "bdi", "bdo", "big",
	    "blockquote", "body", "br", "button", "canvas", "caption", "center",
	    "circle", "cite", "code", "col", "colgroup", "data", "dd", "del",
	    "details", "dfn", "dialog", "div", "dl", "dt", "em", "embed",
	    "fieldset", "figcaption", "figure", "font", "footer", "form", "g",
	    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
	    "i", "iframe", "image", "img", "input", "ins", "kbd", "label",
	    "legend", "li", "link", "main", "map", "mark", "meta", "nav",
	    "noscript", "object", "ol", "optgroup", "option", "p", "param",
	    "path", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s",
	    "samp", "script", "section", "select", "small", "source", "span",
	    "strike", "strong", "style", "sub", "summary", "sup", "svg",
	    "table", "tbody", "td", "template", "textarea", "tfoot", "th",
	    "thead", "time", "title", "tr", "track", "tt", "u", "ul", "use",
	    "var", "video", "wbr", NULL};

	return names_one_of(name, strlen(name), names);
}

/* Attributes that say nothing to people. */
static bool
is_for_browsers(const char *s, size_t len)
{
	static const char *const names[] = {"accept", "action", "align",
	    "allow", "allowfullscreen", "allowtransparency", "async",
	    "autocomplete", "autoplay", "background", "bgcolor", "border",
	    "cellpadding", "cellspacing", "charset", "checked", "class",
	    "classname", "color", "cols", "colspan", "content", "controls",
	    "coords", "crossorigin", "d", "datetime", "defer", "dir",
	    "disabled", "enctype", "face", "fill", "for", "frameborder",
	    "height", "hidden", "href", "hreflang", "hspace", "http-equiv",
	    "id", "integrity", "itemid", "itemprop", "itemscope", "itemtype",
	    "key", "lang", "loading", "loop", "marginheight", "marginwidth",
	    "markdown", "max", "maxlength", "media", "method", "min",
	    "mozallowfullscreen", "msallowfullscreen", "muted", "name",
	    "nowrap", "oallowfullscreen", "open", "playsinline", "poster",
	    "preload", "property", "referrerpolicy", "rel", "required", "rev",
	    "role", "rows", "rowspan", "sandbox", "scope", "scrolling",
	    "selected", "shape", "size", "sizes", "span", "src", "srcdoc",
	    "srcset", "start", "step", "stroke", "style", "tabindex", "target",
	    "type", "usemap", "valign", "viewbox", "vspace",
	    "webkitallowfullscreen", "width", "xmlns", NULL};

	return names_one_of(s, len, names) ||
	    (len > 5 && text_ascii_same(s, "data-", 5)) ||
	    (len > 2 && text_ascii_same(s, "on", 2)) ||
	    (len > 5 && text_ascii_same(s, "aria-", 5) &&
		!(len == 10 && text_ascii_same(s, "aria-label", 10))) ||
	    memchr(s, ':', len);
}

static bool
is_address(const char *s, size_t len)
{
	return len > 0 &&
	    (*s == '/' || *s == '#' || *s == '.' || memmem(s, len, "://", 3));
}

/* Where the value that begins at `i` stands; where it ends, with its quote. */
static size_t
read_value(const char *s, size_t len, size_t i, struct unseen_value *value)
{
	char quote = '\0';

	if (i < len && s[i] == '{')
		i++;
	if (i < len && (s[i] == '"' || s[i] == '\''))
		quote = s[i++];
	value->from = i;
	while (i < len &&
	    (quote ? s[i] != quote : !text_ascii_blank(s[i]) && s[i] != '>'))
		i++;
	value->to = i;
	return i + (quote != '\0');
}

bool
unseen_tag_next(
    const char *s, size_t len, size_t *at, struct unseen_value *value)
{
	size_t i = *at;

	/* The name of the tag itself. */
	for (; i == 0 || (*at == 0 && i < len && !text_ascii_blank(s[i])); i++)
		;
	while ((i = unseen_part_blanks(s, len, i)) < len && s[i] != '>') {
		size_t name = i, name_len, equals;

		while (i < len && !strchr(" \t\n=>", s[i]))
			i++;
		name_len = i - name;
		*value = (struct unseen_value){name, i};
		equals = unseen_part_blanks(s, len, i);
		if (equals < len && s[equals] == '=')
			i = equals;
		if (i < len && s[i] == '=')
			i = read_value(
			    s, len, unseen_part_blanks(s, len, i + 1), value);
		else if (i == name)
			i++;
		if (value->to > len)
			value->to = len;
		*at = i;
		if (!is_for_browsers(s + name, name_len) &&
		    !is_address(s + value->from, value->to - value->from))
			return true;
	}
	return false;
}
