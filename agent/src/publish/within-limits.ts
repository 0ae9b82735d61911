import { defaultTextLimit, reportLimitAt } from '@calico-readiness/requirements';
import { oneLine } from '../foundation/untrusted-text';

/**
 * A part of a NodeReport's status with every text made one safe line, and every text, list and map cut to
 * what the custom resource accepts (`reportLimits`): one odd host must not have its whole report refused.
 */
export function withinLimits<T>(part: T, segments: readonly string[]): T {
  return cut(part, segments) as T;
}

function cut(value: unknown, segments: readonly string[]): unknown {
  const limit = reportLimitAt(segments);
  if (typeof value === 'string') return oneLine(value, limit?.length ?? defaultTextLimit);
  if (Array.isArray(value)) return value.slice(0, limit?.items).map((item) => cut(item, [...segments, '*']));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(
      entries
        .slice(0, limit?.items)
        .map(([name, item]) => [oneLine(name, defaultTextLimit), cut(item, [...segments, name])]),
    );
  }
  return value;
}
