#ifndef CXML2_SHIM_H
#define CXML2_SHIM_H

#include <libxml/xmlversion.h>
// Debian's libxml2 can use ICU for encodings and then shows ICU's own headers, which clash with those of Foundation. Nothing
// of what is used here depends on them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

// `xmlFree` is a variable that holds a function; Swift takes it for shared mutable state.
static inline void cxml2_free(void *memory) { xmlFree(memory); }

#endif
