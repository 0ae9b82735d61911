import * as fc from 'fast-check';
import { parseElfMachine } from '../elf-header';
import { parseIpTablesNames } from './ip-tables-names';
import { parseLockdown } from '../lockdown';
import { malformed, parsed } from '../parsed';
import { parseProcFilesystems } from './proc-filesystems';
import { parseProcMountinfo } from './proc-mountinfo';
import { parseProcMounts } from './proc-mounts';

describe('parseProcMountinfo', () => {
  it.each([
    [
      'a mount with propagation',
      '26 24 0:26 / /sys/fs/cgroup rw,nosuid shared:8 - cgroup2 cgroup2 rw,nsdelegate\n',
      '/sys/fs/cgroup',
      'cgroup2',
    ],
    ['a private mount', '26 24 0:26 / /sys/fs/bpf rw - bpf bpf rw,mode=700\n', '/sys/fs/bpf', 'bpf'],
    [
      'several optional fields',
      '26 24 0:26 / /x rw shared:1 master:2 propagate_from:3 - ext4 /dev/vda rw\n',
      '/x',
      'ext4',
    ],
    ['an escaped blank', '26 24 0:26 / /mnt/a\\040b\\134c rw - ext4 /dev/vda rw\n', '/mnt/a b\\c', 'ext4'],
    ['an empty source', '26 24 0:26 / /x rw - tmpfs  rw\n', '/x', 'tmpfs'],
  ])('reads %s', (_case, text, mountPoint, fileSystem) => {
    expect(parseProcMountinfo(text)).toEqual(parsed([{ mountPoint, fileSystem }]));
  });

  it.each([
    ['', 'lists no mount'],
    ['26 24 0:26 / /sys/fs/cgroup rw shared:8 - cgr', 'a line is no mount'],
    ['\u0000\n', 'a line is no mount'],
  ])('%j is malformed', (text, detail) => {
    expect(parseProcMountinfo(text)).toEqual(malformed(detail));
  });
});

describe('parseProcMounts', () => {
  it('reads mounts in their order', () => {
    expect(parseProcMounts('bpf /sys/fs/bpf bpf rw,nosuid 0 0\ntmpfs /mnt/a\\040b tmpfs rw 0 0\n')).toEqual(
      parsed([
        { mountPoint: '/sys/fs/bpf', fileSystem: 'bpf' },
        { mountPoint: '/mnt/a b', fileSystem: 'tmpfs' },
      ]),
    );
  });

  it.each([
    ['', 'lists no mount'],
    ['bpf /sys/fs/bpf bpf rw,no', 'a line is no mount'],
  ])('%j is malformed', (text, detail) => {
    expect(parseProcMounts(text)).toEqual(malformed(detail));
  });
});

describe('parseProcFilesystems', () => {
  it('lists names', () => {
    expect(parseProcFilesystems('nodev\tcgroup2\n\text4\nnodev\tfuse.x\n')).toEqual(
      parsed(new Set(['cgroup2', 'ext4', 'fuse.x'])),
    );
  });

  it.each([
    ['', 'lists no file system'],
    ['cgroup2\n', 'a line is no file system'],
    ['\u0000', 'a line is no file system'],
  ])('%j is malformed', (text, detail) => {
    expect(parseProcFilesystems(text)).toEqual(malformed(detail));
  });
});

describe('parseLockdown', () => {
  it.each([
    ['[none] integrity confidentiality\n', 'none'],
    ['none [integrity] confidentiality\n', 'integrity'],
    ['none integrity [confidentiality]', 'confidentiality'],
  ])('%j is %s', (text, level) => {
    expect(parseLockdown(text)).toEqual(parsed(level));
  });

  it.each(['', 'none integrity', '[other]', '[none', '\u0000'])('%j is malformed', (text) => {
    expect(parseLockdown(text)).toEqual(malformed('has no level of kernel lockdown in brackets'));
  });
});

describe('parseIpTablesNames', () => {
  it('sorts names and drops repeated ones', () => {
    expect(parseIpTablesNames('nat\nfilter\nmark\nmark\n')).toEqual(parsed(['filter', 'mark', 'nat']));
  });

  it('reads an empty file: nothing is registered', () => {
    expect(parseIpTablesNames('')).toEqual(parsed([]));
  });

  it.each(['a b\n', 'x'.repeat(32), '\u0000', '\u001b[31m\n'])('%j is malformed', (text) => {
    expect(parseIpTablesNames(text).status).toBe('malformed');
  });
});

