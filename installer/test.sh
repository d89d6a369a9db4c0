#!/bin/sh
# One command on a fresh machine: all set-up, then every test. Arguments go to pytest ("sh installer/test.sh tests/domain").
# Everything below the window is tested in an environment without Qt, so that it cannot come to need it; tests/ui with Qt.
# Both runs measure coverage into build/coverage; installer/check.sh reports it.
set -eu
cd "$(dirname "$0")/.."
. installer/setup.sh

find_python
virtual_environment
environment_without_qt

if [ $# -gt 0 ]; then
    exec "$VENV_PYTHON" -m pytest "$@"
fi
rm -rf build/coverage
mkdir -p build/coverage

failed=0
"$WITHOUT_QT_PYTHON" -m coverage run -m pytest --ignore=tests/ui || failed=$?

if [ -z "$(find tests/ui -name 'test_*.py' 2>/dev/null | head -n 1)" ]; then
    :
elif system_libraries; then
    QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$VENV_PYTHON" -m coverage run -m pytest tests/ui || failed=$?
else
    say "Các bài thử cửa sổ (tests/ui) chưa chạy; những bài khác đã chạy ở trên."
    [ "$failed" -ne 0 ] || failed=2
fi
[ "$failed" -ne 0 ] || touch build/coverage/passed
exit "$failed"
