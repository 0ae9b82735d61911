// The definition of OpenReports, as data: nothing of it is compiled.
module calico-readiness.local/policy-reports

go 1.26.0

require github.com/openreports/reports-api v0.2.1
