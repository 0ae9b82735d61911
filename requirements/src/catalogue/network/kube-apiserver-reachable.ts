import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { quotes, quoting } from '../quotes';
import { judgeReach } from './api-judgement';
import { apiReasons } from './api-reasons';

/** Traffic decides it. A listener on this port is the API server itself, so no local fact is a conflict. */
export const kubeApiserverReachable = defineRequirement({
  id: 'kube-apiserver-reachable',
  chapter: 'network',
  scope: 'flow',
  level: 'required',
  origin: quoting(
    'All kube-apiserver host Incoming Often TCP 443 or 8443*',
    '* The value passed to kube-apiserver using the --secure-port flag. If you cannot locate this, check the targetPort value returned by kubectl get svc kubernetes -o yaml.',
    quotes.ensureTraffic,
  ),
  title: msg('The Kubernetes API is reachable'),
  failureTitle: msg('The Kubernetes API is not reachable'),
  shortTitle: msg('Kube API'),
  rationale: msg('Felix, Typha and the CNI plugin talk to the API server from every node.'),
  needed: msg('Open from this node; on OpenShift often TCP 6443'),
  remedy: msg('Let this node connect to the API server in host and network firewalls.'),
  guide: 'ports',
  links: documentation.requirements,
  verifyCommand: 'kubectl get svc kubernetes -o yaml',
  reasons: {
    NotTested: { title: msg('Traffic to the Kubernetes API is not tested yet') },
    ...apiReasons,
  },
  appliesTo: always,
  needs: [],
  consults: ['apiAccess'],
  evaluate: (_facts, { profile, facts: { apiAccess } }) =>
    (apiAccess.status === 'observed' ? judgeReach(apiAccess.value) : undefined) ?? {
      outcome: 'undetermined',
      reason: 'NotTested',
      observed: `TCP ${profile.ports.kubeApiserver}: not tested`,
    },
});
