import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

const root = path.join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const below = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`);

/** Steps of a Containerfile, continued lines in one. */
const stepsOf = (image: string): readonly string[] =>
  read(`images/${image}/Containerfile`)
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
const bases = new Map(
  read('images/bases.env')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

interface Container {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
}
interface PodTemplate {
  readonly spec: { readonly containers: readonly Container[] };
}

/** Of every pod that the chart makes on OpenShift. */
const containers = parseAllDocuments(
  read('agent/reference-programs/kubernetes-api/chart/renderings/openshift.golden.yaml'),
)
  .map((document) => document.toJS() as { readonly spec?: { readonly template?: PodTemplate } })
  .flatMap(({ spec }) => spec?.template?.spec.containers ?? []);

const required = [
  ...['name', 'vendor', 'maintainer', 'version', 'release', 'url', 'summary', 'description'],
  ...['io.k8s.display-name', 'io.k8s.description', 'io.openshift.tags', 'com.redhat.component'],
];

describe('the bases of the images', () => {
  it.each([...bases])('%s is one of UBI 9, by digest, with a tag for people', (_name, base) => {
    expect(base).toMatch(/^registry\.access\.redhat\.com\/ubi9\/[a-z0-9-]+:[0-9.]+-\d+@sha256:[0-9a-f]{64}$/);
  });
});

describe.each(['agent', 'plugin'])('the Containerfile of the %s', (image) => {
  const steps = stepsOf(image);
  const stages = steps.flatMap((step, index) => (step.startsWith('FROM ') ? [index] : []));
  const final = steps.slice(stages.at(-1));
  const word = (name: string): readonly string[] => {
    const step = final.find((candidate) => candidate.startsWith(`${name} [`));
    return JSON.parse(step?.slice(name.length) ?? '[]') as string[];
  };

  it('begins each stage with a pinned base', () => {
    const from = steps.filter((step) => step.startsWith('FROM '));

    expect(from).toHaveLength(image === 'agent' ? 3 : 2);
    for (const step of from) expect([...bases.keys()]).toContain(/\$\{(\w+)\}/.exec(step)?.[1]);
    expect(from[0]).toContain('--platform=$BUILDPLATFORM');
  });

  it('runs nothing in what ships, so that no package manager leaves anything, on any architecture', () => {
    expect(final.filter((step) => step.startsWith('RUN '))).toEqual([]);
    expect(final.filter((step) => step.startsWith('COPY '))).toEqual([
      'COPY --from=build /build/image/ /',
      // Beside the bundle, where it looks for it (agent/src/host/flows/raw-socket.ts).
      ...(image === 'agent' ? ['COPY --from=native /native/ /opt/calico-readiness/native/'] : []),
    ]);
  });

  it('has a user who is not root, by number', () => {
    expect(final.filter((step) => step.startsWith('USER '))).toEqual(['USER 1001']);
  });

  it.each(required)('has the label %s', (label) => {
    const labels = final.find((step) => step.startsWith('LABEL ')) ?? '';

    expect(labels).toMatch(new RegExp(`(^LABEL| )${label.replaceAll('.', '\\.')}="[^"]+"`));
  });

  it('brings the licence, and those of what is in the bundle, into /licenses', () => {
    const built = steps.find((step) => step.startsWith('RUN npm run build')) ?? '';

    expect(built).toContain('cp LICENSE image/licenses/');
    expect(built).toMatch(/mv \S+\/THIRD-PARTY\.txt image\/licenses\//);
  });

  it('is started as the chart starts it', () => {
    const started = containers.filter((container) => container.image.includes(`/calico-readiness-${image}:`));

    expect(started.length).toBeGreaterThan(0);
    for (const { command } of started) expect(command).toEqual(word('ENTRYPOINT'));
    if (image === 'plugin') expect(started[0]?.args).toEqual(word('CMD'));
  });

  it('installs the packages of every workspace, and none with a script of its own', () => {
    const { workspaces } = JSON.parse(read('package.json')) as { readonly workspaces: readonly string[] };
    const folders = workspaces
      .flatMap((pattern) => (pattern.endsWith('/*') ? below(pattern.slice(0, -2)) : [pattern]))
      .filter((folder) => existsSync(path.join(root, folder, 'package.json')));

    expect(folders.length).toBeGreaterThan(3);
    for (const folder of folders) expect(steps).toContain(`COPY ${folder}/package.json ${folder}/`);
    expect(steps.find((step) => step.startsWith('RUN npm ci'))).toContain('--ignore-scripts');
  });
});

describe('the pages', () => {
  it('are where nginx looks for them', () => {
    const built = stepsOf('plugin').find((step) => step.startsWith('RUN npm run build')) ?? '';
    const place = /image(\/\S+\/pages)/.exec(built)?.[1] ?? 'nowhere';

    expect(read('charts/calico-readiness/templates/plugin/_nginx.tpl')).toContain(`root ${place};`);
  });
});

describe('the way to build the images', () => {
  it('gives every argument that a Containerfile asks for', () => {
    const script = read('images/build');
    const asked = ['agent', 'plugin']
      .flatMap(stepsOf)
      .filter((step) => step.startsWith('ARG '))
      .map((step) => /^ARG (\w+)/.exec(step)?.[1] ?? '');

    for (const name of asked) expect(bases.has(name) || new RegExp(`\\b${name}\\b`).test(script), name).toBe(true);
  });
});
