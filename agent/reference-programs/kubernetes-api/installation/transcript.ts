import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './typed-helm';

const file = join(repository, 'docs/install-transcript.md');

const introduction = `# An installation, as it is typed and seen

This file is written by a test, which types these lines against a real API server: kube-apiserver of Kubernetes 1.35 with
etcd and OpenShift's own definitions of Console and ConsolePlugin, and Helm 3. None of Kubernetes' controllers and no kubelet runs there. In
their place the test starts each hook's Job, the controller and one agent as processes, with the command, user, capabilities, mounts and
token that their pods have. So it does not show that images are pulled, that the console rolls out, or what SELinux does.
Times are left out (\`…\`). \`npm run update-golden\` writes it anew.
`;

/** What was typed and seen so far, as a document. */
export class Transcript {
  private text = introduction;

  chapter(title: string, sentences: string): void {
    this.text += `\n## ${title}\n\n${sentences}\n`;
  }

  add(typed: string, seen: string): void {
    this.text += `\n\`\`\`\n$ ${typed}\n${inOrder(withoutTimes(seen).trim().split('\n')).join('\n')}\n\`\`\`\n`;
  }

  log(job: string, output: string): void {
    this.text += `\nThe Job \`${job}\` ended with:\n\n\`\`\`\n${withoutTimes(output).trim()}\n\`\`\`\n`;
  }

  say(sentences: string): void {
    this.text += `\n${sentences}\n`;
  }

  /** Compares it with the file; with UPDATE_GOLDEN set (\`npm run update-golden\`) it writes the file anew. */
  expectWritten(): void {
    if (process.env['UPDATE_GOLDEN']) writeFileSync(file, this.text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined, 'npm run update-golden').toBe(this.text);
  }
}

/** Helm names what it keeps in no order. */
function inOrder(lines: readonly string[]): readonly string[] {
  const kept = lines.filter((line) => line.startsWith('[CustomResourceDefinition] ')).sort();
  return lines.map((line) => (line.startsWith('[CustomResourceDefinition] ') ? (kept.shift() ?? '') : line));
}

/** As Helm writes them: `Sat Jan  3 09:41:00 2026`, also with a time zone. */
const withoutTimes = (text: string): string =>
  text
    .replaceAll(/\b[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d( [A-Z]{3,4})? \d{4}\b/g, (time) =>
      '…'.padEnd(time.length),
    )
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
