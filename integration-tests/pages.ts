import type { Page } from '@playwright/test';
import { expect } from './host';

/** A place in the plugin, and what is visible once it has all it needs. */
export interface Place {
  readonly name: string;
  readonly address: string;
  /** What the title of the browser's tab begins with. */
  readonly title: string;
  readonly ready: (page: Page) => Promise<void>;
}

const heading = (name: RegExp) => async (page: Page) => {
  await expect(page.getByRole('heading', { name }).first()).toBeVisible();
};

/** Large enough for every pool and every kind of failure. */
export const sampleFleet = ['--backend', 'sample', '--nodes', '200'];

/** A node of that fleet that has something to show. */
export const exampleNode = 'worker-b-0042.sample.example';

/** Every page of the plugin; with `--backend sample`. */
export const places: readonly Place[] = [
  {
    name: 'overview',
    address: '/calico-readiness',
    title: 'Overview',
    ready: heading(/^Causes/),
  },
  {
    name: 'matrix',
    address: '/calico-readiness/nodes',
    title: 'Nodes',
    ready: async (page) => expect(page.getByRole('grid', { name: 'Nodes and requirements' })).toBeVisible(),
  },
  {
    name: 'panel',
    address: '/calico-readiness/nodes',
    title: 'Nodes',
    ready: async (page) => {
      await page
        .getByRole('gridcell', { name: /, Fail, / })
        .first()
        .click();
      await expect(page.getByRole('term').filter({ hasText: /^Seen$/ })).toBeVisible();
    },
  },
  {
    name: 'matrix-groups',
    address: '/calico-readiness/nodes?group=pool&open=worker-b',
    title: 'Nodes',
    ready: async (page) => expect(page.getByRole('button', { name: /^worker-b, /, expanded: true })).toBeVisible(),
  },
  {
    name: 'compared-nodes',
    address: `/calico-readiness/nodes?compare=${exampleNode},worker-0001.sample.example`,
    title: 'Compare nodes',
    ready: async (page) => expect(page.getByRole('table', { name: 'Different facts' })).toBeVisible(),
  },
  {
    name: 'profiles',
    address: '/calico-readiness/profiles',
    title: 'Profiles',
    ready: async (page) => expect(page.getByRole('grid', { name: 'Calico v3.25' })).toBeVisible(),
  },
  {
    name: 'requirements',
    address: '/calico-readiness/requirements',
    title: 'Requirements',
    ready: async (page) => expect(page.getByText('networkmanager-ignores-tunl')).toBeVisible(),
  },
  {
    name: 'guides',
    address: '/calico-readiness/guides',
    title: 'Guides',
    ready: async (page) => expect(page.getByText('Keep NetworkManager off Calico interfaces')).toBeVisible(),
  },
  {
    name: 'guide-networkmanager',
    address: '/calico-readiness/guides/networkmanager',
    title: 'Keep NetworkManager off Calico interfaces · Guides',
    ready: async (page) => expect(page.getByText('kind: MachineConfig').first()).toBeVisible(),
  },
  {
    name: 'guide-firewalld',
    address: '/calico-readiness/guides/firewalld',
    title: 'Disable firewalld and other iptables managers · Guides',
    ready: async (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    name: 'guide-kernel-modules',
    address: '/calico-readiness/guides/kernel-modules',
    title: 'Make the kernel modules that Calico needs available · Guides',
    ready: async (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    name: 'guide-unknown',
    address: '/calico-readiness/guides/nonsense',
    title: 'There is no such guide · Guides',
    ready: async (page) => expect(page.getByText('nonsense')).toBeVisible(),
  },
  {
    name: 'node-tab',
    address: `/k8s/cluster/nodes/${exampleNode}/calico-readiness`,
    title: `${exampleNode} · Node`,
    ready: async (page) => expect(page.getByText('Evaluated profile')).toBeVisible(),
  },
];

/** Ways in which the API misbehaves, and what the overview then says. */
export const states: readonly { readonly scenario: string; readonly text: string | RegExp }[] = [
  { scenario: 'no-reports', text: 'No reports yet' },
  { scenario: 'crd-missing', text: 'NodeReport is not installed in this cluster' },
  { scenario: 'forbidden', text: 'Permission to list nodereports is required' },
  { scenario: 'nodes-forbidden', text: 'Permission to list nodes is required' },
  { scenario: 'error', text: 'etcdserver: request timed out' },
  { scenario: 'stale', text: /^Stale: the controller reported this/ },
];
