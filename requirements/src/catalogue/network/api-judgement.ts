import type { ApiAccess, ApiOutcome, ApiWay, CalicoResources } from '../../model/traffic/api-access';
import type { Judgement } from '../../model/requirement';

/** A report has room for a few addresses. */
const longestList = 4;

/** Something of the API answered there, whatever it says: the network lets the node through. */
const answering: readonly ApiOutcome[] = ['ready', 'not-ready', 'denied'];

const isReached = ({ outcome }: ApiWay): boolean => answering.includes(outcome);
const isReady = ({ outcome }: ApiWay): boolean => outcome === 'ready';

/**
 * Whether the API servers are reachable. Each of them has to be: kube-proxy spreads connections over all. The address of the
 * service alone is a warning, because kube-proxy answers for it and not the network. Undefined where nothing was tested (ADR 35).
 */
export function judgeReach({ ways, serversListed }: ApiAccess): Judgement | undefined {
  if (ways.length === 0) return undefined;
  const observed = describeWays(ways);
  const failing = ways.filter((way) => way.failing === true && !isReached(way));
  const servers = failing.filter(({ kind }) => kind === 'server');
  if (failing.some(({ outcome }) => outcome === 'other-authority'))
    return { outcome: 'unmet', reason: 'AnswersAreAnothers', observed };
  if (servers.length > 0) return { outcome: 'unmet', reason: 'ServersNotReached', observed };
  if (failing.length > 0) return { outcome: 'caution', reason: 'ServiceAddressNotReached', observed };
  if (!ways.every(isReached)) return { outcome: 'undetermined', reason: 'TestedAgain', observed };
  return serversListed && ways.some(({ kind }) => kind === 'server')
    ? { outcome: 'met', reason: 'ServersReached', observed }
    : { outcome: 'undetermined', reason: 'ServersNotListed', observed };
}

/** Whether the API answers as Calico's datastore: one server that is ready is enough, as it is for Calico. Undefined where nothing was tested. */
export function judgeDatastore({ ways, calico }: ApiAccess): Judgement | undefined {
  if (ways.length === 0) return undefined;
  const observed = `${describeWays(ways)}; ${resources[calico]}`;
  if (ways.some(isReady))
    return calico === 'unknown'
      ? { outcome: 'undetermined', reason: 'ResourcesUnknown', observed }
      : { outcome: 'met', reason: 'DatastoreAnswers', observed };
  if (ways.some(({ outcome }) => outcome === 'denied'))
    return { outcome: 'undetermined', reason: 'AccessDenied', observed };
  return ways.every(({ failing }) => failing === true)
    ? { outcome: 'unmet', reason: 'NoServerReady', observed }
    : { outcome: 'undetermined', reason: 'TestedAgain', observed };
}

const resources: Readonly<Record<CalicoResources, string>> = {
  read: 'Calico’s resources: read',
  served: 'Calico’s resources: served',
  absent: 'Calico’s resources: not there yet',
  unknown: 'Calico’s resources: unknown',
};

/** The ways with what became of each, those that did not answer first: `10.0.0.5:6443 timed out; 3 of 4 answer`. */
function describeWays(ways: readonly ApiWay[]): string {
  const silent = ways.filter((way) => !isReady(way));
  const named = silent.slice(0, longestList).map(describeWay);
  const more = silent.length > named.length ? ['…'] : [];
  const reached = ways.length - silent.length;
  const ready = reached === 0 ? [] : [`${String(reached)} of ${String(ways.length)} addresses ready`];
  return [...named, ...more, ...ready].join('; ');
}

const describeWay = ({ address, outcome, said }: ApiWay): string =>
  `${address} ${outcome}${said === undefined ? '' : ` (${said})`}`;
