import type { Page } from '@playwright/test';
import { expect } from './host';

/** A place in the plugin, and what is visible once it has all it needs. */
export interface Place {
  readonly name: string;
  readonly address: string;
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
  { name: 'overview', address: '/calico-readiness', ready: heading(/^Causes/) },
  {
    name: 'matrix',
    address: '/calico-readiness/nodes',
    ready: async (page) => expect(page.getByRole('grid', { name: 'Nodes and requirements' })).toBeVisible(),
  },
  {
    name: 'panel',
    address: '/calico-readiness/nodes',
    ready: async (page) => {
      await page
        .getByRole('gridcell', { name: /, Fail, / })
        .first()
        .click();
      await expect(page.getByRole('term').filter({ hasText: /^Seen$/ })).toBeVisible();
    },
  },
  {
    name: 'requirements',
    address: '/calico-readiness/requirements',
    ready: async (page) => expect(page.getByText('networkmanager-ignores-tunl')).toBeVisible(),
  },
  {
    name: 'guides',
    address: '/calico-readiness/guides',
    ready: async (page) => expect(page.getByText('Keep NetworkManager off Calico interfaces')).toBeVisible(),
  },
  {
    name: 'guide-networkmanager',
    address: '/calico-readiness/guides/networkmanager',
    ready: async (page) => expect(page.getByText('kind: MachineConfig').first()).toBeVisible(),
  },
  {
    name: 'guide-firewalld',
    address: '/calico-readiness/guides/firewalld',
    ready: async (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    name: 'guide-kernel-modules',
    address: '/calico-readiness/guides/kernel-modules',
    ready: async (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    name: 'guide-unknown',
    address: '/calico-readiness/guides/nonsense',
    ready: async (page) => expect(page.getByText('nonsense')).toBeVisible(),
  },
  {
    name: 'node-tab',
    address: `/k8s/cluster/nodes/${exampleNode}/calico-readiness`,
    ready: async (page) => expect(page.getByText('Evaluated profile')).toBeVisible(),
  },
];
