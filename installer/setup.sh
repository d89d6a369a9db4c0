# Makes ready what run.sh, test.sh and check.sh need: Python, system libraries, the virtual environment with every
# library of requirements.lock. POSIX sh, to be sourced from the root of the checkout. Quick when nothing has changed.
# Speaks Vietnamese on stderr; a step that cannot be done ends in one line that says what to type. It never guesses an
# index: pip's own configuration (or a folder of wheels in PIP_FIND_LINKS) says where libraries come from.

export PYTHONUTF8=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
# Workers start by the hundred, and each would compile the program anew where the machine forbids to keep what was compiled.
unset PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX="$PWD/build/compiled"

VENV=.venv
VENV_PYTHON=$VENV/bin/python
STAMP=$VENV/made-from

# Library to load : Debian package that brings it.
QT_LIBRARIES="libEGL.so.1:libegl1 libGL.so.1:libgl1 libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3
libfontconfig.so.1:libfontconfig1 libglib-2.0.so.0:libglib2.0-0"
DISPLAY_LIBRARIES="libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 libxcb-xkb.so.1:libxcb-xkb1"

say() {
    printf '%s\n' "$*" >&2
}

stop() {
    say "KHÔNG LÀM TIẾP ĐƯỢC: $*"
    exit 2
}

# Installs the Debian packages named: as root, else by sudo without a password. Fails quietly when it has no right to.
install_packages() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" -eq 0 ]; then
        become=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        become='sudo -n'
    else
        return 1
    fi
    say "Đang cài thư viện hệ thống: $*"
    # The lists may be old or absent; a failed refresh still leaves a chance with those that are there.
    mkdir -p build
    $become apt-get update -qq >build/apt.log 2>&1 || say "Không cập nhật được danh sách gói của hệ thống, vẫn thử cài."
    $become env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>build/apt.log 2>&1 &&
        return 0
    tail -n 5 build/apt.log >&2
    return 1
}

# The line for a person who must do it by hand. "$1": what is missing; the rest: packages.
by_hand() {
    what=$1
    shift
    printf '%s. Gõ: sudo apt-get install --no-install-recommends %s — rồi chạy lại lệnh vừa chạy.' "$what" "$*"
}

find_python() {
    PYTHON=${PYTHON:-python3}
    command -v "$PYTHON" >/dev/null 2>&1 || install_packages python3 python3-venv python3-pip ||
        stop "$(by_hand 'máy chưa có Python 3' python3 python3-venv python3-pip)"
    "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "cần Python 3.11 trở lên, máy này có $("$PYTHON" --version 2>&1). Cài Python mới hơn rồi gõ:" \
            "PYTHON=python3.11 sh $0"
    "$PYTHON" -c 'import venv, ensurepip' 2>/dev/null || [ -x "$VENV_PYTHON" ] || install_packages python3-venv ||
        stop "$(by_hand 'Python của máy thiếu phần venv' python3-venv)"
}

# Prints the packages whose library cannot be loaded; what counts is the loading, not what dpkg believes.
missing_packages() {
    "$PYTHON" - "$@" <<'EOF'
import ctypes
import sys

for pair in sys.argv[1:]:
    library, package = pair.split(":")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package, end=" ")
EOF
}

