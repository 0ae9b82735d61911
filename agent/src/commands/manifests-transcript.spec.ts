import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommandLine } from './command-line';

const file = new URL('../../../docs/day-0.md', import.meta.url);
const [begin, end] = ['<!-- transcript: written by npm run update-golden -->\n', '<!-- /transcript -->'];

/** What a person types, in the directory in which the installer has made its own. */
const typed = [
  'calico-readiness manifests --calico-version v3.30 --encapsulation vxlan --role master,worker --output cluster/openshift',
  'calico-readiness manifests --calico-version v3.30 --encapsulation vxlan --role master,worker --output cluster/openshift',
  'calico-readiness manifests --calico-version v3.30 --encapsulation vxlan --role worker',
  'calico-readiness manifests --calico-version v3.30 --encapsulation ipip --role worker --output cluster',
  'calico-readiness manifests --calico-version v3.30 --encapsulation none --dataplane Iptables --role master,worker --output cluster/openshift',
  'calico-readiness manifests --calico-version v3.30 --encapsulation vxlan --hosted',
];

/** The lines with what they print below them, and the exit status where it is not 0. */
async function transcript(): Promise<string> {
  let text = '';
  for (const line of typed) {
    let seen = '';
    const write = (output: string) => {
      seen += output;
    };
    const status = await runCommandLine(line.split(' ').slice(1), {
      isTerminal: false,
      environment: {},
      write,
      writeError: write,
    });
    text += `$ ${line}\n${seen}${status === 0 ? '' : `(exit status ${String(status)})\n`}\n`;
  }
  return `\n\`\`\`console\n${text.trimEnd()}\n\`\`\`\n\n`;
}

describe('the transcript of docs/day-0.md', () => {
  const before = process.cwd();
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'day-0-'));
    // As 'openshift-install create manifests --dir cluster' leaves them.
    for (const name of ['manifests', 'openshift'])
      mkdirSync(path.join(directory, 'cluster', name), { recursive: true });
    process.chdir(directory);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(directory, { recursive: true });
  });

  it('shows what the program prints', async () => {
    const document = readFileSync(file, 'utf8');
    const [head = '', rest = ''] = document.split(begin);
    const tail = rest.slice(rest.indexOf(end));
    const text = `${head}${begin}${await transcript()}${tail}`;
    if (process.env['UPDATE_GOLDEN']) writeFileSync(file, text);

    expect(text, 'npm run update-golden').toBe(readFileSync(file, 'utf8'));
  });
});
