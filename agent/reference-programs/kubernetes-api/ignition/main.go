// Validates configurations as OpenShift's machine-config operator does before a node gets one: Ignition's own parser and
// validator, of specification 3.5 and every one before it. Each line of standard input is one configuration, each line of
// standard output what is against it, as JSON: nothing where the configuration is valid.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/coreos/ignition/v2/config/v3_5"
)

type answer struct {
	// Whether Ignition would refuse it.
	Fatal bool `json:"fatal"`
	// Errors and warnings.
	Entries []string `json:"entries"`
}

func main() {
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 64<<20)
	output := json.NewEncoder(os.Stdout)
	for input.Scan() {
		if err := output.Encode(judge(input.Bytes())); err != nil {
			fail(err)
		}
	}
	if err := input.Err(); err != nil {
		fail(err)
	}
}

func judge(config []byte) answer {
	_, report, err := v3_5.ParseCompatibleVersion(config)
	entries := make([]string, 0, len(report.Entries)+1)
	for _, entry := range report.Entries {
		entries = append(entries, entry.String())
	}
	if err != nil {
		entries = append(entries, err.Error())
	}
	return answer{Fatal: err != nil || report.IsFatal(), Entries: entries}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
