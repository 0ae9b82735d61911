import type { SystemdNetworkd } from '../../src/model/systemd-networkd';
import type { RequirementCase } from '../requirement-case';
import { stockValues } from '../stock-host';
import { interfaces, networkManager } from './network-manager-cases';

/** networkd beside a NetworkManager that leaves everything alone, unless the case says something else. */
export const networkdCases: readonly RequirementCase[] = interfaces.flatMap(
  ({ requirement, name, profile, off }): RequirementCase[] => {
    const manages = (answer: boolean | null): Pick<SystemdNetworkd, 'manages'> => ({
      manages: { ...stockValues.networkManager.manages, [name]: answer },
    });
    // With both families another interface stands in between.
    const alone = name !== 'vxlan-v6.calico';
    const row = (
      when: string,
      systemdNetworkd: SystemdNetworkd,
      { observed, facts, ...expected }: Pick<RequirementCase, 'verdict' | 'reason' | 'observed' | 'facts'>,
    ): RequirementCase => ({
      requirement,
      when: `${name} and networkd ${when}`,
      profile,
      ...expected,
      ...(alone && observed !== undefined && { observed }),
      facts: { systemdNetworkd, ...facts },
    });
    const taking: SystemdNetworkd = {
      daemon: 'running',
      ...manages(true),
      files: { [name]: 'etc/systemd/network/10-all.network' },
    };
    const met = { verdict: 'Pass', reason: 'InterfaceIgnored' } as const;
    return [
      row('manages it', taking, {
        verdict: 'Fail',
        reason: 'NetworkdManages',
        observed: `systemd-networkd: ${name} managed by etc/systemd/network/10-all.network; ${name}: unmanaged`,
      }),
      row('manages it on a host without NetworkManager', taking, {
        verdict: 'Fail',
        reason: 'NetworkdManages',
        facts: { networkManager: { daemon: 'absent', configurationFiles: [], manages: {} } },
      }),
      row('manages it, and so does NetworkManager', taking, {
        verdict: 'Fail',
        reason: 'InterfaceManaged',
        facts: networkManager({ manages: { [name]: true } }),
      }),
      row('manages it, of which NetworkManager is unknown', taking, {
        verdict: 'Fail',
        reason: 'NetworkdManages',
        facts: networkManager({ manages: { [name]: null } }),
      }),
      row(
        'leaves it alone',
        { daemon: 'running', ...manages(false) },
        { ...met, observed: `${name}: unmanaged; systemd-networkd: ${name} unmanaged` },
      ),
      row(
        'takes it after the next boot',
        { daemon: 'stopped', startsAtBoot: true, ...manages(true) },
        {
          verdict: 'Warn',
          reason: 'NetworkdManagesLater',
          observed: `systemd-networkd: stopped, ${name} managed; ${name}: unmanaged`,
        },
      ),
      row(
        'would take it after the next boot, as a stopped NetworkManager',
        { daemon: 'stopped', startsAtBoot: true, ...manages(true) },
        {
          verdict: 'Warn',
          reason: 'InterfaceManagedOnceStarted',
          facts: networkManager({ daemon: 'stopped', manages: { [name]: true } }),
        },
      ),
      row(
        'starts with the next boot and leaves it alone',
        { daemon: 'stopped', startsAtBoot: true, ...manages(false) },
        met,
      ),
      row(
        'would take it and does not start',
        { daemon: 'stopped', startsAtBoot: false, ...manages(true) },
        { ...met, observed: `${name}: unmanaged` },
      ),
      row(
        'would take it if it started, which was not seen',
        { daemon: 'stopped', startsAtBoot: null, ...manages(true) },
        { verdict: 'Unknown', reason: 'NetworkdUndecided' },
      ),
      row(
        'would take it if it runs, which was not seen',
        { daemon: 'unknown', startsAtBoot: true, ...manages(true) },
        { verdict: 'Unknown', reason: 'NetworkdUndecided' },
      ),
      row('was not seen to run and leaves it alone', { daemon: 'unknown', startsAtBoot: null, ...manages(false) }, met),
      row(
        'runs with a file of which nobody knows',
        { daemon: 'running', ...manages(null) },
        {
          verdict: 'Unknown',
          reason: 'NetworkdUndecided',
          observed: `systemd-networkd: ${name} unknown; ${name}: unmanaged`,
        },
      ),
      row(
        'is unknown, and NetworkManager manages it',
        { daemon: 'running', ...manages(null) },
        { verdict: 'Fail', reason: 'InterfaceManaged', facts: networkManager({ manages: { [name]: true } }) },
      ),
      row(
        'is unknown, as NetworkManager is',
        { daemon: 'running', ...manages(null) },
        { verdict: 'Unknown', reason: 'NetworkManagerUndecided', facts: networkManager({ manages: { [name]: null } }) },
      ),
      row(
        'is unknown, beside a stopped NetworkManager that would manage it',
        { daemon: 'running', ...manages(null) },
        {
          verdict: 'Unknown',
          reason: 'NetworkdUndecided',
          facts: networkManager({ daemon: 'stopped', manages: { [name]: true } }),
        },
      ),
      row(
        'takes it after the next boot, of which NetworkManager is unknown',
        { daemon: 'stopped', startsAtBoot: true, ...manages(true) },
        { verdict: 'Unknown', reason: 'NetworkManagerUndecided', facts: networkManager({ manages: { [name]: null } }) },
      ),
      row('is not answered for', { daemon: 'running' }, { verdict: 'Unknown', reason: 'NetworkdUndecided' }),
      {
        requirement,
        when: `${name} and nothing seen of networkd`,
        profile,
        without: ['systemdNetworkd'],
        verdict: 'Unknown',
        reason: 'NetworkdUndecided',
        ...(alone && { observed: `systemd-networkd: not-found; ${name}: unmanaged` }),
      },
      {
        requirement,
        when: `${name} and nothing seen of networkd, beside a stopped NetworkManager that would manage it`,
        profile,
        facts: networkManager({ daemon: 'stopped', manages: { [name]: true } }),
        without: ['systemdNetworkd'],
        verdict: 'Unknown',
        reason: 'NetworkdUndecided',
      },
      ...(off === undefined
        ? []
        : [
            {
              ...row('manages it, and nobody uses it', taking, { verdict: 'NotApplicable', reason: 'NotApplicable' }),
              profile: off,
            },
          ]),
    ];
  },
);
