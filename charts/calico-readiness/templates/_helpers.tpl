{{/*
The name of everything in the cluster. It does not depend on the release: the custom resource definitions and the
console's plugin exist once in a cluster, so a second release has nothing to install, and Helm says so.
*/}}
{{- define "calico-readiness.name" -}}
calico-readiness
{{- end }}

{{- define "calico-readiness.agent.name" -}}
{{ include "calico-readiness.name" . }}-agent
{{- end }}

{{- define "calico-readiness.plugin.name" -}}
{{ include "calico-readiness.name" . }}-plugin
{{- end }}

{{/* The list of nodes that test flows between them: ConfigMaps of this name with -0, -1 and so on. */}}
{{- define "calico-readiness.peers.name" -}}
{{ include "calico-readiness.name" . }}-peers
{{- end }}

{{/* The names of all ConfigMaps that there may be, as a list. */}}
{{- define "calico-readiness.peers.names" -}}
{{- $names := list -}}
{{- range until 16 -}}
{{- $names = append $names (printf "%s-%d" (include "calico-readiness.peers.name" $) .) -}}
{{- end -}}
{{ toJson $names }}
{{- end }}

{{/* The Secret with the key by which these nodes know each other. */}}
{{- define "calico-readiness.flows.secret" -}}
{{ include "calico-readiness.name" . }}-flows
{{- end }}

{{- define "calico-readiness.labels" -}}
app.kubernetes.io/name: {{ include "calico-readiness.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: {{ include "calico-readiness.name" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* What selects the pods of a component, whose name is the second of a list; these never change. */}}
{{- define "calico-readiness.selector" -}}
app.kubernetes.io/name: {{ include "calico-readiness.name" (index . 0) }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{/* An image: the root, and the values of the image. */}}
{{- define "calico-readiness.image" -}}
{{- $root := index . 0 -}}
{{- $image := index . 1 -}}
{{- $registry := $root.Values.images.registry | required "images.registry is missing: no images are published, so name the registry that holds yours, with its path" -}}
{{- if $image.digest -}}
{{ $registry }}/{{ $image.repository }}@{{ $image.digest }}
{{- else -}}
{{ $registry }}/{{ $image.repository }}:{{ $image.tag | default $root.Chart.AppVersion }}
{{- end -}}
{{- end }}

{{/* What both kinds of pods have of the images' values. */}}
{{- define "calico-readiness.pullSecrets" -}}
{{- with .Values.images.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end }}

{{/* Where the plugin's pods run, and those of the hooks that enable it. */}}
{{- define "calico-readiness.plugin.placement" -}}
{{- with .Values.plugin.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.plugin.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.plugin.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Linux, on an architecture that the images have. */}}
{{- define "calico-readiness.nodeAffinity" -}}
requiredDuringSchedulingIgnoredDuringExecution:
  nodeSelectorTerms:
    - matchExpressions:
        - key: kubernetes.io/os
          operator: In
          values: [linux]
        - key: kubernetes.io/arch
          operator: In
          values: [amd64, arm64, ppc64le, s390x]
{{- end }}

{{/* Whether to do something: the root, auto, always or never, and an API that auto looks for. The answer is a text; no is empty. */}}
{{- define "calico-readiness.when" -}}
{{- $root := index . 0 -}}
{{- if or (eq (index . 1) "always") (and (eq (index . 1) "auto") ($root.Capabilities.APIVersions.Has (index . 2))) -}}
yes
{{- end -}}
{{- end }}

{{- define "calico-readiness.withConstraints" -}}
{{ include "calico-readiness.when" (list . .Values.agent.securityContextConstraints "security.openshift.io/v1/SecurityContextConstraints") }}
{{- end }}

{{- define "calico-readiness.withPlugin" -}}
{{ include "calico-readiness.when" (list . .Values.plugin.install "console.openshift.io/v1/ConsolePlugin") }}
{{- end }}

{{- define "calico-readiness.withAdmission" -}}
{{ include "calico-readiness.when" (list . .Values.admission.install "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy") }}
{{- end }}
