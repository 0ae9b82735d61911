import { catalogueCases } from '../../test/cases/catalogue-cases';
import { stockHost } from '../../test/stock-host';
import { catalogue, requirementById } from '../catalogue';
import { placesOf } from '../catalogue/fact-places';
import { defaultProfileValues } from '../model/profile-defaults';
import type { HostFactName, HostFacts } from '../model/host-facts';
import type { RequirementId } from '../model/requirement-id';
import { evaluateRequirement } from './evaluate-node';

/** The facts that each requirement looked at in some case. */
const looked = new Map<RequirementId, Set<string>>();

for (const { requirement: id, profile, facts, without } of catalogueCases) {
  const seen = looked.get(id) ?? new Set();
  looked.set(id, seen);
  const watched: HostFacts = new Proxy(stockHost(facts, without), {
    get: (target, name, receiver) => {
      if (typeof name === 'string') seen.add(name);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  evaluateRequirement(requirementById(id)!, watched, { ...defaultProfileValues, ...profile });
}

// That a requirement has cases is tested in catalogue.spec.ts, which names the one that has none.
describe.each(catalogue.filter(({ id }) => looked.has(id)))('$id', ({ id, needs, consults = [] }) => {
  it('looks at the facts that it names and at no others', () => {
    expect([...(looked.get(id) ?? [])].sort(), 'correct needs and consults of its entry').toEqual(
      [...needs, ...consults].sort(),
    );
  });

  it('names no fact twice', () => {
    const names: readonly HostFactName[] = [...needs, ...consults];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('placesOf', () => {
  it('names each place once, those of the needed facts first', () => {
    const places = placesOf({ needs: ['bpfFilesystemMounted'], consults: ['cgroup2Mounts', 'cgroup2Supported'] });
    expect(places).toEqual(['/proc/1/mountinfo', '/proc/1/mounts', '/proc/filesystems']);
  });
});
