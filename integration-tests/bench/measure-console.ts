import { chromium, type Browser } from '@playwright/test';
import { table } from '../../agent/bench/print-tables';
import { findBrowser } from '../../scripts/test/browser';
import { startHost } from '../running-host';
import { figureRows, rowHead } from './figure-rows';
import { targetNodes, type SettingFigures } from './figures';
import { measureSetting } from './measure-setting';
import { consoleBenchOptions, OptionError, usage, type ConsoleBenchOptions } from './options';
import { keepFigures } from './record';
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
  const { console, nodes, runs, notMeasured } = measured;
  const title = `${nodes.toLocaleString('en')} nodes in console ${console}, medians of ${String(runs)}`;
  say('', ...table([title, ...rowHead(measured).slice(1)], figureRows(measured)));
  for (const sentence of notMeasured) say(`NOT MEASURED: ${sentence}`);
}

/** One fleet after the other, each in every console; resolves to whether everything could be measured. */
async function measureAll(options: ConsoleBenchOptions): Promise<boolean> {
  let isWhole = true;
  for (const nodes of options.nodes) {
    const sample = ['--backend', 'sample', '--nodes', String(nodes), '--other-plugin', yardstickDirectory];
    const host = await startHost(sample);
    const browser = await launch();
    try {
      for (const console of options.consoles) {
        say(`Measuring ${String(nodes)} nodes in console ${console} ...`);
        const measured = await measureSetting({ browser, host, console, nodes }, options.runs);
        print(measured);
        if (options.record) keepFigures(measured, `Chromium ${browser.version()}`);
        isWhole &&= measured.notMeasured.length === 0;
      }
    } finally {
      await browser.close();
      await host.stop();
    }
  }
  return isWhole;
}

try {
  const options = consoleBenchOptions(process.argv.slice(2));
  if (options === undefined) say(usage);
  else {
    say('Building the yardstick, where it is not built ...');
    buildYardstick();
    const isWhole = await measureAll(options);
    say('', `Targets are those of ${targetNodes.toLocaleString('en')} nodes; ratios are to the plain table page.`);
    process.exitCode = isWhole ? 0 : 1;
  }
} catch (error) {
  if (!(error instanceof OptionError)) throw error;
  process.stderr.write(`bench:console: ${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
