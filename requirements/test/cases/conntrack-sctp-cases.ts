import type { HostFactName, HostFactValues } from '../../src/model/host-facts';
import type { RequirementCase } from '../requirement-case';
import { modulesWith } from '../stock-host';
import { withSymbols } from './kernel-configuration';

const sctp = (
  when: string,
  facts: Partial<HostFactValues>,
  without: readonly HostFactName[],
  verdict: RequirementCase['verdict'],
  reason: string,
): RequirementCase => ({
  requirement: 'conntrack-sctp',
  when,
  profile: { sctp: true },
  facts,
  without,
  verdict,
  reason,
});

const noModule = modulesWith({ nf_conntrack_proto_sctp: 'missing' });

/** Of connection tracking for SCTP. */
export const conntrackSctpCases: readonly RequirementCase[] = [
  sctp('part of nf_conntrack', noModule, [], 'Pass', 'SctpSupported'),
  sctp('part of nf_conntrack, modules not named', { kernelModules: {} }, [], 'Pass', 'SctpSupported'),
  sctp('a module', withSymbols({ NF_CT_PROTO_SCTP: 'm' }), [], 'Pass', 'SctpSupported'),
  sctp('a module, configuration unseen', {}, ['kernelConfiguration'], 'Pass', 'SctpSupported'),
  sctp('neither', { ...noModule, ...withSymbols({ NF_CT_PROTO_SCTP: 'n' }) }, [], 'Fail', 'SctpNotSupported'),
  sctp('no module, configuration unseen', noModule, ['kernelConfiguration'], 'Unknown', 'SctpUndecided'),
  sctp(
    'a module, and the kernel loads none on demand',
    { ...withSymbols({ NF_CT_PROTO_SCTP: 'm' }), modprobePath: '' },
    [],
    'Pass',
    'SctpSupported',
  ),
  sctp(
    'a module, and only another kernel has modules on the disk',
    {
      ...modulesWith({ nf_conntrack_proto_sctp: 'configured-only' }),
      ...withSymbols({ NF_CT_PROTO_SCTP: 'm' }),
      moduleLoading: { program: 'runs', otherReleases: ['3.10.0-1160.el7.x86_64'] },
    },
    [],
    'Fail',
    'ModuleTreeMissing',
  ),
  sctp(
    'only another kernel has modules on the disk, configuration unseen',
    {
      ...modulesWith({ nf_conntrack_proto_sctp: 'unknown' }),
      moduleLoading: { program: 'runs', otherReleases: ['3.10.0-1160.el7.x86_64'] },
    },
    ['kernelConfiguration'],
    'Unknown',
    'ModuleTreeMissing',
  ),
  sctp('modules unseen', {}, ['kernelModules'], 'Unknown', 'EvidenceNotFound'),
  {
    ...sctp(
      'SCTP is not used',
      { ...noModule, ...withSymbols({ NF_CT_PROTO_SCTP: 'n' }) },
      [],
      'NotApplicable',
      'NotApplicable',
    ),
    profile: {},
  },
];
