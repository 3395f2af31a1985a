# SPDX-License-Identifier: GPL-2.0-or-later
"""Lucene as Debian has it, driven by Lucene.java beside this file."""
import glob
import os
import shutil
import subprocess

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Lucene.java")
PARTS = ("core", "analyzers-common", "highlighter", "memory", "queries")


class Lucene:
    name = "Lucene (StandardAnalyzer)"
    highlights_only = False

    def __init__(self, work):
        self.work = work
        self.jars = [sorted(found)[-1] for found in
                     (glob.glob(f"/usr/share/java/lucene*-{part}*.jar") for part in PARTS) if found]

    def missing(self):
        if shutil.which("javac") is None:
            return "no javac (package default-jdk)"
        if len(self.jars) < 3:
            return "no jars of Lucene (package liblucene8-java)"
        built = subprocess.run(["javac", "-cp", ":".join(self.jars), "-d", self.work, SOURCE],
                               capture_output=True, text=True, check=False)
        return None if built.returncode == 0 else f"its driver does not compile: {built.stderr[:200]}"

    def java(self, *words):
        return ["java", "-Xmx1g", "-cp", ":".join([self.work, *self.jars]), "Lucene", *words]

    def index_command(self, source, index):
        shutil.rmtree(index, ignore_errors=True)
        return self.java("index", source.documents, index)

    def cold_command(self, index, words):
        return self.java("one", index, " ".join(words))

    def times(self, index, questions, highlights):
        path = os.path.join(self.work, "questions.tsv")
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(f"{kind}\t{' '.join(words)}\n" for kind, words in questions)
        command = self.java("ask", index, path, "highlight" if highlights else "plain")
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        rows = (line.split("\t") for line in run.stdout.splitlines())
        return [(kind, float(spent)) for kind, spent in rows]
