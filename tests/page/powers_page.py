# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of `pinlex powers --format html`: every element is closed, every id stands once, every
link inside leads somewhere, nothing runs and nothing is fetched. Where Chromium is installed it is
also rendered, wide and narrow, and what the browser made of it is compared with what was written."""
import html.parser
import os
import shutil
import subprocess
import sys
import tempfile

VOID = {"meta", "link", "br", "img", "hr", "input"}
FETCHES = {"src", "srcset", "poster", "background", "action", "formaction"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.counts, self.problems = [], [], [], {}, []

    def handle_starttag(self, tag, attributes):
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("script", "iframe", "object", "embed", "link", "form", "img"):
            self.problems.append(f"<{tag}> may run or fetch something")
        for name, value in attributes:
            if name.startswith("on") or name in FETCHES:
                self.problems.append(f"{tag} has {name}")
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> closes {self.open[-1] if self.open else 'nothing'}")
        else:
            self.open.pop()

    def finish(self):
        self.problems += [f"<{tag}> is not closed" for tag in self.open]
        self.problems += [f"the id {i} stands twice" for i in sorted({i for i in self.ids if self.ids.count(i) > 1})]
        for link in self.links:
            if link.startswith("#") and link[1:] not in self.ids:
                self.problems.append(f"{link} leads nowhere")
            elif not link.startswith(("#", "https://", "http://")):
                self.problems.append(f"{link} is no address")
        return self.problems


def read(text):
    page = Page()
    page.feed(text)
    page.close()
    page.finish()
    return page


def rendered(browser, file, folder, width):
    """(DOM, bytes of a picture) as a browser has them."""
    base = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
            f"--window-size={width},900", "--virtual-time-budget=2000"]
    dom = subprocess.run(base + ["--dump-dom", f"file://{file}"], capture_output=True, text=True,
                         check=True, timeout=120, stdin=subprocess.DEVNULL).stdout
    picture = os.path.join(folder, f"{width}.png")
    subprocess.run(base + [f"--screenshot={picture}", f"file://{file}"], capture_output=True,
                   check=True, timeout=120, stdin=subprocess.DEVNULL)
    return dom, os.path.getsize(picture)


def check(source, programs):
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        fixtures = os.path.join(source, "tests", "fixtures")
        subprocess.run([os.path.join(programs, "pinlex-index"), "--quiet", index,
                        os.path.join(fixtures, "powers"), os.path.join(fixtures, "treaties")],
                       check=True, stdin=subprocess.DEVNULL)
        text = subprocess.run([os.path.join(programs, "pinlex"), "powers", "--index", index, "--format", "html"],
                              capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL).stdout
        page = read(text)
        problems = page.problems
        if page.counts.get("article", 0) < 7 or page.counts.get("details", 0) < 7:
            problems.append(f"provisions are missing: {page.counts}")
        browser = shutil.which("chromium") or shutil.which("chromium-browser")
        if browser is None:
            print("Chromium is not installed: the page was not rendered")
            return problems
        file = os.path.join(folder, "page.html")
        with open(file, "w", encoding="utf-8") as stream:
            stream.write(text)
        for width in (1400, 390):
            dom, size = rendered(browser, file, folder, width)
            seen = read(dom)
            if seen.counts != page.counts or seen.ids != page.ids:
                problems.append(f"at {width} columns the browser sees {seen.counts}, not {page.counts}")
            if size < 5000:
                problems.append(f"at {width} columns the picture has {size} bytes")
        return problems


def self_test():
    good = '<html><body><p id="a"><a href="#a">x</a><br></p></body></html>'
    cases = [(good, None), (good.replace("</p>", ""), "closes p"), (good.replace('"#a"', '"#b"'), "leads nowhere"),
             (good.replace('"#a"', '"javascript:x"'), "is no address"), (good + '<p id="a"></p>', "stands twice"),
             (good + "<script></script>", "may run"), (good + '<p onclick="x"></p>', "has onclick")]
    return [f"{text}: {read(text).problems}" for text, fault in cases
            if (fault is None) != (not read(text).problems)
            or fault and not any(fault in p for p in read(text).problems)]


if __name__ == "__main__":
    found = self_test() if sys.argv[1:] == ["--self-test"] else check(*sys.argv[1:])
    print("\n".join(found))
    sys.exit(1 if found else 0)
