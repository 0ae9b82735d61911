{{- define "calico-readiness.console.name" -}}
{{ include "calico-readiness.name" . }}-console
{{- end }}

{{/* Whether hooks enable the plugin in the console, and disable it before it goes. No is empty. */}}
{{- define "calico-readiness.withEnabling" -}}
{{- if and (include "calico-readiness.withPlugin" .) .Values.plugin.enable -}}
yes
{{- end -}}
{{- end }}

{{/* A generated object, the path of whose file is the second of a list, with the labels of the release. */}}
{{- define "calico-readiness.console.resource" -}}
{{- $root := index . 0 -}}
{{- $object := $root.Files.Get (index . 1) | fromYaml -}}
---
{{ mergeOverwrite $object (dict "metadata" (dict "labels" (include "calico-readiness.labels" $root | fromYaml))) | toYaml }}
{{- end }}

{{/* A Job of one hook: the root, what it does to the plugin, and the events of the release at which it does so. */}}
{{- define "calico-readiness.console.job" -}}
{{- $root := index . 0 -}}
{{- $wish := index . 1 -}}
{{- $name := include "calico-readiness.console.name" $root -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ $name }}-{{ $wish }}
  namespace: {{ $root.Release.Namespace }}
  labels:
    {{- include "calico-readiness.labels" $root | nindent 4 }}
    app.kubernetes.io/component: console
  annotations:
    helm.sh/hook: {{ index . 2 }}
    # One that failed stays for a day, with its log.
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  backoffLimit: 3
  # Helm waits for 5 minutes; so it learns why, and not only that time ran out.
  activeDeadlineSeconds: 240
  ttlSecondsAfterFinished: 86400
  template:
    metadata:
      labels:
        {{- include "calico-readiness.labels" $root | nindent 8 }}
        app.kubernetes.io/component: console
      {{- if include "calico-readiness.withConstraints" $root }}
      annotations:
        openshift.io/required-scc: restricted-v2
      {{- end }}
    spec:
      restartPolicy: Never
      serviceAccountName: {{ $name }}
      automountServiceAccountToken: true
      enableServiceLinks: false
      {{- include "calico-readiness.pullSecrets" $root | nindent 6 }}
      {{- include "calico-readiness.plugin.placement" $root | nindent 6 }}
      affinity:
        nodeAffinity:
          {{- include "calico-readiness.nodeAffinity" $root | nindent 10 }}
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: console-plugin
          image: {{ include "calico-readiness.image" (list $root $root.Values.agent.image) | quote }}
          {{- if ne $root.Values.images.pullPolicy "auto" }}
          imagePullPolicy: {{ $root.Values.images.pullPolicy }}
          {{- end }}
          command: [calico-readiness]
          args: [console-plugin, {{ $wish }}]
          terminationMessagePolicy: FallbackToLogsOnError
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          resources:
            requests:
              cpu: 5m
              memory: 64Mi
            limits:
              memory: 128Mi
{{- end }}
