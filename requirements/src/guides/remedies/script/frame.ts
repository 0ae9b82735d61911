import { parameter } from './parameter';

/** The end of the script: what it needs to know of the host, and what it was asked to do. */
export const frame = String.raw`
case $# in
0) asked=do ;;
1)
  case $1 in
  --check) asked=check ;;
  --undo) asked=undo ;;
  *) fail 2 "usage: sh $0 [--check | --undo]" ;;
  esac
  ;;
*) fail 2 "usage: sh $0 [--check | --undo]" ;;
esac
[ "$(id -u)" = 0 ] || fail 2 "this needs root: run it as root, or with sudo."
root=${parameter('ROOT:-')}
root=${parameter('root%/')}
case $root in
'' | /*) ;;
*) fail 2 "ROOT must be an absolute path." ;;
esac
[ -z "$root" ] || [ -d "$root" ] || fail 2 "ROOT is not a directory: $root"
if grep -q '^OPENSHIFT_VERSION=' "$root/etc/os-release" 2>/dev/null; then
  fail 2 "this is Red Hat CoreOS: apply the MachineConfig of the guide instead."
fi
LC_ALL=C
export LC_ALL
umask 022
tab=$(printf '\t')
kept="/var/lib/calico-readiness/undo-$guide"
state="$root$kept"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
lacking=0 reload_units=0 reload_network_manager=0 reload_networkd=0 load_modules=0

if [ "$asked" = undo ]; then undo; exit 0; fi
node=${parameter('NODE:-$(uname -n)')}
group_of "$node" ||
  fail 2 "$node is not one of the hosts that this script is for. If the node has another name, say it with NODE=name."
if [ "$asked" = do ]; then
  action=do
  "$group"
  let_read
fi
action=check
"$group"
if [ "$lacking" = 0 ]; then say "all of it is in place"; exit 0; fi
[ "$asked" = check ] && exit 3
fail 1 "$lacking of it not in place after all; see above."
`;
