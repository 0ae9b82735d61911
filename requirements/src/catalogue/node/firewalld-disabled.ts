import { describeUnit, firewallActivity } from '../../derived/firewall-activity';
import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { quotes, quoting } from '../quotes';

const unit = 'firewalld.service';

export const firewalldDisabled = defineRequirement({
  id: 'firewalld-disabled',
  chapter: 'node',
  scope: 'host',
  level: 'required',
  origin: quoting(quotes.firewall, quotes.firewallHarm),
  title: msg('firewalld is disabled'),
  failureTitle: msg('firewalld is not disabled'),
  shortTitle: msg('firewalld off'),
  rationale: msg("firewalld's own chains reject forwarded pod traffic even after Calico has accepted it."),
  needed: msg('Not active, does not start at boot'),
  remedy: msg('Stop firewalld and mask it.'),
  guide: 'firewalld',
  links: documentation.hostFirewall,
  verifyCommand: `systemctl status ${unit}`,
  reasons: {
    FirewalldOff: { title: msg('firewalld is not installed, or neither active nor starting at boot') },
    FirewalldActive: { title: msg('firewalld is active') },
    FirewalldStartsAtBoot: { title: msg('firewalld starts at the next boot') },
    FirewalldUndecided: { title: msg('Cannot determine whether firewalld is active or starts at boot') },
  },
  appliesTo: always,
  needs: ['services'],
  evaluate: ({ services }) => {
    const state = services[unit];
    const observed = describeUnit(unit, state);
    switch (firewallActivity(unit, state)) {
      case 'working':
        return { outcome: 'unmet', reason: 'FirewalldActive', observed };
      case 'starts-at-boot':
        return { outcome: 'unmet', reason: 'FirewalldStartsAtBoot', observed };
      case 'undetermined':
        return { outcome: 'undetermined', reason: 'FirewalldUndecided', observed };
      default:
        return { outcome: 'met', reason: 'FirewalldOff', observed };
    }
  },
});
