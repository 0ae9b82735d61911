/** Programs that load packet-filter rules or IP sets, under their plain names (their manual pages in section 8). */
export const ruleCommands = ['iptables-restore', 'ip6tables-restore', 'nft', 'ipset', 'iptables', 'ip6tables'] as const;

export type RuleCommand = (typeof ruleCommands)[number];

/**
 * A systemd service that no list of firewall managers knows, and whose own ExecStart=, ExecStartPre= or ExecStartPost=
 * (systemd.service(5)) loads packet-filter rules: all of a file's, or one that drops or rejects. Told only of units
 * that are active, or that the next boot starts or may start. `null` means that it could not be seen.
 */
export interface RuleLoader {
  /** Its name with `.service`: text of the host, made of the characters of unit names only. */
  readonly unit: string;
  /** Whether it is active now. */
  readonly active: boolean | null;
  /** Whether the next boot starts it. */
  readonly startsAtBoot: boolean | null;
  /** The first program of its commands that loads rules. */
  readonly command: RuleCommand;
}
