import { readFileSync } from 'node:fs';
import { isMap, isScalar, parse, parseDocument } from 'yaml';
import { describeSchema, schemaAt, type ValuesSchema } from './chart/values-schema';

const chart = 'charts/calico-readiness';

interface Value {
  readonly path: readonly string[];
  readonly comment: string;
  readonly value: unknown;
}

/** The chart's README: how it is installed, and every value with its default, what it may be, and what it is for. */
export function chartDocument(): string {
  const values = valuesOf(readFileSync(`${chart}/values.yaml`, 'utf8'));
  const schema = JSON.parse(readFileSync(`${chart}/values.schema.json`, 'utf8')) as ValuesSchema;
  const { description, kubeVersion } = parse(readFileSync(`${chart}/Chart.yaml`, 'utf8')) as Record<string, string>;
  return [
    '# Calico Readiness',
    '',
    '<!-- Written by npm run generate-docs, from values.yaml and values.schema.json. -->',
    '',
    description,
    '',
    `It needs Helm 3 and Kubernetes ${kubeVersion?.replace('-0', '') ?? ''} (OpenShift 4.19), and a namespace for pods that read their host, as docs/install.md says.`,
    '',
    '```',
    'helm install calico-readiness charts/calico-readiness --namespace calico-readiness \\',
    '  --set images.registry=registry.example/calico',
    '```',
    '',
    '## Values',
    '',
    introductionOf(readFileSync(`${chart}/values.yaml`, 'utf8')),
    '',
    '| value | default | may be | what it is for |',
    '|---|---|---|---|',
    ...values.map(
      ({ path, comment, value }) =>
        `| \`${path.join('.')}\` | \`${JSON.stringify(value)}\` | ${describeSchema(schemaAt(schema, path), schema)} | ${cell(comment)} |`,
    ),
    '',
  ].join('\n');
}

/** What stands above the first value, with a line between. */
const introductionOf = (text: string): string =>
  text
    .slice(0, text.indexOf('\n\n'))
    .split('\n')
    .map((line) => line.replace(/^# ?/, ''))
    .join(' ');

/** Every value that is not made of others, in order. Throws for one without a comment, of its own or of the one around it. */
export function valuesOf(text: string): readonly Value[] {
  const found: Value[] = [];
  const visit = (map: unknown, path: readonly string[], around: string): void => {
    if (!isMap(map)) return;
    for (const [index, { key, value }] of map.items.entries()) {
      if (!isScalar(key)) continue;
      const place = [...path, String(key.value)];
      // What stands above the first of several belongs to all of them for the parser, and to the first for people.
      const above = key.commentBefore ?? (index === 0 ? map.commentBefore : undefined) ?? '';
      const comment = above === '' ? around : commentOf(above);
      if (isMap(value) && value.items.length > 0) visit(value, place, comment);
      else found.push({ path: place, comment, value: isScalar(value) ? value.value : toPlain(value) });
    }
  };
  visit(parseDocument(text).contents, [], '');
  const silent = found.filter(({ comment }) => comment === '').map(({ path }) => path.join('.'));
  if (silent.length > 0) throw new Error(`values.yaml says nothing of ${silent.join(', ')}`);
  return found;
}

const toPlain = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'toJSON' in node && typeof node.toJSON === 'function'
    ? node.toJSON()
    : null;

/** Lines of a comment as one. */
const commentOf = (comment: string): string =>
  comment
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();

const cell = (text: string): string => text.replaceAll('|', '\\|');
