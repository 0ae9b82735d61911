import { readFileSync } from 'node:fs';
import { calicoVersions, releaseHistories, sentenceHistories } from '@calico-readiness/requirements';
import { calicoVersionsDocument } from './calico-versions-document';

describe('docs/calico-versions.md', () => {
  it('is what npm run generate-docs makes of the releases', () => {
    expect(readFileSync(new URL('../../docs/calico-versions.md', import.meta.url), 'utf8')).toBe(
      calicoVersionsDocument(),
    );
  });

  it.each(calicoVersions.slice(1))('tells under its own heading what changed in %s', (version) => {
    const section = calicoVersionsDocument()
      .split('\n## ')
      .find((text) => text.startsWith(`What changed in ${version}\n`));
    const sources = Object.values(releaseHistories).flatMap((history) =>
      history.filter(({ since }) => since === version).map(({ source }) => source),
    );
    for (const source of sources) expect(section).toContain(source);
    expect(section?.includes('Nothing that a node would notice.')).toBe(sources.length === 0);
  });

  it('has every sentence with its source', () => {
    for (const { value, source } of Object.values(sentenceHistories).flat()) {
      expect(calicoVersionsDocument()).toContain(`${value.join(' ').replaceAll('*', '\\*')} | ${source} |`);
    }
  });
});
