import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';

const zone = (target: string, from: string[]) => ({ target, from });

/** Who may import whom (design, section 3). */
const zones = [
  zone('./requirements', ['./agent', './src', './standalone', './scripts', './integration-tests']),
  zone('./agent', ['./src', './standalone']),
  zone('./src', ['./agent', './standalone']),
  zone('./standalone', ['./src']),
  zone('./requirements/src/model', [
    './requirements/src/derived',
    './requirements/src/catalogue',
    './requirements/src/evaluation',
    './requirements/src/guides',
    './requirements/src/profile',
  ]),
  zone('./requirements/src/derived', [
    './requirements/src/catalogue',
    './requirements/src/evaluation',
    './requirements/src/guides',
    './requirements/src/profile',
  ]),
  zone('./requirements/src/catalogue', [
    './requirements/src/evaluation',
    './requirements/src/guides',
    './requirements/src/profile',
  ]),
  zone('./requirements/src/profile', [
    './requirements/src/derived',
    './requirements/src/catalogue',
    './requirements/src/evaluation',
    './requirements/src/guides',
  ]),
  zone('./agent/src/parsers', [
    './agent/src/host',
    './agent/src/probes',
    './agent/src/publish',
    './agent/src/commands',
  ]),
  zone('./agent/src/host', ['./agent/src/probes', './agent/src/publish', './agent/src/commands']),
  zone('./agent/src/probes', ['./agent/src/publish', './agent/src/commands']),
  zone('./agent/src/publish', ['./agent/src/host', './agent/src/commands']),
  zone('./src/components', ['./src/pages']),
  zone('./src/hooks', ['./src/pages']),
  zone('./src/k8s', ['./src/pages', './src/components', './src/hooks']),
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/generated/**',
      '**/*.d.ts',
      'agent/fixtures/**',
      'test-results/**',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver': {
        typescript: {
          noWarnOnMultipleProjects: true,
          project: ['./tsconfig.json', './*/tsconfig.json', './standalone/*/tsconfig.json'],
        },
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'standalone/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.bench.ts'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.config.ts', 'scripts/**', 'standalone/**/*.config.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  { files: ['scripts/**', 'agent/src/commands/**'], rules: { 'no-console': 'off' } },
);
