{{- define "calico-readiness.controller.name" -}}
{{ include "calico-readiness.name" . }}-controller
{{- end }}

{{/* Whether it serves metrics. auto: on OpenShift, whose service CA writes the certificate. */}}
{{- define "calico-readiness.controller.withMetrics" -}}
{{- if (.Values.controller).install -}}
{{ include "calico-readiness.when" (list . .Values.controller.metrics.install "security.openshift.io/v1/SecurityContextConstraints") }}
{{- end -}}
{{- end }}

{{- define "calico-readiness.controller.withServiceMonitor" -}}
{{- if include "calico-readiness.controller.withMetrics" . -}}
{{ include "calico-readiness.when" (list . .Values.controller.metrics.serviceMonitor "monitoring.coreos.com/v1/ServiceMonitor") }}
{{- end -}}
{{- end }}

{{- define "calico-readiness.controller.withAlerts" -}}
{{- if include "calico-readiness.controller.withMetrics" . -}}
{{ include "calico-readiness.when" (list . .Values.controller.metrics.alerts "monitoring.coreos.com/v1/PrometheusRule") }}
{{- end -}}
{{- end }}
