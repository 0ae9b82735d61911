import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { guides, isEmptyChange, machineConfig, noSituation } from '@calico-readiness/requirements';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse, parseDocument, visit } from 'yaml';
import { languages } from '../translations/languages';
import { consoleFolders, consoleResources } from './console-resources';
import { guidesOfSamples } from './guides-of-samples';
import { plain } from './markdown';
import { quickStarts } from './quick-starts';
import { speaker } from './speaker';
import { yamlSamples } from './yaml-samples';

const chart = 'charts/calico-readiness';
const resources = consoleResources();

describe("the console's objects in the chart", () => {
  it.each(resources)('are what the guides say, else run npm run generate-docs: $fileName', ({ fileName, text }) => {
    expect(readFileSync(`${chart}/${fileName}`, 'utf8')).toBe(text);
  });

  it.each(Object.values(consoleFolders))('are all that lies in %s', (folder) => {
    const files = resources.map(({ fileName }) => fileName).filter((name) => name.startsWith(`${folder}/`));

    expect(readdirSync(`${chart}/${folder}`).sort()).toEqual(files.map((name) => basename(name)).sort());
  });

  it.each(resources)('mean the same to readers of YAML 1.1: $fileName', ({ object, text }) => {
    for (const version of ['1.1', '1.2'] as const) expect(parse(text, { version })).toEqual(object);
  });

  it('speak of every guide that writes a MachineConfig', () => {
    const most = { ...noSituation, modules: { loadable: ['ip_set'] }, firewallUnits: ['ufw.service'] as const };
    const writing = guides.filter((guide) => !isEmptyChange(guide.change(most)));

    expect(guidesOfSamples.map(({ guide }) => guide.id).sort()).toEqual(writing.map(({ id }) => id).sort());
  });
});

describe('the samples', () => {
  it.each(guidesOfSamples)('are the MachineConfig of the guide, with its files in words: $guide.id', (sample) => {
    const { guide, situation } = sample;
    const change = guide.change(situation);
    const { spec } = yamlSamples.find(({ metadata }) => metadata.name === `calico-readiness-${guide.id}`)!;

    expect(parse(spec.yaml)).toEqual(machineConfig({ role: 'worker', guide: guide.id, change }));
    for (const { path, content } of change.files) {
      const names = content.split(/[\n;=]/).filter((word) => /^(interface-name:|\w+$)/.test(word));
      expect(names.length).toBeGreaterThan(2);
      for (const name of [path, ...names]) expect(spec.description).toContain(name.replace('interface-name:', ''));
    }
  });

  it.each(yamlSamples)('lose nothing where the console drops comments: $metadata.name', ({ spec }) => {
    const document = parseDocument(spec.yaml);
    let comments = 0;
    visit(document, {
      Node: (_, node) => {
        comments += Number(Boolean(node.comment ?? node.commentBefore));
      },
    });
    expect([comments, document.comment, document.commentBefore]).toEqual([0, null, null]);
  });

  it('have a policy that the definition accepts', () => {
    const definition = parse(
      readFileSync(`${chart}/definitions/readinesspolicies.calicoreadiness.io.yaml`, 'utf8'),
    ) as {
      readonly spec: { readonly versions: readonly { readonly schema: { readonly openAPIV3Schema: object } }[] };
    };
    const schema = definition.spec.versions[0]!.schema.openAPIV3Schema;
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(schema);
    const policy = parse(yamlSamples.at(-1)!.spec.yaml) as object;

    expect([validate(policy), validate.errors]).toEqual([true, null]);
    expect(policy).toMatchObject({ kind: 'ReadinessPolicy', spec: { profile: {}, waivers: [{}] } });
  });
});

describe('the quick starts', () => {
  const objects = quickStarts();
  const pages = (
    JSON.parse(readFileSync('console-extensions.json', 'utf8')) as { type: string; properties: { path: string } }[]
  )
    .filter(({ type }) => type === 'console.page/route')
    .map(({ properties }) => new RegExp(`^${properties.path.replace(/:\w+/, '[a-z-]+')}$`));

  it('are there in every language of the console, which finds them by their labels', () => {
    const english = objects.filter(({ metadata }) => metadata.labels['console.openshift.io/lang'] === 'en');
    const found = objects.map(({ metadata: { name, labels } }) => [
      name,
      labels['console.openshift.io/name'],
      labels['console.openshift.io/lang'],
    ]);

    expect(english).toHaveLength(1 + guidesOfSamples.length);
    expect(found).toEqual(
      languages.flatMap((language) =>
        english.map(({ metadata: { name } }) => [language === 'en' ? name : `${name}-${language}`, name, language]),
      ),
    );
  });

  it.each(objects)('keep the bounds of their definition: $metadata.name', ({ spec }) => {
    expect(spec.description.length).toBeLessThanOrEqual(256);
    for (const { summary } of spec.tasks) expect(summary.failed.length).toBeLessThanOrEqual(128);
  });

  it.each(objects)('lead to pages that there are, and to quick starts: $metadata.name', ({ spec }) => {
    for (const { description } of spec.tasks) {
      const links = [...description.matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => address ?? '');
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((link) => !pages.some((page) => page.test(link)))).toEqual([]);
      expect(description).not.toContain('{{link}}');
    }
    for (const name of spec.nextQuickStart ?? []) expect(objects.map(({ metadata }) => metadata.name)).toContain(name);
  });

  it('say what a guide disrupts, and how to verify it', () => {
    const [, , firewalld] = objects.slice(1);
    const texts = firewalld!.spec.tasks.map(({ description }) => description).join('\n');

    expect(texts).toContain('drains and reboots every node');
    expect(texts).toContain('systemctl is-enabled firewalld.service nftables.service\n```{{copy}}');
  });

  it.each([
    ['cali*, tunl*', 'cali\\*, tunl\\*'],
    ['a [b](c) <d> `e` nf_f \\', 'a \\[b\\](c) \\<d\\> \\`e\\` nf\\_f \\\\'],
  ])('leave nothing to format in %j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('are not written with a text that is not translated', () => {
    expect(() => speaker('fr')({ text: 'no such text' })).toThrow('locales/fr has no text for "no such text"');
  });
});
