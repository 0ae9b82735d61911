import {
  apiOutcomes,
  apiWayKinds,
  blockedOutcomes,
  calicoResources,
  flowKeys,
  untestedReasons,
} from '@calico-readiness/requirements';
import type {
  ApiAccess,
  ApiWay,
  ExternalSessions,
  FailingFlowPeer,
  FlowTest,
  FlowTests,
} from '@calico-readiness/requirements';
import { asBoolean, asList, asNumberBetween, asOneOf, asRecord, asText, withoutGaps } from './untyped';

const asCount = (value: unknown): number | undefined => asNumberBetween(0, Number.MAX_SAFE_INTEGER, value);

/**
 * What a report says of flows to other nodes. A flow that has not its shape, or is one of a later agent, is left out: it was
 * not tested, as far as can be told. Half a list of failing peers would be read as a whole one.
 */
export function readFlowTests(value: unknown): FlowTests | undefined {
  const tests = asRecord(value);
  const peers = asCount(tests['peers']);
  const since = asCount(tests['since']);
  const allPairsBy = asCount(tests['allPairsBy']);
  if (peers === undefined || since === undefined || allPairsBy === undefined) return undefined;
  const flows = asList(tests['flows']).map((item) => readFlowTest(item));
  return { peers, since, allPairsBy, flows: flows.filter((flow) => flow !== undefined) };
}

function readFlowTest(value: unknown): FlowTest | undefined {
  const test = asRecord(value);
  const flow = asOneOf(flowKeys, test['flow']);
  const needed = asCount(test['needed']);
  const tested = asCount(test['tested']);
  const blocked = asCount(test['blocked']);
  const covered = asCount(test['covered']);
  const untested = asOneOf(untestedReasons, test['untested']);
  const failing = asList(test['failing']).map((item) => readFailingPeer(item));
  if (flow === undefined || needed === undefined || tested === undefined) return undefined;
  if (blocked === undefined || covered === undefined || failing.includes(undefined)) return undefined;
  if (!Array.isArray(test['failing']) || (test['untested'] !== undefined && untested === undefined)) return undefined;
  const external = readExternalSessions(test['external']);
  const peers = failing as FailingFlowPeer[];
  return withoutGaps({ flow, needed, tested, blocked, covered, failing: peers, external, untested });
}

/** Sessions that are not told as they should be are none, so that nothing is up by mistake. */
function readExternalSessions(value: unknown): ExternalSessions | undefined {
  if (value === undefined) return undefined;
  const sessions = asRecord(value);
  const missing = asList(sessions['missing']).flatMap((item) => asText(item) ?? []);
  return { needed: asCount(sessions['needed']) ?? 1, up: asCount(sessions['up']) ?? 0, missing };
}

function readFailingPeer(value: unknown): FailingFlowPeer | undefined {
  const peer = asRecord(value);
  const name = asText(peer['peer']);
  const outcome = asOneOf(blockedOutcomes, peer['outcome']);
  const proven = asBoolean(peer['proven']);
  const [key, firstAt, failedAt, recentAt, lastAt] = (
    ['key', 'firstAt', 'failedAt', 'recentAt', 'lastAt'] as const
  ).map((field) => asCount(peer[field]));
  if (name === undefined || outcome === undefined || proven === undefined || key === undefined) return undefined;
  if (firstAt === undefined || failedAt === undefined || recentAt === undefined || lastAt === undefined)
    return undefined;
  return withoutGaps({
    peer: name,
    key,
    outcome,
    said: asText(peer['said']),
    firstAt,
    failedAt,
    recentAt,
    lastAt,
    proven,
  });
}

/** What a report says of the ways to the Kubernetes API; one that has not its shape makes the whole say nothing. */
export function readApiAccess(value: unknown): ApiAccess | undefined {
  const access = asRecord(value);
  const testedAt = asCount(access['testedAt']);
  const serversListed = asBoolean(access['serversListed']);
  const ways = asList(access['ways']).map((item) => readWay(item));
  if (testedAt === undefined || serversListed === undefined || ways.includes(undefined)) return undefined;
  if (!Array.isArray(access['ways'])) return undefined;
  const calico = asOneOf(calicoResources, access['calico']) ?? 'unknown';
  return { testedAt, serversListed, ways: ways as ApiWay[], calico };
}

/** An outcome of a later agent is one of those that are not told apart. */
function readWay(value: unknown): ApiWay | undefined {
  const way = asRecord(value);
  const kind = asOneOf(apiWayKinds, way['kind']);
  const address = asText(way['address']);
  if (kind === undefined || address === undefined) return undefined;
  const outcome = asOneOf(apiOutcomes, way['outcome']) ?? 'failed';
  return withoutGaps({ kind, address, outcome, said: asText(way['said']), failing: asBoolean(way['failing']) });
}
