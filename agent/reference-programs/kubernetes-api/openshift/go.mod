// OpenShift's own custom resource definitions, as data: nothing of it is compiled.
module calico-readiness.local/openshift

go 1.26.0

require github.com/openshift/api v0.0.0-20250710004639-926605d3338b
