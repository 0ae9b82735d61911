import { machineConfigSteps } from '../host/overlay/machine-config-steps';
import { parseMachineConfig } from '../parsers/machine-config/machine-config';
import type { Parsed } from '../parsers/parsed';
import { parsed } from '../parsers/parsed';
import type { Change } from './change';

/** What a MachineConfig, as its YAML or JSON has it, does to a host. */
export function changeOfConfig(config: unknown): Parsed<Change> {
  const read = parseMachineConfig(config);
  if (read.status === 'malformed') return read;
  return parsed({ ...machineConfigSteps(read.value), unrepresented: read.value.unrepresented });
}
