import { FakeKubernetesApi } from '../test/fake-kubernetes-api';
import { manyPeers } from '../test/flows/many-peers';
import { peersPath, peersPlace, publishedPeers } from '../test/flows/published-peers';
import type { ApiAnswer, ApiOrder } from './world/api-orders';

/** A fake API in a process of its own, so that what it costs is not the agent's; whoever started it gives the orders. */
const api = new FakeKubernetesApi();

const answer = (message: ApiAnswer): void => {
  process.send?.(message);
};

const start = async (nodeName: string): Promise<void> => {
  await api.start();
  api.put(`/api/v1/nodes/${nodeName}`, { apiVersion: 'v1', kind: 'Node', metadata: { name: nodeName, uid: 'node' } });
  answer({ server: api.kubeConfig.getCurrentCluster()?.server ?? '' });
};

/** Every connection ends, and no new request is answered: nothing comes, or the connection ends again. */
const swallow = async (): Promise<void> => {
  api.hanging = /./;
  await api.stop();
  await api.start();
};

const obey = async (order: ApiOrder): Promise<void> => {
  switch (order.order) {
    case 'start':
      return start(order.nodeName);
    case 'publish-peers':
      if (order.count > 0) api.put(peersPath, publishedPeers(manyPeers(order.count)));
      return answer({ peers: `${peersPlace.namespace}/${peersPlace.prefix}` });
    case 'swallow':
      return swallow();
    case 'reset':
      api.hanging = undefined;
      api.dropping = /./;
      return;
    case 'answer':
      api.hanging = api.dropping = undefined;
      return;
    case 'ask-for-recheck':
      return api.requestRecheck(order.nodeName, order.time);
    case 'tell-observed-at':
      return answer({ observedAt: api.report(order.nodeName)?.status?.observedAt ?? '' });
  }
};

process.on('message', (order: ApiOrder) => {
  void obey(order);
});
process.on('disconnect', () => process.exit());
