# Shell pieces that ./run and ./check share. Sourced, not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() { printf '\n== %s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# Runs a command for at most so many seconds; what is left of it afterwards is ended.
bounded() {
    local seconds=$1
    shift
    timeout --kill-after=10 "$seconds" "$@" || {
        local code=$?
        [ $code -ne 124 ] || printf 'Stopped after %s s: %s\n' "$seconds" "$*" >&2
        return $code
    }
}

# apt_get SECONDS ARGUMENT...: as root or by sudo, asking nothing.
apt_get() {
    local seconds=$1 root=()
    shift
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "Installing needs root or sudo. Please run as root: apt-get $*"
        root=(sudo)
    fi
    bounded "$seconds" "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

# need_debian REASON PACKAGE...: installs those that are not there.
need_debian() {
    local reason=$1 package missing=()
    shift
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    step "Installing Debian's ${missing[*]}: $reason"
    command -v apt-get >/dev/null || fail "There is no apt-get here. Please install ${missing[*]} in your system's way."
    # The list may be absent or old; only if the packages cannot be had from it is it fetched anew.
    apt_get 600 install "${missing[@]}" 2>/dev/null || {
        apt_get 300 update
        apt_get 600 install "${missing[@]}"
    }
}

need_swift() {
    command -v swift >/dev/null || fail "Swift is not installed, or not on the PATH. ResumePro needs 6.2 or newer: https://www.swift.org/install/linux/"
    local version
    version=$(swift --version 2>&1 | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
    [ "$(printf '%s\n' 6.2 "$version" | sort -V | head -1)" = 6.2 ] || fail "Swift $version is too old: ResumePro needs 6.2 or newer."
    # What the toolchain compiles and links with: headers of C and C++ (BoringSSL), of zlib, SQLite, and of what unpacks
    # office files and reads HTML.
    need_debian "Swift compiles, links and fetches packages with them" \
        git g++ pkg-config zlib1g-dev libsqlite3-dev libarchive-dev libxml2-dev
}

# What reads PDF files, and what it is locked into. Without them everything else works.
want_document_tools() {
    (need_debian "they read PDF files, in a sandbox" poppler-utils poppler-data bubblewrap) ||
        printf 'PDF files will not be read: poppler-utils or bubblewrap could not be installed.\n' >&2
}

# What sets PDF pages: Typst and its fonts, in .tools. Without them every other format is written.
typst_version=0.15.2
want_typst() {
    (install_typst) || printf 'PDF files will not be written: Typst or its fonts could not be installed.\n' >&2
}

install_typst() {
    local fonts=/usr/share/fonts/truetype/noto cjk=/usr/share/fonts/opentype/noto script style
    need_debian "pages are set with its fonts" python3 fonts-crosextra-carlito fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
    if [ ! -d ".tools/typst/typst-$typst_version.dist-info" ]; then
        step "Fetching Typst $typst_version"
        rm -rf .tools/typst .tools/typst.new
        # Debian's Python runs it, so the wheel must be one for Debian's Python, whatever other is on the PATH.
        fetch_wheel "typst==$typst_version" .tools/typst.new
        mv .tools/typst.new .tools/typst
    fi
    # Only the fonts that pages use: looking through all of a system's takes longer than setting a page.
    rm -rf .tools/fonts
    mkdir -p .tools/fonts
    for style in Regular Bold Italic BoldItalic; do
        ln -s /usr/share/fonts/truetype/crosextra/Carlito-$style.ttf "$fonts"/Noto{Sans,Serif}-$style.ttf .tools/fonts/
    done
    for style in Regular Bold; do
        ln -s "$cjk"/Noto{Sans,Serif}CJK-$style.ttc .tools/fonts/
        for script in Arabic Hebrew Devanagari Bengali Tamil Thai Armenian Georgian Ethiopic; do
            ln -s "$fonts/NotoSans$script-$style.ttf" .tools/fonts/
        done
    done
    ln -s "$fonts/NotoSansSymbols2-Regular.ttf" "$fonts/NotoColorEmoji.ttf" .tools/fonts/
}

# fetch_wheel REQUIREMENT FOLDER: by whichever pip there is.
fetch_wheel() {
    local python
    for python in python3 /usr/bin/python3; do
        "$python" -m pip --version >/dev/null 2>&1 || continue
        PIP_DISABLE_PIP_VERSION_CHECK=1 bounded 300 "$python" -m pip install -q --root-user-action=ignore --only-binary :all: \
            --no-deps --target "$2" "$1"
        return
    done
    need_debian "it fetches Typst" python3-pip
    PIP_DISABLE_PIP_VERSION_CHECK=1 bounded 300 /usr/bin/python3 -m pip install -q --only-binary :all: --no-deps --target "$2" "$1"
}
