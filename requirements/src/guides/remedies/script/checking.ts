/** Functions of the script that look: each says what is in place, and counts what is not in `lacking`. */
export const checking = String.raw`
say() { printf '%s\n' "$*"; }
fail() { status=$1; shift; printf 'error: %s\n' "$*" >&2; exit "$status"; }
running() { [ -z "$root" ]; }

# Each wanted thing is a call of one of these; file has its content on standard input.
file() { cat >"$work/wanted"; "$action"_file "$1"; }
unit() { "$action"_unit "$1"; }
module() { "$action"_module "$1"; }

file_in_place() {
  [ ! -L "$root$1" ] && [ -f "$root$1" ] && cmp -s "$work/wanted" "$root$1" &&
    [ "$(ls -ld "$root$1" | cut -c1-10)" = -rw-r--r-- ]
}
unit_masked() { [ "$(readlink "$root/etc/systemd/system/$1" 2>/dev/null || :)" = /dev/null ]; }
unit_installed() {
  for place in etc/systemd/system run/systemd/system usr/local/lib/systemd/system usr/lib/systemd/system \
    lib/systemd/system run/systemd/generator.late; do
    if [ -e "$root/$place/$1" ] || [ -L "$root/$place/$1" ]; then return 0; fi
  done
  [ -e "$root/etc/init.d/$(basename "$1" .service)" ]
}
module_loaded() { grep -q "^$(printf %s "$1" | tr - _) " /proc/modules || [ -d "/sys/module/$(printf %s "$1" | tr - _)" ]; }

check_file() {
  if file_in_place "$1"; then say "in place: $1"; else lack "not in place: $1"; fi
}
check_unit() {
  if unit_masked "$1"; then
    if running && systemctl is-active --quiet "$1"; then lack "masked, and still running: $1"; else say "masked: $1"; fi
  elif unit_installed "$1"; then lack "not masked: $1"
  else say "not installed: $1"; fi
}
check_module() {
  if ! running || module_loaded "$1"; then return 0; fi
  lack "module not loaded: $1"
}
lack() { lacking=$((lacking + 1)); say "$1"; }
`;
