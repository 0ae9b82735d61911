import { chromium, type Browser } from '@playwright/test';
import { table } from '../../agent/bench/print-tables';
import { findBrowser } from '../../scripts/test/browser';
import { newestConsole } from '../console-profiles';
import { startHost } from '../running-host';
import { figureRows, rowHead } from './figure-rows';
import { targetNodes, titleOf, type SettingFigures } from './figures';
import { measureSetting } from './measure-setting';
import type { Setting } from './opened-page';
import { consoleBenchOptions, OptionError, usage, type ConsoleBenchOptions, type RealConsole } from './options';
import { keepFigures } from './record';
import { emulatedSite } from './sites/emulated-site';
import { realSite } from './sites/real-site';
import { buildYardstick, yardstickDirectory } from './yardstick/build-yardstick';

/*
 * `npm run bench:console`: what our pages of large sample fleets cost a browser, beside a plain table page of the same
 * nodes. Figures to read, never asserted: they hang on the machine and on what else it does.
 */

const say = (...lines: readonly string[]): boolean => process.stdout.write(`${lines.join('\n')}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** As every other program of the desktop would: no pictures are looked at, and nothing is asked of the network. */
async function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

function print(measured: SettingFigures): void {
  const title = `${titleOf(measured)}, medians of ${String(measured.runs)}`;
  say('', ...table([title, ...rowHead(measured).slice(1)], figureRows(measured)));
  for (const sentence of measured.notMeasured) say(`NOT MEASURED: ${sentence}`);
}

/** Measures in one console, prints it, and keeps it where that is asked for; resolves to whether all could be measured. */
async function measureIn(
  setting: Setting,
  named: Pick<SettingFigures, 'console' | 'isReal'>,
  { runs, record }: ConsoleBenchOptions,
): Promise<boolean> {
  const { nodes, browser } = setting;
  say(`Measuring ${titleOf({ ...named, nodes })} ...`);
  const measured = { ...named, nodes, ...(await measureSetting(setting, runs)) };
  print(measured);
  if (record) keepFigures(measured, `Chromium ${browser.version()}`);
  return measured.notMeasured.length === 0;
}

/** One fleet after the other, each in every emulated console; resolves to whether everything could be measured. */
async function measureEmulated(options: ConsoleBenchOptions): Promise<boolean> {
  say('Building the yardstick, where it is not built ...');
  buildYardstick();
  let isWhole = true;
  for (const nodes of options.nodes) {
    const sample = ['--backend', 'sample', '--nodes', String(nodes), '--other-plugin', yardstickDirectory];
    const host = await startHost(sample);
    const browser = await launch();
    try {
      for (const console of options.consoles) {
        const setting = { browser, site: emulatedSite(host, console), nodes };
        isWhole = (await measureIn(setting, { console, isReal: false }, options)) && isWhole;
      }
    } finally {
      await browser.close();
      await host.stop();
    }
  }
  return isWhole;
}

/** The fleet that is behind a real console. */
async function measureReal(options: ConsoleBenchOptions, { origin, changes }: RealConsole): Promise<boolean> {
  const [nodes = targetNodes] = options.nodes;
  const [console = newestConsole] = options.consoles;
  const browser = await launch();
  try {
    return await measureIn({ browser, site: realSite(origin, changes), nodes }, { console, isReal: true }, options);
  } finally {
    await browser.close();
  }
}

try {
  const options = consoleBenchOptions(process.argv.slice(2));
  if (options === undefined) say(usage);
  else {
    const isWhole = await (options.real === undefined ? measureEmulated(options) : measureReal(options, options.real));
    say('', `Targets are those of ${targetNodes.toLocaleString('en')} nodes; ratios are to the yardstick.`);
    process.exitCode = isWhole ? 0 : 1;
  }
} catch (error) {
  if (!(error instanceof OptionError)) throw error;
  process.stderr.write(`bench:console: ${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
