/** The page of requirements, reduced to one; `name` is what the console calls the text that a list is searched by. */
export const requirementAddress = (id: string): string =>
  `/calico-readiness/requirements?name=${encodeURIComponent(id)}`;
