/** What the kernel's command line says of modules. Names are as written there. */
export interface KernelCommandLine {
  /** `module_blacklist=`: the kernel refuses these whoever loads them (kernel-parameters.txt). Compared as written. */
  readonly deniedModules: readonly string[];
  /** `modprobe.blacklist=`: modprobe(8) ignores the aliases of these. Compared as written. */
  readonly blacklistedModules: readonly string[];
}

/**
 * `/proc/cmdline`. A quoted list has no effect for either parameter. The kernel stops at `--` and takes the
 * last `module_blacklist=`; kmod reads to the end and adds up.
 */
export function parseKernelCommandLine(text: string): KernelCommandLine {
  const parameters = parametersOf(text);
  const end = parameters.indexOf('--');
  const forKernel = end === -1 ? parameters : parameters.slice(0, end);
  const denied = forKernel
    .map((parameter) => listOf(parameter, /^module[_-]blacklist=/))
    .filter((list) => list !== undefined);
  return {
    deniedModules: denied.at(-1) ?? [],
    blacklistedModules: parameters.flatMap((parameter) => listOf(parameter, /^modprobe\.blacklist=/) ?? []),
  };
}

/** The words of `/proc/cmdline` without the quotes around them or their values, as systemd takes them apart. */
export const kernelCommandLineWords = (text: string): readonly string[] =>
  parametersOf(text).map((parameter) => parameter.replaceAll('"', ''));

/**
 * The modules that systemd-modules-load(8) loads at boot because the command line names them. `rd.modules_load=` is for
 * the initial RAM disk only. As for all of systemd's parameters, a dash counts as an underscore.
 */
export const modulesLoadedByCommandLine = (text: string): readonly string[] =>
  kernelCommandLineWords(text)
    .filter((word) => /^modules[_-]load=/.test(word))
    .flatMap((word) => word.slice(word.indexOf('=') + 1).split(','))
    .filter((module) => module !== '');

/** Parted by white space that no quotes surround; what an open quote begins goes on to the end. */
function parametersOf(text: string): readonly string[] {
  const parameters: string[] = [];
  let quoted = false;
  let start = 0;
  const end = (at: number): void => {
    if (at > start) parameters.push(text.slice(start, at));
    start = at + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (!quoted && /\s/.test(character)) end(at);
  }
  end(text.length);
  return parameters;
}

function listOf(parameter: string, name: RegExp): string[] | undefined {
  const match = name.exec(parameter);
  if (match === null || parameter.includes('"')) return undefined;
  return parameter
    .slice(match[0].length)
    .split(',')
    .filter((module) => module !== '');
}
