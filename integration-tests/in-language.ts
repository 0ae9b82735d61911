/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from '@playwright/test';
import { exampleNode, places } from './pages';
import { settled } from './settled';

/** What of a place is there last, in whichever language. */
const lastElement: Readonly<Record<string, string>> = {
  overview: 'main table >> nth=2',
  panel: '.calico-readiness__panel-body dd >> nth=2',
  matrix: '[role="gridcell"] .calico-readiness__symbol--Fail >> nth=0',
  'matrix-groups': '[role="grid"] button[aria-expanded="true"] >> nth=0',
  'compared-nodes': 'main table td >> nth=3',
  profiles: 'main table td >> nth=3',
  requirements: 'main table td >> nth=3',
  guides: 'main table td >> nth=1',
  'guide-unknown': 'main h1',
  'node-tab': 'main table td >> nth=3',
};

/** A cell of the matrix by its address, since what it is called differs from language to language. */
const cell = `${exampleNode}/networkmanager-ignores-vxlan-calico`;

/** Opens a place of the plugin with parameters that change how it looks, and waits until it is all there. */
export async function openPlace(page: Page, name: string, parameters: string): Promise<void> {
  const address = places.find((place) => place.name === name)?.address ?? name;
  const panel = name === 'panel' ? `&cell=${encodeURIComponent(cell)}` : '';
  await page.goto(`${address}${address.includes('?') ? '&' : '?'}${parameters}${panel}`);
  await page.locator(lastElement[name] ?? 'main h2 >> nth=1').waitFor();
  await settled(page);
}

/** What a person reads or hears of the plugin, and is data: of hosts, of the cluster, of the document in English. */
const data = [
  'code, pre, bdi, [lang="en"], svg, script, style, .calico-readiness__host-text, .calico-readiness__node-name',
  // What the console itself writes around our pages and into them.
  '.pf-v6-c-timestamp, [data-test="timestamp"], .co-m-resource-icon',
].join(', ');

/** Names in the sample, of units and products, and values of a profile, which stand in cells of their own. */
const names = new RegExp(
  `^(?:${[
    '[\\w-]+\\.sample\\.example',
    '(?:master|worker|infra|legacy|edge)[\\w-]*',
    '(?:RHCOS|RHEL|Debian|Ubuntu|Fedora|CentOS)[ \\w.-]*',
    '[\\w-]+\\.service',
    '/[\\w*./-]+',
    'D-Bus [\\w.]+',
    // Dates and ages, which Intl writes in the language of the browser.
    '[A-Z][a-z]{2} \\d{1,2}',
    '\\d{1,2}:\\d\\d [AP]M',
    '\\d+ (?:min|hr|day|hour|minute)s?\\.? ago',
    'v3\\.\\d+',
    'IPIP|VXLAN|IPv[46]|BPF|eBPF|iptables|nftables|ipvs',
    '(?:BGP|VXLAN|Typha|WireGuard|API|Felix) [\\d/]+',
  ].join('|')})$`,
);

/** What the standalone console writes around our pages, in English only. */
const ofTheConsole = [
  // PatternFly's, of its dialogs: nothing translates it.
  'aria-label: Close',
  'aria-label: Add to favorites',
  'aria-label: Breadcrumb',
  'aria-label: Node',
  'title: Node',
  'Nodes',
  'Node details',
  'Overview',
  'YAML',
];

/** Texts and labels in which a letter stands that pseudolocalization would have changed. */
export const plainTexts = async (page: Page): Promise<string[]> => {
  const found = await page.locator('body').evaluate(
    (body, { dataSelector, namesSource }) => {
      const name = new RegExp(namesSource);
      const isPlain = (text: string): boolean =>
        /[A-Za-z]{2}/.test(text) &&
        !text
          .split(/[·,\n]| - /)
          // A pseudolocalized sentence stands in brackets, and may end with a name.
          .map((part) => part.trim().replace(/^\[+|\]+$/g, ''))
          .every((part) => !/[A-Za-z]{2}/.test(part) || name.test(part));
      const ours = [...body.querySelectorAll('#content-scrollable, [role="dialog"], [role="menu"], [role="tooltip"]')];
      const found = new Set<string>();
      for (const root of ours) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
          const parent = text.parentElement;
          if (parent === null || parent.closest(dataSelector) !== null) continue;
          if (isPlain(text.textContent ?? '')) found.add((text.textContent ?? '').trim());
        }
        for (const element of root.querySelectorAll('[aria-label], [placeholder], [title], [aria-valuetext]')) {
          if (element.closest(dataSelector) !== null) continue;
          for (const attribute of ['aria-label', 'placeholder', 'title', 'aria-valuetext']) {
            const value = element.getAttribute(attribute);
            if (value !== null && isPlain(value)) found.add(`${attribute}: ${value}`);
          }
        }
      }
      return [...found];
    },
    { dataSelector: data, namesSource: names.source },
  );
  return found.filter((text) => !ofTheConsole.includes(text));
};
