# SPDX-License-Identifier: GPL-2.0-or-later
"""A server on this machine whose every answer a test decides, and that remembers what it was asked."""
import http.server
import threading


class Request:
    def __init__(self, path, headers):
        self.path = path
        self.headers = headers

    def __repr__(self):
        return f"{self.path} {dict(self.headers.items())}"


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):  # noqa: N802 - the name is the library's
        server = self.server
        with server.guard:
            server.requests.append(Request(self.path, self.headers))
            server.connections.add(self.client_address)
            pages = server.pages.get(self.path.split("?")[0], [])
            page = pages.pop(0) if len(pages) > 1 else pages[0] if pages else (lambda h: answer(h, 404))
        try:
            page(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_):
        pass


class Server:
    """`pages`: path: list of functions that answer; the last one stays."""

    def __init__(self, context=None):
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self.http.daemon_threads = True
        self.scheme = "https" if context else "http"
        self.http.handle_error = lambda *_: None  # Callers that hang up are no news.
        if context:
            self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
        self.http.guard = threading.Lock()
        self.http.pages = {}
        self.http.requests = []
        self.http.connections = set()
        self.thread = threading.Thread(target=self.http.serve_forever, daemon=True)
        self.thread.start()

    def serve(self, path, *pages):
        self.http.pages[path] = list(pages)

    def address(self, path):
        return f"{self.scheme}://127.0.0.1:{self.http.server_address[1]}{path}"

    def take_requests(self):
        with self.http.guard:
            taken, self.http.requests = self.http.requests, []
        return taken

    def stop(self):
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()


def answer(handler, status, body=b"", **fields):
    """A whole answer; `_` in names of fields stands for `-`."""
    handler.send_response(status)
    for name, value in fields.items():
        handler.send_header(name.replace("_", "-"), value)
    if "Content_Length" not in fields and status != 304:
        handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def text(body, etag=None, modified=None):
    """A server that does as it should: conditional requests, ranges."""
    def page(handler):
        fields = {"Content_Type": "text/html; charset=utf-8"}
        if etag:
            fields["ETag"] = etag
        if modified:
            fields["Last_Modified"] = modified
        asked = handler.headers
        if (etag and asked.get("If-None-Match") == etag) or (
                modified and not etag and asked.get("If-Modified-Since") == modified):
            return answer(handler, 304, **fields)
        ranged = asked.get("Range", "")
        if ranged.startswith("bytes=") and asked.get("If-Range") in (etag, modified):
            first = int(ranged[6:].rstrip("-"))
            if first >= len(body):
                return answer(handler, 416, Content_Range=f"bytes */{len(body)}")
            return answer(handler, 206, body[first:], **fields,
                          Content_Range=f"bytes {first}-{len(body) - 1}/{len(body)}")
        return answer(handler, 200, body, **fields)
    return page


def breaks_off(body, after, **fields):
    """Says how long the text is, and hangs up before."""
    def page(handler):
        answer(handler, 200, body[:after], Content_Length=str(len(body)), **fields)
        handler.wfile.flush()
        handler.close_connection = True
    return page


def stalls(body, after, released, **fields):
    """Sends a part, then nothing until the test is done with it."""
    def page(handler):
        answer(handler, 200, body[:after], Content_Length=str(len(body)), **fields)
        handler.wfile.flush()
        released.wait(60)
        handler.close_connection = True
    return page


def without_length(body, **fields):
    """The end of the connection is that of the text."""
    def page(handler):
        handler.send_response(200)
        for name, value in fields.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True
    return page


def says(status, body=b"", **fields):
    return lambda handler: answer(handler, status, body, **fields)
