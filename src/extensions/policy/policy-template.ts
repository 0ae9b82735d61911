/**
 * For `console.yaml-template`: what the console's editor begins with. It declares nothing that a cluster could differ
 * in; the comments show how.
 */
export const policyTemplate = `apiVersion: calicoreadiness.io/v1alpha1
kind: ReadinessPolicy
metadata:
  name: cluster
spec:
  # Only what is declared here replaces what is detected.
  # profile:
  #   calicoVersion: v3.32
  #   encapsulation:
  #     - VXLAN
  reportIntervalSeconds: 900
`;
