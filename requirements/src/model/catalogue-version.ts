/**
 * The version of the catalogue's rules, in every report beside the Calico release they were read for; two reports
 * of one version and the same facts have the same findings. Raised with every change of a requirement, a reason or a rule.
 */
export const catalogueVersion = '0.3.0';
