{{/*
The directories of the host that the agent reads, and where they are below /host; not the root, because the keys of the
kubelet and of etcd lie there. On hosts that merged /usr the short ones are links, which lead to the same place as a
mount does. /usr/local is one too on CoreOS: into /var, from where the link finds it.
*/}}
{{- define "calico-readiness.agent.hostDirectories" -}}
- { name: etc, host: /etc, at: /host/etc }
- { name: usr, host: /usr, at: /host/usr }
- { name: usr-local, host: /usr/local, at: /host/var/usrlocal }
- { name: bin, host: /bin, at: /host/bin }
- { name: sbin, host: /sbin, at: /host/sbin }
- { name: lib, host: /lib, at: /host/lib }
- { name: boot, host: /boot, at: /host/boot }
- { name: run, host: /run, at: /host/run }
- { name: proc, host: /proc, at: /host/proc }
- { name: sys, host: /sys, at: /host/sys }
{{- if include "calico-readiness.when" (list . .Values.agent.networkManagerState "security.openshift.io/v1/SecurityContextConstraints") }}
- { name: network-manager, host: /var/lib/NetworkManager, at: /host/var/lib/NetworkManager }
{{- end }}
{{- end }}

{{/* Whether agents test flows: somebody has to tell them which nodes there are. */}}
{{- define "calico-readiness.agent.testsFlows" -}}
{{- if and .Values.agent.testFlows (.Values.controller).install }}true{{ end }}
{{- end }}

{{/* What the agent needs beyond being root. */}}
{{- define "calico-readiness.agent.capabilities" -}}
[DAC_READ_SEARCH, SYS_PTRACE{{ if include "calico-readiness.agent.testsFlows" . }}, NET_RAW{{ end }}]
{{- end }}
