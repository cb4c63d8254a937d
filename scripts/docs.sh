#!/usr/bin/env bash
# Builds the documentation of the library products with the toolchain's DocC. A warning, such as a link that leads nowhere,
# is an error.
#   docs.sh [FOLDER]     where the archives go (default: .build/docs); view one with: docc preview, or any static web server
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_swift
docc=$(command -v docc || echo "$(dirname "$(readlink -f "$(command -v swift)")")/docc")
[ -x "$docc" ] || fail "There is no docc beside swift. It comes with the toolchain: https://www.swift.org/install/linux/"
output=${1:-.build/docs}
step "Building what is documented"
swift build --target SocketIO
binaries=$(swift build --show-bin-path)
target=$(swift -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p')
# C modules beneath are found by their maps: those that packages bring along and those that SwiftPM has made.
maps=()
while IFS= read -r map; do maps+=(-Xcc "-fmodule-map-file=$map"); done < <(
    find Sources -name module.modulemap
    find .build/checkouts/*/Sources -path '*/include/module.modulemap'
    find "$binaries" -maxdepth 2 -path '*.build/module.modulemap'
)

dependencies=()
# In the order in which they stand on each other: links lead from later ones to earlier ones.
for module in JSON EngineIO SocketIO; do
    step "Documentation of $module"
    rm -rf "$output/graphs/$module" "$output/$module.doccarchive"
    mkdir -p "$output/graphs/$module"
    swift symbolgraph-extract -module-name "$module" -I "$binaries/Modules" -target "$target" "${maps[@]}" \
        -minimum-access-level public -skip-synthesized-members -output-dir "$output/graphs/$module"
    catalog=()
    [ ! -d "Sources/$module/$module.docc" ] || catalog=("Sources/$module/$module.docc")
    "$docc" convert "${catalog[@]}" --additional-symbol-graph-dir "$output/graphs/$module" \
        --output-dir "$output/$module.doccarchive" --fallback-display-name "$module" --fallback-bundle-identifier "$module" \
        --warnings-as-errors --enable-experimental-external-link-support "${dependencies[@]}"
    dependencies+=(--dependency "$output/$module.doccarchive")
done
rm -rf "$output/graphs"
