import { msg } from '../../model/message';
import type { ReasonText } from '../../model/requirement';

const ServersNotReached: ReasonText = {
  title: msg('An API server cannot be reached from this node'),
};
const AnswersAreAnothers: ReasonText = {
  title: msg('An address of the API has a certificate of another authority'),
  remedy: msg('See what answers there: a proxy, another cluster, or a renewed authority of this one.'),
};
const TestedAgain: ReasonText = { title: msg('The Kubernetes API did not answer; it is tested again') };

/** What tests of the ways to the API may give as a reason. */
export const apiReasons: Readonly<Record<string, ReasonText>> = {
  ServersNotReached,
  AnswersAreAnothers,
  ServiceAddressNotReached: {
    title: msg('The API servers are reachable, but not through the address of their service'),
    remedy: msg('Check kube-proxy on this node, or give Calico the address of the API itself.'),
  },
  TestedAgain,
  ServersNotListed: { title: msg('The agent cannot list the API servers behind their service') },
  ServersReached: { title: msg('The API servers are reachable from this node') },
};

/** What they may give as a reason for the datastore. */
export const datastoreReasons: Readonly<Record<string, ReasonText>> = {
  NoServerReady: { title: msg('No API server is ready for requests from this node') },
  AccessDenied: { title: msg('The API answers, but refuses the agent’s requests') },
  TestedAgain,
  ResourcesUnknown: { title: msg('Cannot determine whether the API serves Calico’s resources') },
  DatastoreAnswers: { title: msg('The Kubernetes API answers requests from this node') },
};
