import { consoleNodes } from '../measured-pages';
import { changeFleet, type Site } from './site';

/**
 * A real console that runs elsewhere, with the plugin and a fleet behind it. The yardstick is its own list of Nodes.
 * `changes` is the root of what changes nodes of that fleet, as the standalone host does, if there is such a thing.
 */
export const realSite = (origin: string, changes: string | undefined): Site => ({
  yardstick: consoleNodes,
  originOf: () => origin,
  light: '/static/nothing',
  // The tour of a first visit would stand in front of the page.
  enter: async (context) => {
    await context.addInitScript((settings) => {
      localStorage.setItem('console-user-settings', settings);
    }, userSettings);
  },
  setPace:
    changes === undefined
      ? undefined
      : (perSecond) => changeFleet(changes, authorization(process.env['CALICO_READINESS_TOKEN']), perSecond),
});

const userSettings = JSON.stringify({
  'console.guidedTour': JSON.stringify({ admin: { completed: true }, dev: { completed: true } }),
});

const authorization = (token: string | undefined): Readonly<Record<string, string>> =>
  token === undefined ? {} : { Authorization: `Bearer ${token}` };