# System libraries of the window. Status 1, after one line on what to type, when they are not there and cannot be had.
system_libraries() {
    wanted=$QT_LIBRARIES
    [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || wanted="$wanted $DISPLAY_LIBRARIES"
    # Word splitting is meant: the lists are of names without spaces.
    missing=$(missing_packages $wanted)
    [ -n "$missing" ] || return 0
    install_packages $missing && return 0
    say "THIẾU: $(by_hand 'máy thiếu thư viện hệ thống cho cửa sổ mà không tự cài được (không có quyền hoặc không có mạng)' $missing)"
    return 1
}

# SoftHSM stands for an office's token in the tests of signing. Without it they are skipped and say so: no reason to stop.
software_token() {
    command -v softhsm2-util >/dev/null 2>&1 || install_packages softhsm2 ||
        say "Không cài được softhsm2: các bài thử ký số bằng thiết bị được bỏ qua."
}

# What the environment was made from: the lock, the project file, the Python, the place of the checkout.
fingerprint() {
    "$PYTHON" - <<'EOF'
import hashlib
import os
import pathlib
import sys

parts = [pathlib.Path(name).read_bytes() for name in ("requirements.lock", "pyproject.toml")]
parts += [sys.version.encode(), os.getcwd().encode()]
print(hashlib.sha256(b"\0".join(parts)).hexdigest())
EOF
}

virtual_environment() {
    print=$(fingerprint) || stop "không đọc được requirements.lock hoặc pyproject.toml: bản chép của chương trình bị thiếu." \
        "Chép lại cả thư mục rồi chạy lại."
    [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$print" ] && "$VENV_PYTHON" -c '' 2>/dev/null && return 0
    [ -w . ] || stop "không có quyền ghi vào thư mục này. Chép cả thư mục sang nơi mình được ghi rồi chạy lại."
    say "Đang cài thư viện vào $VENV (chỉ lần đầu, khoảng một phút)…"
    rm -f "$STAMP"
    mkdir -p build
    # An environment that was moved or whose Python is gone is laid anew; one that works is brought up to date.
    "$VENV_PYTHON" -m pip --version >/dev/null 2>&1 || "$PYTHON" -m venv --clear "$VENV" >&2 ||
        stop "không tạo được môi trường $VENV. Xem lỗi ở trên; ổ đĩa còn trống không, có python3-venv không."
    # --no-deps: the lock is complete, and older pips go looking for newer releases of a package that another names with extras.
    "$VENV_PYTHON" -m pip install --quiet --retries 2 --require-hashes --no-deps --only-binary :all: -r requirements.lock >build/pip.log 2>&1 ||
        stop "không tải được thư viện: máy không có mạng, hoặc pip chưa biết kho gói (chi tiết: build/pip.log)." \
            "Nối mạng rồi chạy lại; hoặc chép các tệp .whl vào một thư mục rồi gõ:" \
            "PIP_NO_INDEX=1 PIP_FIND_LINKS=THƯ_MỤC_ẤY sh $0"
    "$VENV_PYTHON" -m pip install --quiet --no-index --no-deps --no-build-isolation --editable . >>build/pip.log 2>&1 ||
        stop "không cài được chương trình vào $VENV (chi tiết: build/pip.log). Xóa thư mục $VENV rồi chạy lại."
    "$VENV_PYTHON" -m pip check >>build/pip.log 2>&1 ||
        stop "requirements.lock thiếu thư viện (chi tiết: build/pip.log). Bản chép của chương trình bị hỏng: chép lại cả thư mục."
    printf '%s\n' "$print" >"$STAMP"
}

# An environment like .venv but without Qt, by links: what is below the window must work where there is no Qt at all.
# Links cost 0.1 s where a second installation would cost 20, and subprocesses see the same absence.
environment_without_qt() {
    WITHOUT_QT=build/without-qt
    WITHOUT_QT_PYTHON=$WITHOUT_QT/bin/python
    if ! cmp -s "$WITHOUT_QT/made-from" "$STAMP"; then
        rm -rf "$WITHOUT_QT"
        "$VENV_PYTHON" - "$WITHOUT_QT" <<'EOF' || stop "không tạo được môi trường thử không có Qt trong build/."
import pathlib
import site
import subprocess
import sys

target = pathlib.Path(sys.argv[1])
subprocess.run([sys.executable, "-m", "venv", "--without-pip", target], check=True)
(packages,) = target.glob("lib/python*/site-packages")
for entry in pathlib.Path(site.getsitepackages()[0]).iterdir():
    if not entry.name.lower().startswith(("pyside6", "shiboken6", "pytestqt", "pytest_qt")):
        (packages / entry.name).symlink_to(entry.resolve())
EOF
        cp "$STAMP" "$WITHOUT_QT/made-from"
    fi
}
