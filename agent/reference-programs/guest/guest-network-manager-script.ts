import { networkManagerFunctions } from './guest-network-manager-functions';
import type { GuestCase } from './guest-script';
import { placeOfCase } from './guest-script';

/** A configuration of NetworkManager and udev. */
export interface NetworkManagerCase extends GuestCase {
  /** What is asked, for the message of a difference. */
  readonly name: string;
  /** Whether the devices are there before the daemon starts, or are made while it runs, as Felix makes them. */
  readonly devices: 'before' | 'after';
}

/** Names of answers: every object of the daemon, and the databases that it and udev leave below /run. */
export const objectsAnswer = (index: number): string => `objects-${index}`;
export const filesAnswer = (index: number): string => `files-${index}`;
export const addressesAnswer = (index: number): string => `addresses-${index}`;

/** Starts the daemon anew for each case; once it calls its start complete, it has judged the devices that were there. With udev's rules applied to all devices. Devices that may be there already stay. */
export function networkManagerScript(cases: readonly NetworkManagerCase[]): string {
  return [
    networkManagerFunctions,
    ...cases.flatMap(({ devices }, index) => [
      ...(devices === 'before' ? [] : ['remove_devices']),
      `settings ${placeOfCase(index)}`,
      ...(devices === 'before' ? ['make_devices', 'start'] : ['start', 'make_devices']),
      ...(devices === 'before' ? [] : ['settle']),
      `answer ${objectsAnswer(index)} objects`,
      `answer ${filesAnswer(index)} left_behind`,
      `answer ${addressesAnswer(index)} ip -oneline addr`,
      'stop',
    ]),
  ].join('\n');
}
