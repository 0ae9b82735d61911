/*
 * For `console.alert-action`. Releases hand over different ways to open a dialog and none to navigate, so these open
 * the page as a link would. The console's document names the path that it is served at in its base element.
 */

const open = (path: string): void => {
  window.location.assign(new URL(path, document.querySelector('base')?.href ?? `${window.location.origin}/`));
};

export const openOverview = (): void => {
  open('calico-readiness');
};

export const openNotReadyNodes = (): void => {
  open('calico-readiness/nodes?verdict=NotReady');
};

export const openNodesWithoutReport = (): void => {
  open('calico-readiness/nodes?verdict=NoReport&verdict=Stale');
};

export const openPolicy = (): void => {
  open('k8s/cluster/calicoreadiness.io~v1alpha1~ReadinessPolicy/cluster');
};
