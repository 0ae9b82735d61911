import { busDictionary, variantValue } from '../src/parsers/bus-value';
import { parseFermEnabled } from '../src/parsers/default-ferm';
import { parseDataUrl } from '../src/parsers/machine-config/data-url';
import { parseDmiText } from '../src/parsers/dmi-text';
import { parseDeviceType } from '../src/parsers/device-uevent';
import { parseEnvironmentFile } from '../src/parsers/environment-file';
import { parseExecLine, unquotedWords } from '../src/parsers/exec-line';
import { parseElfMachine } from '../src/parsers/elf-header';
import { parseInstallSection } from '../src/parsers/install-section';
import { parseIpTablesNames } from '../src/parsers/proc/ip-tables-names';
import {
  kernelCommandLineWords,
  modulesLoadedByCommandLine,
  parseKernelCommandLine,
} from '../src/parsers/proc/kernel-command-line';
import { parseKernelConfig } from '../src/parsers/kernel-config';
import { keyFileBoolean, keyFileText } from '../src/parsers/key-file-value';
import { parseLockdown } from '../src/parsers/lockdown';
import { parseMachineConfig } from '../src/parsers/machine-config/machine-config';
import { changedFiles, changedLinks } from '../src/parsers/machine-config/machine-config-files';
import { changedUnits } from '../src/parsers/machine-config/machine-config-units';
import { joinMatchSpecs, splitMatchSpecs } from '../src/parsers/match-spec';
import { parseModprobePath } from '../src/parsers/proc/modprobe-path';
import { openKmodIndex, parseKmodIndex } from '../src/parsers/kernel-modules/kmod-index';
import {
  parseModulesAliasBin,
  parseModulesBuiltinAliasBin,
  parseModulesBuiltinBin,
  parseModulesDepBin,
} from '../src/parsers/kernel-modules/kmod-indexes';
import { parseModprobeD } from '../src/parsers/kernel-modules/modprobe-d';
import { KmodLookup } from '../src/parsers/kernel-modules/kmod-lookup';
import { canonicalModuleName, isModuleFile, moduleNameOfPath } from '../src/parsers/kernel-modules/module-name';
import { parseModulesAlias } from '../src/parsers/kernel-modules/modules-alias';
import { parseModulesBuiltin } from '../src/parsers/kernel-modules/modules-builtin';
import { parseModulesBuiltinModinfo } from '../src/parsers/kernel-modules/modules-builtin-modinfo';
import { parseModulesDep, parseModulesDepLines } from '../src/parsers/kernel-modules/modules-dep';
import { parseModulesOrder } from '../src/parsers/kernel-modules/modules-order';
import { parseSignatureMark } from '../src/parsers/kernel-modules/signature-mark';
import { parseModulesLoadD } from '../src/parsers/kernel-modules/modules-load-d';
import { unescapedMountField } from '../src/parsers/proc/mount-field';
import { parseNetworkInterfaces } from '../src/parsers/network-interfaces';
import { parseNetworkManagerConf } from '../src/parsers/network-manager-conf';
import { parseOsRelease } from '../src/parsers/os-release';
import { parseProcCgroup } from '../src/parsers/proc/proc-cgroup';
import { parseProcFilesystems } from '../src/parsers/proc/proc-filesystems';
import { parseProcModules } from '../src/parsers/proc/proc-modules';
import { parseProcMountinfo } from '../src/parsers/proc/proc-mountinfo';
import { parseProcMounts } from '../src/parsers/proc/proc-mounts';
import { parseFlowCarrier } from '../src/parsers/packets/flow-carrier';
import { parseFlowMessage } from '../src/parsers/packets/flow-message';
import { parseIcmpError } from '../src/parsers/packets/icmp-error';
import { parseIcmpUnreachable } from '../src/parsers/packets/icmp-unreachable';
import { addressBytes, addressOfBytes } from '../src/parsers/packets/ip-address';
import { ipv4Payload } from '../src/parsers/packets/ipv4-packet';
import { parseTcpSegment } from '../src/parsers/packets/tcp-segment';
import { parseProcNetDev } from '../src/parsers/proc/proc-net-dev';
import { parseProcNetIgmp } from '../src/parsers/proc/proc-net-igmp';
import { parseNetSnmp, parseNetSnmp6 } from '../src/parsers/proc/proc-net-snmp';
import { printedAddress } from '../src/parsers/proc/socket-address';
import { parseCapabilities, parseProcessName } from '../src/parsers/proc/proc-status';
import { parseSysctlSwitch } from '../src/parsers/proc/sysctl-switch';
import { enforcesSignatures } from '../src/parsers/proc/signature-parameter';
import { parseShellCommands } from '../src/parsers/shell-commands';
import { parseSystemdNetwork } from '../src/parsers/systemd-network';
import { parseServiceSection } from '../src/parsers/systemd-service';
import { logicalLines, parseSystemdUnit } from '../src/parsers/systemd-unit';
import { textLines } from '../src/parsers/text-lines';
import { parseUdevRules } from '../src/parsers/udev-rules';
import { parseUfwEnabled } from '../src/parsers/ufw-conf';
import {
  bytesOf,
  connectionsOf,
  entriesOf,
  linesOf,
  machineConfigOf,
  meaningOfModules,
  socketsOf,
  valuesOfModules,
  valuesOfRoot,
} from './parser-readings';

