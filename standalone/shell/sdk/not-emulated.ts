/** Stands in for a component or hook of the console that this host does not have. */
export const notEmulated = (name: string) => (): never => {
  throw new Error(`${name} is not part of the standalone host`);
};
