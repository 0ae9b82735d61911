import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addresses } from './two-hosts';

const { here, there } = addresses;

/** As Calico's BIRD: a full mesh inside of one AS, with graceful restart. */
const configuration = (own: typeof here | typeof there, other: typeof here | typeof there, more: string): string =>
  [
    `router id ${own[4]};`,
    'protocol device {}',
    ...([4, 6] as const).flatMap((family) => [
      `protocol bgp session${String(family)} {`,
      `local ${own[family]} as 64512; neighbor ${other[family]} as 64512; graceful restart on; ${more}`,
      `ipv${String(family)} { import all; export all; };`,
      '}',
    ]),
    '',
  ].join('\n');

/** One BIRD at each of two hosts, as lines of the first one's shell. */
export class Birds {
  private readonly directory = mkdtempSync(join(tmpdir(), 'calico-readiness-bird-'));

  /** Starts the BIRD of a host, with more settings of its sessions. */
  start(name: 'here' | 'there', more = ''): string {
    const file = join(this.directory, name);
    const [own, other] = name === 'here' ? [here, there] : [there, here];
    writeFileSync(`${file}.conf`, configuration(own, other, more));
    const at = name === 'there' ? 'there ' : '';
    return `${at}bird -f -c ${file}.conf -s ${file} -P ${file}.pid < /dev/null > /dev/null 2>&1 &`;
  }

  /** Prints the sessions of a BIRD, each with its state and since when it has it. */
  sessions(name: 'here' | 'there'): string {
    return `birdc -s ${join(this.directory, name)} show protocols 2>&1 | grep '^session'`;
  }

  /** Waits until both know both sessions as ESTABLISHED. */
  untilEstablished(): string {
    const count = (name: 'here' | 'there'): string => `$(${this.sessions(name)} | grep -c Established)`;
    return `until test "${count('here')}${count('there')}" = 22; do sleep 0.1; done`;
  }

  /** A file that goes with the rest. */
  file(name: string): string {
    return join(this.directory, name);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** What was printed below each mark, which is a line that begins with an at sign. */
export const partsOf = (output: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    output
      .split(/^@/m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
  );
