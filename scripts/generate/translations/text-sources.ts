import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Namespace } from './languages';

/** Every TypeScript file below a folder that is no test, from the repository's root. */
const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.spec)\.tsx?$/.test(file))
    .map((file) => path.join(folder, file))
    .sort();

/**
 * Shown before our pages have brought their texts along: by the console's own pages, and while ours are on their way.
 * `early-texts.spec.ts` names a file that is missing here.
 */
const early = (): string[] => [
  ...below('src/extensions'),
  'src/components/openingPage.tsx',
  'src/components/verdicts/verdict-words.ts',
  'src/hooks/useReadinessTranslation.ts',
];

/** The files whose texts a namespace has, from the repository's root, where who asks has to be. */
export function textSources(namespace: Namespace): string[] {
  switch (namespace) {
    case 'plugin__calico-readiness':
      return ['console-extensions.json', ...early()];
    case 'calico-readiness-pages': {
      const others = new Set(early());
      return below('src').filter((file) => !others.has(file));
    }
    case 'calico-readiness-catalogue':
      return below('requirements/src');
    case 'calico-readiness-quick-starts':
      return ['scripts/generate/console-resources/quick-start-texts.ts'];
    default:
      return namespace satisfies never;
  }
}
