#!/bin/sh
# The command `offprint`. Chromium reads switches up to `--`, with one dash or two, wherever they stand; so that no word given to us, an
# address of a page least of all, is ever one of them, all of them come after it. Chromium's own remarks are not for the terminal.
exec "$(dirname "$(readlink -f "$0")")/../offprint" --log-level=3 -- "$@"
