import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globals: true,
    // A page with hundreds of rows takes its time on a busy machine; only a hanging test takes this long.
    testTimeout: 30_000,
    setupFiles: [path.join(import.meta.dirname, 'scripts/test/fixed-seed.ts')],
    projects: [
      {
        extends: true,
        test: { name: 'requirements', root: 'requirements', include: ['src/**/*.spec.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'agent',
          root: 'agent',
          include: ['src/**/*.spec.ts', 'test/**/*.spec.ts', 'bench/**/*.spec.ts'],
        },
      },
      {
        extends: true,
        // Needs root on Linux, and downloads the programs it compares with.
        test: {
          name: 'reference-programs',
          root: 'agent',
          include: ['reference-programs/**/*.spec.ts'],
          exclude: ['reference-programs/kubernetes-api/**'],
          globalSetup: [path.join(import.meta.dirname, 'agent/reference-programs/prepare-reference-programs.ts')],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        // Needs Go, with which it builds the API server.
        test: {
          name: 'reference-programs-kubernetes-api',
          root: 'agent',
          include: ['reference-programs/kubernetes-api/**/*.spec.ts'],
          globalSetup: [
            path.join(import.meta.dirname, 'agent/reference-programs/kubernetes-api/prepare-kubernetes-api.ts'),
          ],
          // All specs share one cluster, and a cluster has one policy.
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'standalone', root: 'standalone', include: ['**/*.spec.ts'] },
      },
      {
        extends: true,
        // Generators read sources by paths from the repository's root.
        test: { name: 'scripts', include: ['scripts/**/*.spec.ts', 'integration-tests/bench/**/*.spec.ts'] },
      },
      {
        extends: true,
        resolve: {
          alias: [
            {
              find: /^@openshift-console\/dynamic-plugin-sdk$/,
              replacement: path.join(import.meta.dirname, 'src/testing/sdk-stub.tsx'),
            },
          ],
        },
        test: {
          name: 'plugin',
          include: ['src/**/*.spec.ts', 'src/**/*.spec.tsx'],
          environment: 'jsdom',
          setupFiles: ['src/testing/set-up-tests.ts'],
          css: false,
          server: { deps: { inline: [/@patternfly/] } },
        },
      },
    ],
  },
});
