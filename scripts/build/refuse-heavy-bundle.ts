import type { Metafile } from 'esbuild';

/** What a check must not load before it starts: only the agent command needs it, a host with a message bus, or a module that was not built with its kernel. */
const lazy = [
  'node_modules/@kubernetes/client-node/',
  'agent/src/cluster/api-client.ts',
  'node_modules/pino/',
  'node_modules/prom-client/',
  'node_modules/@homebridge/dbus-native/',
  'node_modules/fzstd/',
  'node_modules/xz-decompress/',
];

/** Throws for what would make the program slow to start, or large. */
export function refuseHeavyBundle(metafile: Metafile): void {
  const outputs = Object.entries(metafile.outputs);
  const loadedWith = (source: string): readonly string[] => {
    const [file] = outputs.find(([, { entryPoint }]) => entryPoint === source) ?? [];
    if (file === undefined)
      throw new Error(`${source} begins no file of the bundle any more; see scripts/build/refuse-heavy-bundle.ts.`);
    return inputsLoadedBy(file, metafile);
  };
  const early = loadedWith('agent/src/commands/command-line.ts').filter((input) =>
    lazy.some((part) => input.includes(part)),
  );
  if (early.length > 0)
    throw new Error(`A check would load ${early.join(', ')} at its start; import it when it is needed.`);
  const probed = loadedWith('agent/src/main.ts').filter((input) => !input.startsWith('agent/'));
  if (probed.length > 0) throw new Error(`The command alive would load ${probed.join(', ')}, which it does not need.`);
  const generated = [...inputsIn(metafile)].filter((input) =>
    /client-node\/dist\/gen\/(models|apis|types)\//.test(input),
  );
  if (generated.length > 0)
    throw new Error(
      `The agent would bring ${String(generated.length)} files of generated code along, of them ${generated[0] ?? ''}: use agent/src/cluster/api-client.ts.`,
    );
}

/** The source files of which something is left in the bundle. */
export const inputsIn = ({ outputs }: Metafile): ReadonlySet<string> =>
  new Set(
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([input]) => input),
    ),
  );

/** The source files that come with a file and everything that it imports statically. */
function inputsLoadedBy(file: string, { outputs }: Metafile): string[] {
  const seen = new Set<string>();
  const visit = (path: string): string[] => {
    const output = outputs[path];
    if (output === undefined || seen.has(path)) return [];
    seen.add(path);
    const imported = output.imports
      .filter(({ kind }) => kind === 'import-statement')
      .flatMap((statement) => visit(statement.path));
    return [...Object.keys(output.inputs), ...imported];
  };
  return visit(file);
}
