# SPDX-License-Identifier: GPL-2.0-or-later
"""The components of pinlex: where they are, and what each may link. The one table of the graph."""
import re

# Component: the components it may link. CMakeLists.txt files may state less, never more.
MAY_LINK = {
    "base": set(),
    "model": {"base"},
    "text": {"base"},
    "sources": {"base", "model", "text"},
    "citations": {"base", "model", "text"},
    "thesaurus": {"base", "model", "text"},
    "powers": {"base", "model", "text", "thesaurus"},
    "schema": {"base", "model", "powers", "text", "thesaurus"},
    "index_store": {"base", "model", "powers", "text", "thesaurus", "schema"},
    "indexer": {"base", "model", "powers", "text", "thesaurus", "sources", "citations", "schema",
                "index_store"},
    "searcher": {"base", "model", "powers", "text", "thesaurus", "citations", "schema",
                 "index_store"},
}


def folder_of(component):
    return component if component in ("indexer", "searcher") else f"corpus/{component}"


def component_of(file):
    """The component a file belongs to, or None."""
    return next((c for c in MAY_LINK if file.startswith(folder_of(c) + "/")), None)


def strip_cmake_comments(text):
    return re.sub(r"#[^\n]*", "", text)


def linked(tree):
    """Component: (public links, private links) as the CMakeLists.txt files in its folder state them.
    Libraries inside a component are part of it: what they link counts, they themselves do not."""
    graph = {}
    for file in tree.files("CMakeLists.txt"):
        component = component_of(file)
        if component:
            public, private = graph.setdefault(component, (set(), set()))
            for name, links in _libraries(strip_cmake_comments(tree.read(file))):
                (public if name == component else private).update(links["LINKS"])
                private.update(links["PRIVATE_LINKS"])
    return {c: (public - _inner(tree, c), private - _inner(tree, c))
            for c, (public, private) in graph.items()}


def _libraries(text):
    for name, words in re.findall(r"pinlex_library\s*\(\s*(\w+)(.*?)\)", text, re.S):
        links = {"LINKS": set(), "PRIVATE_LINKS": set()}
        mode = None
        for word in words.split():
            if re.fullmatch(r"[A-Z_]+", word):
                mode = word
            elif mode in links and word.startswith("pinlex::"):
                links[mode].add(word[len("pinlex::"):])
        yield name, links


def _inner(tree, component):
    return {name for file in tree.files("CMakeLists.txt") if component_of(file) == component
            for name, _ in _libraries(strip_cmake_comments(tree.read(file)))}


def visible(graph, component):
    """The components whose headers a source of `component` can see: its own, what it links, and
    what those pass on."""
    seen = {component}
    public, private = graph.get(component, (set(), set()))
    todo = list(public | private)
    while todo:
        other = todo.pop()
        if other not in seen:
            seen.add(other)
            todo += graph.get(other, (set(), set()))[0]
    return seen


def visible_in_headers(graph, component):
    """The same for its public headers: private links do not count."""
    public_only = {c: (public, set()) for c, (public, _) in graph.items()}
    return visible(public_only, component)
