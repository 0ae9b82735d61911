// Package monitoring names the types whose definitions are made from them; nothing of it runs.
package monitoring

import _ "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
