#!/usr/bin/env python3
"""Makes a manual page of what a program says of itself: man_page.py PROGRAM NOTES PAGE

PROGRAM is asked for --version and --help, and so is each of its subcommands. NOTES has the line for NAME, then
sections ("= FILES") of entries ("word: what it is"), which stand at the end. The page has no date, so that one
version of the program always gives the same bytes.
"""

import os
import re
import subprocess
import sys


def said(command):
    environment = dict(os.environ, LANG="C.UTF-8", LC_ALL="C.UTF-8", COLUMNS="80", ASAN_OPTIONS="detect_leaks=0")
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text


class Help:
    """The parts of a help text: what it does, its usage, and sections of entries (words, explanation)."""

    def __init__(self, text):
        self.about, self.usage, self.sections = [], "", []
        for line in text.splitlines():
            if line.startswith("Usage: "):
                self.usage = line.removeprefix("Usage: ")
            elif re.fullmatch(r"[A-Z][\w ]*:", line):
                self.sections.append((line[:-1], []))
            elif not self.sections:
                self.about += [line.strip()] if line.strip() else []
            elif line.strip():
                self.add_to_section(line)

    def add_to_section(self, line):
        entries = self.sections[-1][1]
        if len(line) - len(line.lstrip()) > 2:  # goes on with the explanation of the entry before
            if entries:
                entries[-1][1] = f"{entries[-1][1]} {line.strip()}".strip()
            return
        words, _, explanation = line.strip().partition("  ")
        entries.append([words, explanation.strip()])

    def section(self, name):
        return [entries for title, entries in self.sections if title == name for entries in entries]


def paragraph(entries):
    return [line for words, explanation in entries for line in (".TP", f".B {escaped(words)}", escaped(explanation))]


def without_help(entries):
    return [entry for entry in entries if not entry[0].startswith("-h")]


def commands(program, path, help_text):
    """The subcommands below `path`, each with its options and examples."""
    lines = []
    for name, _ in help_text.section("Subcommands"):
        below = Help(said([program, *path, name, "--help"]))
        full = " ".join([*path, name])
        lines += [f'.SS "{escaped(full)}"', *map(escaped, below.about), ".PP", f".I {escaped(below.usage)}"]
        for title, entries in below.sections:
            if title in ("Positionals", "Options"):
                lines += paragraph(without_help(entries))
            elif title.startswith("Example"):
                lines += [".PP", f"{title}:", ".PP", ".nf", *(escaped("  " + " ".join(entry).strip()) for entry in entries), ".fi"]
        lines += commands(program, [*path, name], below)
    return lines


def notes(path):
    """The line for NAME, and the lines of the sections that follow."""
    with open(path, encoding="utf-8") as file:
        summary, *rest = file.read().splitlines()
    lines = []
    for line in rest:
        if line.startswith("= "):
            lines.append(f".SH {line[2:]}")
        elif ": " in line:
            lines += paragraph([line.split(": ", 1)])
        else:
            name, section = re.fullmatch(r"(\S+)\((\d)\)", line).groups()
            lines.append(f".BR {name} ({section})")
    return summary, lines


def main(program, notes_file, page):
    name = os.path.basename(program)
    version = said([program, "--version"]).split()[-1]
    text = Help(said([program, "--help"]))
    summary, end = notes(notes_file)
    usage = re.sub(r"^\S*/", "", text.usage)
    lines = [f'.TH {name.upper()} 1 "" "Helmdesk {version}" "User Commands"', ".SH NAME", f"{name} \\- {escaped(summary)}",
             ".SH SYNOPSIS", f".B {escaped(usage)}", ".SH DESCRIPTION", *map(escaped, text.about),
             ".SH OPTIONS", *paragraph(text.section("Options"))]
    if below := commands(program, [], text):
        lines += [".SH COMMANDS", *below]
    with open(page, "w", encoding="utf-8") as file:
        file.write("\n".join(lines + end) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
