/** The id of the element of a field, by its place below `spec`. */
export const fieldId = (place: string): string => `calico-readiness-policy-${place.replace(/[^A-Za-z0-9]+/g, '-')}`;
