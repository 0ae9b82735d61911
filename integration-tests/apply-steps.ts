import type { Page } from '@playwright/test';
import { newestConsole } from './console-profiles';
import { expect } from './host';
import type { Host } from './running-host';

/** Small, so that a rollout is short; with affected nodes of RHCOS in the pool worker-b. */
export const applyFleet = ['--backend', 'sample', '--nodes', '40'];

export const machineConfig = '99-worker-b-calico-networkmanager';
const configs = '/api/kubernetes/apis/machineconfiguration.openshift.io/v1/machineconfigs';
const configurations = '/api/kubernetes/apis/operator.openshift.io/v1/machineconfigurations';
const pools = '/api/kubernetes/apis/machineconfiguration.openshift.io/v1/machineconfigpools';

async function ask(host: Host, method: string, path: string, body?: object, contentType = 'application/json') {
  const response = await fetch(`${host.url(newestConsole)}${path}`, {
    method,
    headers: { ...host.authorization, 'Content-Type': contentType },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok && response.status !== 404) throw new Error(await response.text());
  return (await response.json()) as Record<string, unknown>;
}

/** Controls the stand-in for the Machine Config Operator. */
export const setOperator = (
  host: Host,
  settings: { stepMilliseconds?: number; degradedPool?: string | null; policyMilliseconds?: number | null },
) => ask(host, 'POST', '/standalone/operator', settings);

/** As a second person with `oc` would. */
export const createConfig = (host: Host, source: string, name = machineConfig, metadata: object = {}) =>
  ask(host, 'POST', configs, {
    apiVersion: 'machineconfiguration.openshift.io/v1',
    kind: 'MachineConfig',
    metadata: { name, labels: { 'machineconfiguration.openshift.io/role': 'worker-b' }, ...metadata },
    spec: {
      config: {
        ignition: { version: '3.2.0' },
        storage: { files: [{ path: '/etc/NetworkManager/conf.d/calico.conf', contents: { source } }] },
      },
    },
  });

export const getConfig = (host: Host, name = machineConfig) => ask(host, 'GET', `${configs}/${name}`);

export const setPaused = (host: Host, pool: string, paused: boolean) =>
  ask(host, 'PATCH', `${pools}/${pool}`, { spec: { paused } }, 'application/merge-patch+json');

/** How many machines of the pool worker-b have what is applied, as the cluster says. */
export const updatedMachines = async (host: Host) =>
  Number(((await ask(host, 'GET', `${pools}/worker-b`))['status'] as Record<string, unknown>)['updatedMachineCount']);

/** The node disruption policy of the cluster, and writing it as a second person with `oc edit` would. */
export const getPolicy = async (host: Host) =>
  ((await ask(host, 'GET', `${configurations}/cluster`))['spec'] as Record<string, unknown>)['nodeDisruptionPolicy'];
export const editPolicy = (host: Host, nodeDisruptionPolicy: object | null) =>
  ask(
    host,
    'PATCH',
    `${configurations}/cluster?fieldManager=kubectl-edit`,
    { spec: { nodeDisruptionPolicy } },
    'application/merge-patch+json',
  );

/** The cluster as it was: nothing applied, and every pool updated. */
export async function resetCluster(host: Host): Promise<void> {
  await setOperator(host, { stepMilliseconds: 20, degradedPool: null, policyMilliseconds: 200 });
  await editPolicy(host, null);
  await setPaused(host, 'worker-b', false);
  const { items } = (await ask(host, 'GET', configs)) as { items: { metadata: { name: string } }[] };
  for (const { metadata } of items)
    if (metadata.name.startsWith('99-')) await ask(host, 'DELETE', `${configs}/${metadata.name}`);
  await expect
    .poll(async () => JSON.stringify(await ask(host, 'GET', `${pools}/worker-b`)))
    .toMatch(/^(?!.*"name":"99-).*"type":"Updated","status":"True"/);
}

export const guide = '/calico-readiness/guides/networkmanager';

export const openGuide = async (page: Page, role = 'worker-b') => {
  await page.goto(`${guide}?platform=rhcos&role=${role}`);
  await expect(page.getByRole('heading', { name: 'Apply it from this page' })).toBeVisible();
};

export const dryRun = (page: Page) => page.getByRole('button', { name: 'Dry run' });
export const create = (page: Page) => page.getByRole('button', { name: 'Create and start the rollout' });

/** From the difference to the confirmed request. */
export async function apply(page: Page): Promise<void> {
  await dryRun(page).click();
  await expect(page.getByText('The API accepts it in a dry run')).toBeVisible();
  await create(page).click();
  const dialog = page.getByRole('dialog', { name: `Create ${machineConfig}?` });
  await dialog.getByRole('button', { name: 'Create and start the rollout' }).click();
  await expect(dialog).toBeHidden();
}

export const rollout = (page: Page) => page.getByRole('grid', { name: 'Rollout by pool' });
export const verified = (page: Page) => page.getByRole('heading', { name: /Verified on (\d+) of \1 nodes/ });
export const difference = (page: Page) =>
  page.getByRole('group', { name: 'Difference between the cluster and the proposal' });

/** The agents that reported before the last node was updated are asked again. */
export const recheck = async (page: Page) => {
  const button = page.getByRole('button', { name: /^Ask \d+ nodes? to check again$/ });
  await expect(button.or(verified(page))).toBeVisible();
  if (await button.isVisible()) await button.click();
};