describe('parseElfMachine', () => {
  const header = (bits: number, order: number, ...machine: number[]): Uint8Array =>
    new Uint8Array([0x7f, 0x45, 0x4c, 0x46, bits, order, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, ...machine, 0, 0]);

  it.each([
    ['x86_64', header(2, 1, 62, 0)],
    ['aarch64', header(2, 1, 183, 0)],
    ['ppc64le', header(2, 1, 21, 0)],
    ['ppc64', header(2, 2, 0, 21)],
    ['s390x', header(2, 2, 0, 22)],
    ['i686', header(1, 1, 3, 0)],
  ])('knows %s', (name, bytes) => {
    expect(parseElfMachine(bytes)).toEqual(parsed(name));
  });

  it.each([
    ['a script', new TextEncoder().encode('#!/bin/sh\necho this is long enough\n'), 'is no ELF program'],
    ['nothing', new Uint8Array(), 'is no ELF program'],
    ['a cut header', header(2, 1, 62, 0).subarray(0, 19), 'is no ELF program'],
    ['an unknown processor', header(2, 1, 250, 250), 'is built for a processor without a name here'],
  ])('does not know %s', (_case, bytes, detail) => {
    expect(parseElfMachine(bytes)).toEqual(malformed(detail));
  });
});

it.each([
  ['mountinfo', parseProcMountinfo],
  ['mounts', parseProcMounts],
  ['filesystems', parseProcFilesystems],
  ['lockdown', parseLockdown],
  ['ip_tables_names', parseIpTablesNames],
])('any text as %s is understood or malformed, and never an error', (_file, parse) => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('/', ' - ', ' ', '\n', '\t', '[none]', '\\040', '0') }),
      ),
      (text) => {
        expect(['parsed', 'malformed']).toContain(parse(text).status);
      },
    ),
  );
});

describe('what was written', () => {
  const field = fc.stringMatching(/^[!-~ \t\n]{1,12}$/);
  const escape = (text: string): string =>
    text.replace(/[ \t\n\\]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);

  it('as a mount is read from either table', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, fc.constantFrom('ext4', 'cgroup2', 'fuse.x')), { minLength: 1 }),
        (entries) => {
          const mounts = entries.map(([name, fileSystem]) => ({ mountPoint: `/${name}`, fileSystem }));
          const lines = mounts.map(({ mountPoint, fileSystem }) => ({ point: escape(mountPoint), fileSystem }));
          expect(
            parseProcMounts(lines.map(({ point, fileSystem }) => `x ${point} ${fileSystem} rw 0 0\n`).join('')),
          ).toEqual(parsed(mounts));
          expect(
            parseProcMountinfo(
              lines.map(({ point, fileSystem }) => `1 2 0:3 / ${point} rw - ${fileSystem} x rw\n`).join(''),
            ),
          ).toEqual(parsed(mounts));
        },
      ),
    );
  });

  it('as names of iptables and of file systems is read, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9_]{1,31}$/), { minLength: 1 }), (names) => {
        expect(parseIpTablesNames(names.map((name) => `${name}\n`).join(''))).toEqual(
          parsed([...new Set(names)].sort()),
        );
        expect(parseProcFilesystems(names.map((name) => `nodev\t${name}\n`).join(''))).toEqual(parsed(new Set(names)));
      }),
    );
  });

  it('as a level of lockdown is read from any kernel’s list of levels', () => {
    const others = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 3 });
    fc.assert(
      fc.property(others, fc.constantFrom('none', 'integrity', 'confidentiality'), others, (before, level, after) => {
        expect(parseLockdown(`${[...before, `[${level}]`, ...after].join(' ')}\n`)).toEqual(parsed(level));
      }),
    );
  });

  it('as a program’s header names a processor or is refused, whatever stands behind it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 64 }), fc.boolean(), (rest, isProgram) => {
        const bytes = new Uint8Array([...(isProgram ? [0x7f, 0x45, 0x4c, 0x46] : [0x23, 0x21, 0x2f, 0x62]), ...rest]);
        const machine = parseElfMachine(bytes);
        if (machine.status === 'parsed') expect(machine.value).toMatch(/^[a-z0-9_]{4,11}$/);
        if (!isProgram) expect(machine).toEqual(malformed('is no ELF program'));
        expect(parseElfMachine(new Uint8Array([...bytes, ...rest]))).toEqual(machine);
      }),
    );
  });
});
