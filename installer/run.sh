#!/bin/sh
# One command on a fresh machine: all set-up, then the main job on the bundled samples, then where to look.
# Usage: sh installer/run.sh [FOLDER]     FOLDER must not exist yet; without it a new one under build/.
set -eu
cd "$(dirname "$0")/.."
. installer/setup.sh

find_python
virtual_environment

mkdir -p build
folder=${1:-$(mktemp -u "build/thu-$(date +%Y%m%d-%H%M%S)-XXXX")}
"$VENV_PYTHON" -m desktop demo --to "$folder" || {
    status=$?
    say "Việc chạy thử dừng ở trên (mã $status). Thư mục đang dở: $folder"
    exit "$status"
}

# The program itself has listed the files and the commands to look at them.
home=$folder/du-lieu
printf '  xdg-open "%s"\n' "$folder"

if [ ! -f desktop/app.py ]; then
    printf '\nCửa sổ chưa có trong phiên bản này: mọi việc làm được bằng các lệnh trên.\n'
elif [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    printf '\nMáy này không có màn hình để mở cửa sổ: mọi việc làm được bằng các lệnh trên.\n'
elif system_libraries; then
    exec "$VENV_PYTHON" -m desktop --home "$home"
fi
