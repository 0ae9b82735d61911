import { readinessPolicyName } from '@calico-readiness/requirements';
import { parse, stringify } from 'yaml';
import { asRecord } from '../../../k8s/untyped';
import type { Untyped } from '../../../k8s/untyped';
import { policyObject } from './policy-write';

/** The policy as a person would write it. */
export const policyYaml = (spec: Untyped): string => stringify(policyObject(spec), { lineWidth: 0 });

/** What somebody typed; `problem` is what is wrong with it, empty where the parser says nothing. */
export type YamlReading =
  { readonly spec: Untyped } | { readonly kind: 'syntax' | 'other-object'; readonly problem: string };

/** Reads what was typed as the cluster's policy. Only its specification can be changed here. */
export function specOfYaml(text: string): YamlReading {
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    return { kind: 'syntax', problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' };
  }
  const { metadata, spec, ...rest } = asRecord(document);
  const { kind, apiVersion } = asRecord(policyObject({}));
  const { name, ...others } = asRecord(metadata);
  const isPolicy =
    rest['kind'] === kind &&
    rest['apiVersion'] === apiVersion &&
    Object.keys(rest).length === 2 &&
    name === readinessPolicyName &&
    Object.keys(others).length === 0;
  return isPolicy ? { spec: asRecord(spec) } : { kind: 'other-object', problem: '' };
}
