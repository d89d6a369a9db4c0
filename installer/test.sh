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

case " $* " in
"  " | *sign*) software_token ;;
esac
case " $* " in
"  ") ;;
*tests/ui*)
    system_libraries || exit 2
    QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} exec "$VENV_PYTHON" -m pytest "$@"
    ;;
*) exec "$WITHOUT_QT_PYTHON" -m pytest --ignore=tests/ui "$@" ;;
esac
rm -rf build/coverage
mkdir -p build/coverage

failed=0
window=run
if [ -z "$(find tests/ui -name 'test_*.py' 2>/dev/null | head -n 1)" ]; then
    window=none
elif ! system_libraries; then
    window=impossible
fi

# The two runs share nothing, so they go side by side: two cores are used, and the whole takes as long as the longer one.
if [ "$window" = run ]; then
    (
        status=0
        QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$VENV_PYTHON" -m coverage run -m pytest tests/ui >build/window-tests.log 2>&1 || status=$?
        echo "$status" >build/window-tests.status
    ) &
fi
"$WITHOUT_QT_PYTHON" -m coverage run -m pytest --ignore=tests/ui || failed=$?
if [ "$window" = run ]; then
    wait
    printf '\n== tests/ui\n'
    cat build/window-tests.log
    [ "$(cat build/window-tests.status)" = 0 ] || failed=1
fi

if [ "$failed" -ne 0 ]; then
    say "CÓ BÀI THỬ KHÔNG ĐẠT: xem ở trên."
elif [ "$window" = impossible ]; then
    say "Các bài thử khác đều đạt; bài thử cửa sổ (tests/ui) chưa chạy được."
    system_libraries || failed=2
else
    touch build/coverage/passed
fi
exit "$failed"
