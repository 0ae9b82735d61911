/**
 * How the guides' objects are written as YAML, as options of the package `yaml`: a text that YAML 1.1 takes for something
 * else, such as `on`, `0777` or `1:20`, is quoted. The readers of OpenShift and Helm know YAML 1.1 (sigs.k8s.io/yaml), those
 * of JavaScript 1.2, and both have to read the same. Lines are not folded, and nothing is an alias.
 */
export const yamlForm = { compat: 'yaml-1.1', aliasDuplicateObjects: false, lineWidth: 0 } as const;
