import type { OpenShiftVersion } from '../model/openshift-version';
import type { ClusterObject } from './cluster-objects';
import type { JsonMap } from './json-value';
import { isMap, ownValue } from './json-value';
import { openObject } from './open-object';
import { shortText } from './short-text';

const longest = 64;

/**
 * What ClusterVersion `version` (config.openshift.io/v1) says: the last version that was installed to the end, since the
 * one that is desired may be on its way for hours. Newest first is the order of its history (openshift/api,
 * config/v1/types_cluster_version.go).
 */
export function detectOpenShiftVersion(read: ClusterObject): OpenShiftVersion {
  const reading = openObject(read, {
    kind: 'ClusterVersion',
    apiVersions: ['config.openshift.io/v1'],
    name: 'version',
  });
  if (reading.status === 'absent') return { status: 'absent' };
  if (reading.status !== 'read') return { status: 'unseen', reason: reading.from };
  const status = mapAt(reading.object, 'status');
  const history: readonly unknown[] = listAt(status, 'history');
  const completed = history.filter(isMap).find((update) => ownValue(update, 'state') === 'Completed');
  const version = textAt(completed ?? mapAt(status, 'desired'), 'version');
  if (version === undefined) return { status: 'unseen', reason: 'ClusterVersion version names no version' };
  const channel = textAt(mapAt(reading.object, 'spec'), 'channel');
  return {
    status: 'seen',
    version: shortText(version, longest),
    ...(channel !== undefined && { channel: shortText(channel, longest) }),
  };
}

function mapAt(map: JsonMap, key: string): JsonMap {
  const value = ownValue(map, key);
  return isMap(value) ? value : {};
}

function listAt(map: JsonMap, key: string): readonly unknown[] {
  const value = ownValue(map, key);
  return Array.isArray(value) ? value : [];
}

function textAt(map: JsonMap, key: string): string | undefined {
  const value = ownValue(map, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
