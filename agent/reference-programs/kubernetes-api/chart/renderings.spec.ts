import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { ownDefinitions } from '../custom-resources';
import type { KubernetesObject } from '../kubernetes-client';
import { goldenRenderings } from './golden-renderings';
import { chart, helm, leastValues, openShiftApis, render } from './helm';
import { openShift, otherRenderings } from './renderings';

describe('the chart', () => {
  it('passes helm lint', () => {
    const { text, error } = helm(
      ['lint', chart, '--strict', '--kube-version', '1.32.0', '--values', '-'],
      JSON.stringify(leastValues),
    );

    expect(`${text}${error}`).toContain('1 chart(s) linted, 0 chart(s) failed');
  });

  it.each(goldenRenderings)('renders $name as its golden file says', ({ file, text }) => {
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined, 'npm run update-golden').toBe(text());
  });

  it('has no golden file of a rendering that there is not', () => {
    const directory = dirname(goldenRenderings[0]!.file);

    expect(readdirSync(directory).sort()).toEqual(goldenRenderings.map(({ file }) => basename(file)).sort());
  });

  it('brings the definitions as they are generated, and keeps them', () => {
    const definitions = render(openShift).filter(({ kind }) => kind === 'CustomResourceDefinition');
    const kept = ownDefinitions.map((definition) => ({
      ...definition,
      metadata: { ...definition.metadata, annotations: { 'helm.sh/resource-policy': 'keep' } },
    }));

    expect([...definitions].sort(byName)).toEqual([...kept].sort(byName));
  });

  it("brings the console's samples and quick starts as they are generated, with the labels of the release", () => {
    const objects = render(openShift).filter(({ apiVersion }) => apiVersion === 'console.openshift.io/v1');

    for (const [folder, kind] of [
      ['samples', 'ConsoleYAMLSample'],
      ['quick-starts', 'ConsoleQuickStart'],
    ]) {
      const directory = join(chart, 'console', folder!);
      const generated = readdirSync(directory).map(
        (file) => parse(readFileSync(join(directory, file), 'utf8')) as KubernetesObject,
      );
      const installed = objects.filter((object) => object.kind === kind).sort(byName);
      expect(installed).toMatchObject([...generated].sort(byName));
      expect(installed.map(({ spec }) => spec)).toEqual([...generated].sort(byName).map(({ spec }) => spec));
      for (const { metadata } of installed)
        expect(metadata.labels).toMatchObject({ 'app.kubernetes.io/instance': 'calico-readiness' });
    }
  });

  it('lets the definitions go with the release where that is asked for', () => {
    const { values, apis } = otherRenderings['definitions-go-with-the-release']!;
    const definitions = render({ values, apis }).filter(({ kind }) => kind === 'CustomResourceDefinition');

    expect([...definitions].sort(byName)).toEqual([...ownDefinitions].sort(byName));
  });

  it('shows an icon that needs no network, which is the one of the standalone host', () => {
    const { icon } = parse(readFileSync(join(chart, 'Chart.yaml'), 'utf8')) as { readonly icon: string };
    const drawn = Buffer.from(icon.replace('data:image/svg+xml;base64,', ''), 'base64').toString();

    expect(`${drawn}\n`).toBe(readFileSync(join(chart, '../../standalone/shell/icon.svg'), 'utf8'));
  });
});

const byName = (one: { metadata: { name: string } }, other: { metadata: { name: string } }): number =>
  one.metadata.name < other.metadata.name ? -1 : 1;

interface Container {
  readonly securityContext: { readonly readOnlyRootFilesystem?: boolean; readonly privileged?: boolean };
  readonly livenessProbe?: object;
  readonly resources: { readonly requests?: object; readonly limits?: object };
}
interface PodTemplate {
  readonly spec: { readonly serviceAccountName?: string; readonly containers: readonly Container[] };
}

describe.each(Object.entries({ openShift, ...otherRenderings }))(
  'what the chart renders for %s',
  (_name, rendering) => {
    const objects = render(rendering);
    const templates = objects
      .filter(({ kind }) => kind === 'DaemonSet' || kind === 'Deployment')
      .map(({ spec }) => (spec as { readonly template: PodTemplate }).template);

    it('has pods with an account that is there, probes, limits and a root file system that nobody writes', () => {
      const accounts = objects.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => metadata.name);
      for (const { spec } of templates) {
        expect(accounts).toContain(spec.serviceAccountName);
        for (const { securityContext, livenessProbe, resources } of spec.containers) {
          expect(securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
          expect(securityContext.privileged ?? false).toBe(false);
          expect(livenessProbe).toBeDefined();
          expect(resources.limits).toBeDefined();
        }
      }
      expect(templates.length).toBeGreaterThan(0);
    });

    it('reads no Secret but the key of its own flow tests, creates none, and has no right on everything', () => {
      interface Rule {
        readonly resources: readonly string[];
        readonly resourceNames?: readonly string[];
        readonly verbs: readonly string[];
      }
      const rulesOf = (kinds: readonly string[]): readonly Rule[] =>
        objects
          .filter(({ kind }) => kinds.includes(kind ?? ''))
          .flatMap((object) => (object['rules'] ?? []) as readonly Rule[]);
      const onSecrets = rulesOf(['Role']).filter(({ resources }) => resources.includes('secrets'));

      expect(rulesOf(['ClusterRole']).flatMap(({ resources }) => resources)).not.toContain('secrets');
      for (const { resources, resourceNames, verbs } of onSecrets) {
        expect([resources, resourceNames]).toEqual([['secrets'], ['calico-readiness-flows']]);
        expect(verbs.filter((verb) => verb !== 'get' && verb !== 'patch')).toEqual([]);
      }
      const rules = rulesOf(['Role', 'ClusterRole']);
      expect(rules.flatMap(({ resources, verbs }) => [...resources, ...verbs])).not.toContain('*');
    });
  },
);

describe('the ConsolePlugin', () => {
  it('has the name that the bundle has', () => {
    const { consolePlugin } = JSON.parse(readFileSync(join(chart, '../../package.json'), 'utf8')) as {
      consolePlugin: { name: string };
    };
    const plugin = render({ values: leastValues, apis: openShiftApis }).find(({ kind }) => kind === 'ConsolePlugin');

    expect(plugin?.metadata.name).toBe(consolePlugin.name);
  });
});
