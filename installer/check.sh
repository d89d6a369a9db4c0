#!/bin/sh
# What `make check` does, for machines without make: format, lint, types, contracts, coverage of all below the window.
# Every step runs, also after one that fails; the end says which failed. Coverage is that of the last whole test run,
# made anew when there is none or when something has changed since.
set -eu
cd "$(dirname "$0")/.."
. installer/setup.sh

find_python
virtual_environment

failed=
step() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    "$@" || failed="$failed $name,"
}

coverage_of_last_run() {
    status=0
    if [ ! -f build/coverage/passed ] ||
        [ -n "$(find desktop tests data resources pyproject.toml -newer build/coverage/passed -type f ! -name '*.pyc' | head -n 1)" ]; then
        sh installer/test.sh || status=1
    fi
    "$VENV_PYTHON" -m coverage combine --quiet --keep build/coverage || return 1
    "$VENV_PYTHON" -m coverage json --quiet --fail-under 0 -o build/coverage/report.json
    "$VENV_PYTHON" -m coverage report --skip-covered --fail-under 95 || status=1
    "$VENV_PYTHON" - <<'EOF'
import json
import pathlib

totals = json.loads(pathlib.Path("build/coverage/report.json").read_text())["totals"]
branches, lines = totals["num_branches"], totals["num_statements"]
print(
    f"Branch coverage below ui: {totals['percent_covered']:.1f} % of lines and branches together"
    f" ({totals['covered_branches']} of {branches} branches, {100 * totals['covered_branches'] / max(branches, 1):.1f} %;"
    f" {totals['covered_lines']} of {lines} lines, {100 * totals['covered_lines'] / max(lines, 1):.1f} %)"
)
EOF
    return $status
}

step format "$VENV_PYTHON" -m ruff format --check .
step lint "$VENV_PYTHON" -m ruff check .
step types "$VENV_PYTHON" -m mypy
step contracts "$VENV/bin/lint-imports" --no-logo
step coverage coverage_of_last_run

if [ -n "$failed" ]; then
    printf '\nFAILED:%s see above\n' "$failed"
    exit 1
fi
printf '\nAll checks passed: format, lint, types, contracts, coverage.\n'
