/**
 * The function of the script that goes back through `log`, last line first. What was changed since by another is left as it
 * is, and said; then what was kept stays as well.
 */
export const undoing = String.raw`
undo() {
  if [ ! -f "$state/log" ]; then say "nothing to undo"; return 0; fi
  sed '1!G;h;$!d' "$state/log" >"$work/log"
  left=0
  while IFS="$tab" read -r what name; do
    case $what in
    created | replaced) undo_file "$what" "$name" ;;
    masked) if unit_masked "$(basename "$name")"; then rm "$root$name"; say "unmasked: $(basename "$name")"; fi ;;
    moved)
      if [ -e "$root$name" ] || [ -L "$root$name" ]; then
        if [ -e "$state/before$name" ] || [ -L "$state/before$name" ]; then leave "$name"; fi
      elif [ -e "$state/before$name" ] || [ -L "$state/before$name" ]; then
        mkdir -p "$root$(dirname "$name")"
        mv "$state/before$name" "$root$name"
        say "put back: $name"
      fi
      reload_units=1
      ;;
    esac
  done <"$work/log"
  reload_units=1
  load_modules=0
  let_read
  while IFS="$tab" read -r what name; do
    if [ "$what" = active ] && running; then systemctl start "$name" && say "started: $name"; fi
  done <"$work/log"
  if [ "$left" != 0 ]; then fail 1 "some files are left as they are; what they replaced is in $kept."; fi
  rm -rf "$state"
  while IFS="$tab" read -r what name; do
    if [ "$what" = directory ]; then rmdir "$root$name" 2>/dev/null || :; fi
  done <"$work/log"
}
undo_file() {
  if [ -e "$root$2" ] || [ -L "$root$2" ]; then
    if [ -L "$root$2" ] || ! cmp -s "$state/written$2" "$root$2"; then
      # A run that was cut off has not replaced it yet.
      if [ "$1" = replaced ] && [ ! -L "$root$2" ] && cmp -s "$state/before$2" "$root$2"; then return 0; fi
      leave "$2"
      return 0
    fi
    rm "$root$2"
  fi
  if [ "$1" = replaced ]; then
    mkdir -p "$root$(dirname "$2")"
    mv "$state/before$2" "$root$2"
    say "put back: $2"
  else
    say "removed: $2"
  fi
  reader_of "$2"
}
leave() { left=1; say "changed since, left as it is: $1"; }
`;
