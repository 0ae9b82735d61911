import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globals: true,
    projects: [
      {
        extends: true,
        test: { name: 'requirements', root: 'requirements', include: ['src/**/*.spec.ts'] },
      },
      {
        extends: true,
        test: { name: 'agent', root: 'agent', include: ['src/**/*.spec.ts'] },
      },
      {
        extends: true,
        test: { name: 'standalone', root: 'standalone', include: ['**/*.spec.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'plugin',
          include: ['src/**/*.spec.ts', 'src/**/*.spec.tsx'],
          environment: 'jsdom',
          setupFiles: ['src/test-setup.ts'],
          css: false,
          server: { deps: { inline: [/@patternfly/] } },
        },
      },
    ],
  },
});
