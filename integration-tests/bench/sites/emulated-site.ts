import type { ConsoleProfile } from '../../console-profiles';
import type { Host } from '../../running-host';
import { plainNodes } from '../measured-pages';
import { changeFleet, type Site } from './site';

/** One console of the standalone host, which serves the plain table page as another plugin, in a console of its own. */
export function emulatedSite(host: Host, console: ConsoleProfile): Site {
  const printedFor = (page: string): string =>
    page === 'yardstick' ? host.printedUrlOfOther(console) : host.printedUrl(console);
  return {
    yardstick: plainNodes,
    originOf: (page) => new URL(printedFor(page)).origin,
    light: '/standalone/host.js',
    enter: async (context, page) => {
      await context.request.get(printedFor(page));
    },
    setPace: (perSecond) => changeFleet(host.url(console), host.authorization, perSecond),
  };
}
