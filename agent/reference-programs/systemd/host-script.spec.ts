import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostScript } from '@calico-readiness/requirements';

const script = hostScript('firewalld', 'A title', [
  {
    hosts: ['worker-1'],
    change: {
      files: [{ path: '/etc/NetworkManager/conf.d/calico.conf', content: '[keyfile]\n' }],
      maskedUnits: ['firewalld.service'],
    },
  },
]);

/** Says that every unit runs until it is stopped, and notes what it is asked. */
const systemctl = `#!/bin/sh
echo "$*" >>"$NOTES"
case $1 in
is-active) [ ! -e "$NOTES.$3" ] ;;
stop) : >"$NOTES.$2" ;;
start) rm "$NOTES.$2" ;;
esac
`;

/** Has /etc and /var/lib of its own, so that the script may take this machine for a host that runs. */
const commands = `set -eu
mount --make-rprivate /
for place in /etc /var/lib; do mount -t tmpfs tmpfs "$place"; done
mkdir -p /etc/systemd/system/multi-user.target.wants
printf x >/etc/systemd/system/firewalld.service
ln -s ../firewalld.service /etc/systemd/system/multi-user.target.wants/firewalld.service
before=$(find /etc /var/lib | sort)
sh "$SCRIPT" && echo '# done' >>"$NOTES"
sh "$SCRIPT" --check && echo '# checked' >>"$NOTES"
sh "$SCRIPT" --undo && echo '# undone' >>"$NOTES"
[ "$before" = "$(find /etc /var/lib | sort)" ] && echo '# as before' >>"$NOTES"
cat "$NOTES"
`;

describe('the script for hosts on one that runs', () => {
  it('stops what it masks, has NetworkManager reload, and starts again what it stopped', () => {
    const directory = mkdtempSync(join(tmpdir(), 'host-script-'));
    try {
      mkdirSync(join(directory, 'bin'));
      writeFileSync(join(directory, 'bin/systemctl'), systemctl);
      chmodSync(join(directory, 'bin/systemctl'), 0o755);
      writeFileSync(join(directory, 'script.sh'), script);
      const { stdout, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', commands], {
        encoding: 'utf8',
        env: {
          PATH: `${join(directory, 'bin')}:${process.env['PATH'] ?? ''}`,
          NOTES: join(directory, 'notes'),
          SCRIPT: join(directory, 'script.sh'),
          NODE: 'worker-1',
        },
      });

      expect(stderr).toBe('');
      expect(
        stdout
          .slice(stdout.indexOf('is-active'))
          .trim()
          .split('\n')
          .filter((line) => !line.startsWith('is-active')),
      ).toEqual([
        'stop firewalld.service',
        'daemon-reload',
        'reload NetworkManager.service',
        '# done',
        '# checked',
        'daemon-reload',
        'reload NetworkManager.service',
        'start firewalld.service',
        '# undone',
        '# as before',
      ]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
