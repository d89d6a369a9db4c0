#!/bin/sh
# One command on a fresh machine: all set-up, then every test. Arguments go to pytest ("sh installer/test.sh tests/domain").
# Everything below the window is tested in an environment without Qt, so that it cannot come to need it; tests/ui with Qt.
# What is below the window is measured by its own tests into build/coverage; installer/check.sh reports it.
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

# Two lines of runs that share nothing go side by side: two cores are used, and each line takes about as long as the other.
beside="tests/writers tests/cli"
(
    status=0
    if [ "$window" = run ]; then
        QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$VENV_PYTHON" -m pytest tests/ui || status=$?
    fi
    # shellcheck disable=SC2086 # folders, one word each
    "$WITHOUT_QT_PYTHON" -m coverage run -m pytest $beside || status=$?
    echo "$status" >build/beside.status
) >build/beside.log 2>&1 &
"$WITHOUT_QT_PYTHON" -m coverage run -m pytest --ignore=tests/ui --ignore=tests/writers --ignore=tests/cli || failed=$?
wait
printf '\n== %s\n' "tests/ui $beside"
cat build/beside.log
[ "$(cat build/beside.status)" = 0 ] || failed=1

if [ "$failed" -ne 0 ]; then
    say "CÓ BÀI THỬ KHÔNG ĐẠT: xem ở trên."
elif [ "$window" = impossible ]; then
    say "Các bài thử khác đều đạt; bài thử cửa sổ (tests/ui) chưa chạy được."
    system_libraries || failed=2
else
    touch build/coverage/passed
fi
exit "$failed"
