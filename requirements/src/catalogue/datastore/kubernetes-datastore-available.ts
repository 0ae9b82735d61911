import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { judgeDatastore } from '../network/api-judgement';
import { datastoreReasons } from '../network/api-reasons';
import { quoting } from '../quotes';

/** Traffic decides it, from this node to the Kubernetes API; no fact of the host itself can. */
export const kubernetesDatastoreAvailable = defineRequirement({
  id: 'kubernetes-datastore-available',
  chapter: 'datastore',
  scope: 'flow',
  level: 'required',
  origin: quoting(
    'Calico v3.25 requires a key/value store accessible by all Calico components.',
    'With OpenShift, the Kubernetes API datastore is used for the key/value store.',
  ),
  title: msg('The Kubernetes API datastore is accessible'),
  failureTitle: msg('The Kubernetes API datastore is not accessible'),
  shortTitle: msg('Datastore'),
  rationale: msg('All configuration and policy reaches Calico on the node through the Kubernetes API.'),
  needed: msg('Accessible from this node'),
  remedy: msg('Make the Kubernetes API reachable from this node.'),
  guide: 'datastore',
  links: documentation.requirements,
  verifyCommand: 'kubectl get --raw /readyz',
  reasons: {
    NotTested: { title: msg('Access to the Kubernetes API datastore is not tested yet') },
    ...datastoreReasons,
  },
  appliesTo: always,
  needs: [],
  consults: ['apiAccess'],
  evaluate: (_facts, { facts: { apiAccess } }) =>
    (apiAccess.status === 'observed' ? judgeDatastore(apiAccess.value) : undefined) ?? {
      outcome: 'undetermined',
      reason: 'NotTested',
      observed: 'not tested',
    },
});