/** How one parser is tried out. */
export interface ParserTrial {
  /** Its function's name. */
  readonly name: string;
  readonly parse: (text: string) => unknown;
  /** The files of the fixture hosts that it reads. */
  readonly files: RegExp;
  /** Where the program that really reads the file does not look at the order of its lines: what ends a line. */
  readonly anyOrder?: '\n' | '\0';
  /** The things that it makes known, one text each: a part of the file must make none known that the whole does not. */
  readonly known?: (value: never) => Iterable<string>;
}

const trial = <T>(
  name: string,
  parse: (text: string) => T,
  files: RegExp,
  more: Pick<ParserTrial, 'anyOrder'> & {
    readonly known?: (
      value: T extends { readonly status: 'parsed'; readonly value: infer V } ? V : never,
    ) => Iterable<string>;
  } = {},
): ParserTrial => ({ name, parse, files, ...more }) as ParserTrial;

const configurations = /etc\/NetworkManager\/.*\.conf$|NetworkManager\/conf\.d\/|run\/NetworkManager\/devices\//;
const units = /systemd\/system\/.*\.(?:service|target|conf)$/;
const mounts = /proc\/1\/mountinfo$/;
const status = /proc\/1\/status$/;

/** Every function below `parsers` that takes apart what another program wrote. */
export const parserTrials: readonly ParserTrial[] = [
  trial('variantValue', variantValue, /hostname$/),
  trial('busDictionary', busDictionary, /hostname$/),
  trial('parseDataUrl', (text) => parseDataUrl(`data:,${text}`), /hostname$/),
  trial('parseMachineConfig', (text) => parseMachineConfig(machineConfigOf(text)), /hostname$/),
  trial('changedFiles', (text) => changedFiles(entriesOf(text)), /hostname$/),
  trial('changedLinks', (text) => changedLinks(entriesOf(text)), /hostname$/),
  trial('changedUnits', (text) => changedUnits(entriesOf(text)), /hostname$/),
  trial('parseInstallSection', parseInstallSection, units),
  trial('parseDmiText', parseDmiText, /chassis_asset_tag$/),
  trial('parseDeviceType', parseDeviceType, /class\/net\/[^/]*\/uevent$/, { anyOrder: '\n' }),
  trial('parseElfMachine', (text) => parseElfMachine(bytesOf(text)), /usr\/bin\/(?:ba|da)sh$/),
  // No fixture host has a file for EnvironmentFile=; os-release is one of its form.
  trial('parseEnvironmentFile', parseEnvironmentFile, /os-release$/),
  trial('parseExecLine', parseExecLine, units),
  trial('unquotedWords', unquotedWords, units),
  // A shell reads it as it reads ufw.conf, and no fixture host has ferm.
  trial('parseFermEnabled', parseFermEnabled, /ufw\.conf$/),
  trial('parseIpTablesNames', parseIpTablesNames, /proc\/1\/net\/ip_tables_/, { anyOrder: '\n' }),
  trial('parseKernelCommandLine', parseKernelCommandLine, /proc\/cmdline$/),
  trial('enforcesSignatures', enforcesSignatures, /proc\/cmdline$/),
  trial('kernelCommandLineWords', kernelCommandLineWords, /proc\/cmdline$/),
  trial('modulesLoadedByCommandLine', modulesLoadedByCommandLine, /proc\/cmdline$/),
  trial('parseKernelConfig', parseKernelConfig, /(?:boot\/config-[^/]*|modules\/[^/]*\/config)$/, {
    anyOrder: '\n',
    known: ({ symbols }) => [...symbols].map((entry) => entry.join('=')),
  }),
  trial('keyFileText', keyFileText, configurations),
  trial('keyFileBoolean', keyFileBoolean, configurations),
  trial('parseLockdown', parseLockdown, /kernel\/security\/lockdown$/),
  trial('splitMatchSpecs', splitMatchSpecs, configurations),
  trial('joinMatchSpecs', (text) => joinMatchSpecs(text.split(/[,;]/)), configurations),
  trial('parseModprobeD', parseModprobeD, /modprobe\.d\/.*\.conf$/),
  trial('parseModprobePath', parseModprobePath, /sys\/kernel\/modprobe$/),
  trial('canonicalModuleName', canonicalModuleName, /modules\.dep$/),
  trial('moduleNameOfPath', moduleNameOfPath, /modules\.dep$/),
  trial('isModuleFile', isModuleFile, /modules\.dep$/),
  trial('parseModulesDepLines', (text) => parseModulesDepLines(linesOf(text)), /modules\.dep$/),
  trial('KmodNode', valuesOfRoot, /modules\.[a-z.]+\.bin$/),
  trial('parseModulesAlias', parseModulesAlias, /modules\.alias$/, {
    anyOrder: '\n',
    known: (modules) => [...modules].flatMap(([alias, names]) => names.map((name) => `${alias} ${name}`)),
  }),
  trial('parseModulesOrder', parseModulesOrder, /modules\.order$/, { anyOrder: '\n', known: (paths) => paths }),
  // The modules of the fixture hosts are empty; a program is an ELF file as well.
  trial('parseSignatureMark', (text) => parseSignatureMark(bytesOf(text)), /usr\/bin\/(?:ba|da)sh$/),
  trial('parseModulesBuiltin', parseModulesBuiltin, /modules\.builtin$/, { anyOrder: '\n', known: (names) => names }),
  trial('parseModulesBuiltinModinfo', parseModulesBuiltinModinfo, /modules\.builtin\.modinfo$/, {
    anyOrder: '\0',
    known: ({ modules, aliases }) => [...modules, ...[...aliases].map((alias) => `alias ${alias}`)],
  }),
  trial('parseModulesDep', parseModulesDep, /modules\.dep$/, {
    anyOrder: '\n',
    known: (files) => [...files.values()].map(({ path, dependencies }) => [path, ...dependencies].join(' ')),
  }),
  trial('parseKmodIndex', (text) => parseKmodIndex(bytesOf(text)), /modules\.[a-z.]+\.bin$/, {
    known: (entries) => entries.map(({ key, value }) => `${key} ${value}`),
  }),
  trial('openKmodIndex', (text) => openKmodIndex(bytesOf(text)), /modules\.[a-z.]+\.bin$/),
  trial('KmodLookup', (text) => valuesOfModules(KmodLookup.open(bytesOf(text))), /modules\.[a-z.]+\.bin$/, {
    known: (values) => values,
  }),
  trial('parseModulesDepBin', (text) => meaningOfModules(parseModulesDepBin(bytesOf(text))), /modules\.dep\.bin$/, {
    known: (values) => values,
  }),
  trial(
    'parseModulesAliasBin',
    (text) => meaningOfModules(parseModulesAliasBin(bytesOf(text))),
    /modules\.alias\.bin$/,
    {
      known: (values) => values,
    },
  ),
  trial('parseModulesBuiltinBin', (text) => parseModulesBuiltinBin(bytesOf(text)), /modules\.builtin\.bin$/, {
    known: (names) => names,
  }),
  trial(
    'parseModulesBuiltinAliasBin',
    (text) => parseModulesBuiltinAliasBin(bytesOf(text)),
    /modules\.builtin\.alias\.bin$/,
    { known: ({ modules, aliases }) => [...modules, ...[...aliases].map((alias) => `alias ${alias}`)] },
  ),
  trial('parseModulesLoadD', parseModulesLoadD, /modules-load\.d\/.*\.conf$/),
  trial('unescapedMountField', unescapedMountField, mounts),
  // Only a variant has one; it is read by lines and words as a modprobe.d file.
  trial('parseNetworkInterfaces', parseNetworkInterfaces, /modprobe\.d\/.*\.conf$/),
  trial('parseNetworkManagerConf', parseNetworkManagerConf, configurations),
  trial('parseOsRelease', parseOsRelease, /os-release$/, { anyOrder: '\n' }),
  trial('parseProcCgroup', parseProcCgroup, /proc\/\d+\/cgroup$/, {
    known: (groups) => groups.map((group) => JSON.stringify(group)),
  }),
  trial('parseProcFilesystems', parseProcFilesystems, /proc\/filesystems$/, { anyOrder: '\n' }),
  trial('parseProcModules', parseProcModules, /proc\/modules$/, { anyOrder: '\n', known: (names) => names }),
  trial('parseProcMountinfo', parseProcMountinfo, mounts),
  trial('parseProcMounts', parseProcMounts, mounts),
  trial('parseProcNetDev', parseProcNetDev, /proc\/1\/net\/dev$/, { known: (names) => names }),
  // No fixture host has one; the other table of devices is read by rows as well.
  trial('parseProcNetIgmp', parseProcNetIgmp, /proc\/1\/net\/dev$/),
  trial('ConnectionTableReader', connectionsOf, /proc\/1\/net\/tcp6?$/),
  // What comes over a network is no file; a program is bytes as well.
  trial('parseTcpSegment', (text) => parseTcpSegment(bytesOf(text), 4), /usr\/bin\/(?:ba|da)sh$/),
  trial('parseIcmpUnreachable', (text) => parseIcmpUnreachable(bytesOf(text), 6), /usr\/bin\/(?:ba|da)sh$/),
  trial('parseIcmpError', (text) => parseIcmpError(bytesOf(text), 6, 17), /usr\/bin\/(?:ba|da)sh$/),
  trial('parseFlowCarrier', (text) => parseFlowCarrier(bytesOf(text), 6, 'udp'), /usr\/bin\/(?:ba|da)sh$/),
  trial('parseFlowMessage', (text) => parseFlowMessage(bytesOf(text)), /usr\/bin\/(?:ba|da)sh$/),
  trial('ipv4Payload', (text) => ipv4Payload(bytesOf(text), 6), /usr\/bin\/(?:ba|da)sh$/),
  trial('addressBytes', addressBytes, /hostname$/),
  trial('addressOfBytes', (text) => addressOfBytes(bytesOf(text).subarray(0, 16)), /hostname$/),
  // No fixture host has these counts.
  trial('parseNetSnmp', parseNetSnmp, /hostname$/),
  trial('parseNetSnmp6', parseNetSnmp6, /hostname$/),
  trial('SocketTableReader', socketsOf, /proc\/1\/net\/(?:tcp|udp)6?$/, {
    known: (sockets) => sockets.map((socket) => JSON.stringify({ ...socket, inode: 0 })),
  }),
  trial('parseCapabilities', parseCapabilities, status, { anyOrder: '\n', known: ({ bounding }) => bounding }),
  trial('parseProcessName', parseProcessName, status, { anyOrder: '\n' }),
  trial('parseSysctlSwitch', parseSysctlSwitch, /disable_ipv6$/),
  trial('parseShellCommands', parseShellCommands, units),
  trial('parseSystemdNetwork', parseSystemdNetwork, /systemd\/network\/.*\.network$/),
  trial('parseServiceSection', parseServiceSection, units),
  trial('parseSystemdUnit', parseSystemdUnit, units),
  trial('logicalLines', logicalLines, units),
  trial('textLines', textLines, /modules\.builtin$/),
  trial('parseUdevRules', parseUdevRules, /udev\/rules\.d\//),
  trial('printedAddress', (text) => printedAddress(text, 'little'), /hostname$/),
  trial('parseUfwEnabled', parseUfwEnabled, /ufw\.conf$/),
];
