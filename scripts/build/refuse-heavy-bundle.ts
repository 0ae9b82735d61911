import type { Metafile } from 'esbuild';
import { loadedWith } from './join-chunks';

/** What a check must not load before it starts: only the agent command needs it, a host with a message bus, a module that was not built with its kernel, or who prints a table. */
const lazy = [
  'node_modules/@kubernetes/client-node/',
  'agent/src/cluster/api-client.ts',
  'node_modules/pino/',
  'node_modules/prom-client/',
  'node_modules/@homebridge/dbus-native/',
  'node_modules/fzstd/',
  'node_modules/xz-decompress/',
  // Its tables of characters take as long to compile as a tenth of a check.
  'node_modules/string-width/',
];

/** Throws for what would make the program slow to start, or large. */
export function refuseHeavyBundle(metafile: Metafile): void {
  const early = inputsLoadedBy('agent/src/commands/command-line.ts', metafile).filter((input) =>
    lazy.some((part) => input.includes(part)),
  );
  if (early.length > 0)
    throw new Error(`A check would load ${early.join(', ')} at its start; import it when it is needed.`);
  const probed = inputsLoadedBy('agent/src/main.ts', metafile).filter((input) => !input.startsWith('agent/'));
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

/** The file of the bundle that a source file begins. Throws where it begins none. */
export function fileOf(source: string, { outputs }: Metafile): string {
  const [file] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source) ?? [];
  if (file === undefined) throw new Error(`${source} begins no file of the bundle any more; see scripts/build.`);
  return file;
}

/** The source files that come with one that begins a file, and with everything that this imports statically. */
function inputsLoadedBy(source: string, metafile: Metafile): string[] {
  const file = fileOf(source, metafile);
  const files = [file, ...loadedWith(file, metafile.outputs)];
  return files.flatMap((each) => Object.keys(metafile.outputs[each]?.inputs ?? {}));
}
