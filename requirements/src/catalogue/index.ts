import type { CalicoVersion } from '../model/cluster-profile';
import type { Requirement } from '../model/requirement';

/** Every requirement, in the order of the requirements document. */
export const catalogue: readonly Requirement[] = [];

/** The catalogue of one Calico release. */
export const catalogueFor = (_version: CalicoVersion): readonly Requirement[] => catalogue;

const byId = new Map<string, Requirement>(catalogue.map((requirement) => [requirement.id, requirement]));

/** The requirement of that id, or undefined for an id that this catalogue does not know. */
export const requirementById = (id: string): Requirement | undefined => byId.get(id);
