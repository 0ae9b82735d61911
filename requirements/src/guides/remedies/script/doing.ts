import { parameter } from './parameter';

/**
 * Functions of the script that change a host. Before each change a line of `log` says how to take it back, and what is
 * replaced is kept below `before`; so a run that is cut off can be undone, and a second run keeps what the first one found.
 */
export const doing = String.raw`
record() { printf '%s\t%s\n' "$1" "$2" >>"$state/log"; }
recorded() { [ -f "$state/log" ] && grep -qxF "$(printf '%s\t%s' "$1" "$2")" "$state/log"; }

# The directories that are missing, outermost first; undo takes away those that are empty then.
make_directories() {
  [ -d "$root$1" ] || { make_directories "$(dirname "$1")"; record directory "$1"; mkdir -m 755 "$root$1"; }
}
begin() {
  [ -f "$state/log" ] && return 0
  missing=
  place=$(dirname "$kept")
  while [ ! -d "$root$place" ]; do missing="$place $missing"; place=$(dirname "$place"); done
  mkdir -p "$root$(dirname "$kept")"
  mkdir -p "$state/before" "$state/written"
  chmod 700 "$state"
  for place in $missing; do record directory "$place"; done
}
keep() { mkdir -p "$state/before$(dirname "$1")"; }

do_file() {
  if file_in_place "$1"; then say "unchanged: $1"; return 0; fi
  if [ -d "$root$1" ] && [ ! -L "$root$1" ]; then fail 1 "$1 is a directory; move it away first."; fi
  begin
  make_directories "$(dirname "$1")"
  if ! recorded created "$1" && ! recorded replaced "$1"; then
    if [ -e "$root$1" ] || [ -L "$root$1" ]; then
      keep "$1"
      cp -a "$root$1" "$state/before$1"
      record replaced "$1"
    else
      record created "$1"
    fi
  fi
  mkdir -p "$state/written$(dirname "$1")"
  cp "$work/wanted" "$state/written$1"
  # Beside it and then renamed: a reader finds the old file or the new one, whole.
  new="$root$1.calico-readiness-new"
  rm -f "$new"
  cat "$work/wanted" >"$new"
  chmod 644 "$new"
  mv -f "$new" "$root$1"
  if running && command -v restorecon >/dev/null; then restorecon "$1" || :; fi
  say "wrote: $1"
  reader_of "$1"
}

do_unit() {
  if unit_masked "$1"; then
    if ! running || ! systemctl is-active --quiet "$1"; then say "unchanged: $1 is masked"; return 0; fi
  elif ! unit_installed "$1"; then say "not installed: $1"; return 0; fi
  begin
  if running && systemctl is-active --quiet "$1"; then
    recorded active "$1" || record active "$1"
    systemctl stop "$1"
  fi
  # What systemctl disable takes away: links by which another unit wants it, and its other names.
  for link in "$root"/etc/systemd/system/*.wants/"$1" "$root"/etc/systemd/system/*.requires/"$1" \
    "$root"/etc/systemd/system/*.upholds/"$1" "$root"/etc/systemd/system/*.*; do
    if [ ! -L "$link" ]; then continue; fi
    link=${parameter('link#"$root"')}
    case $link in
    *[!A-Za-z0-9_.@:/\\-]*) continue ;;
    */system/"$1") continue ;;
    */"$1") ;;
    *) [ "$(basename "$(readlink "$root$link")")" = "$1" ] || continue ;;
    esac
    move_away "$link"
  done
  mask="/etc/systemd/system/$1"
  if ! unit_masked "$1"; then
    if [ -e "$root$mask" ] || [ -L "$root$mask" ]; then move_away "$mask"; fi
    make_directories /etc/systemd/system
    record masked "$mask"
    ln -s /dev/null "$root$mask"
  fi
  reload_units=1
  say "masked: $1"
}
move_away() {
  keep "$1"
  record moved "$1"
  mv "$root$1" "$state/before$1"
}
do_module() { :; }

reader_of() {
  case $1 in
  /etc/NetworkManager/conf.d/*) reload_network_manager=1 ;;
  /etc/systemd/network/*) reload_networkd=1 ;;
  /etc/modules-load.d/*) load_modules=1 ;;
  esac
}
let_read() {
  running || return 0
  if [ "$reload_units" = 1 ]; then systemctl daemon-reload; fi
  if [ "$reload_network_manager" = 1 ] && systemctl is-active --quiet NetworkManager.service; then
    systemctl reload NetworkManager.service
  fi
  if [ "$reload_networkd" = 1 ] && systemctl is-active --quiet systemd-networkd.service; then networkctl reload; fi
  if [ "$load_modules" = 1 ]; then systemctl restart systemd-modules-load.service || :; fi
}
`;
