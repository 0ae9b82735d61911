import type { ClusterProfile, ProfileSources } from '../model/cluster-profile';
import { profileValues, sourcesOf } from '../model/cluster-profile';
import type { ProfileValues } from '../model/profile-values';

type Field = keyof ProfileValues;

/** Each has a bit, in this order. */
const fields = Object.keys({
  calicoVersion: true,
  dataplane: true,
  encapsulation: true,
  bgp: true,
  ipFamilies: true,
  kubeProxyMode: true,
  wireguard: true,
  sctp: true,
  typha: true,
  ports: true,
  mtu: true,
} satisfies Record<Field, true>) as readonly Field[];

/** A profile that keeps which of its fields a judgement looked at, as bits: of another profile that agrees in them it says the same. */
export class WatchedProfile {
  readonly values: ProfileValues;
  readonly sources: ProfileSources;
  private seen = 0;

  constructor(profile: ClusterProfile) {
    this.values = this.watched(profileValues(profile));
    this.sources = this.watched(sourcesOf(profile));
  }

  /** The fields that were looked at since `begin`. */
  get looked(): number {
    return this.seen;
  }

  begin(): void {
    this.seen = 0;
  }

  /** The same fields, each of which says that it was looked at. One that is left out is there, and undefined. */
  private watched<Values extends ProfileValues | ProfileSources>(values: Values): Values {
    const watched = {} as Values;
    fields.forEach((field, place) => {
      const look = (): unknown => {
        this.seen |= 1 << place;
        return values[field];
      };
      Object.defineProperty(watched, field, { enumerable: true, get: look });
    });
    return watched;
  }
}

const watching = new WeakMap<ClusterProfile, WatchedProfile>();

/** One for each profile. */
export function watchedProfile(profile: ClusterProfile): WatchedProfile {
  const known = watching.get(profile) ?? new WatchedProfile(profile);
  watching.set(profile, known);
  return known;
}

const compared = new WeakMap<ClusterProfile, WeakMap<ClusterProfile, number>>();

/** The fields in which two profiles differ in value or source, as bits; compared once for each pair. */
export function differingFields(one: ClusterProfile, other: ClusterProfile): number {
  const others = compared.get(one) ?? new WeakMap<ClusterProfile, number>();
  compared.set(one, others);
  const known = others.get(other);
  if (known !== undefined) return known;
  let differing = 0;
  fields.forEach((field, place) => {
    if (!isSame(one[field], other[field])) differing |= 1 << place;
  });
  others.set(other, differing);
  return differing;
}

/** What judges looks at values and sources, never at who said so. */
const isSame = (one: ClusterProfile[Field], other: ClusterProfile[Field]): boolean =>
  one === other || (one?.source === other?.source && JSON.stringify(one?.value) === JSON.stringify(other?.value));
