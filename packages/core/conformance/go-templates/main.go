// Renders templates as the operators that bring Secrets do: text/template with the functions of sprig.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"
)

type job struct {
	Operator string
	Text     string
	Values   map[string]string
}

type outcome struct {
	Text  string `json:"text"`
	Error string `json:"error"`
}

func main() {
	var jobs []job
	if err := json.NewDecoder(os.Stdin).Decode(&jobs); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	outcomes := make([]outcome, len(jobs))
	for index, job := range jobs {
		text, err := render(job)
		outcomes[index].Text = text
		if err != nil {
			outcomes[index].Error = err.Error()
		}
	}
	json.NewEncoder(os.Stdout).Encode(outcomes)
}

func render(job job) (string, error) {
	root := template.New("secret")
	var values any = job.Values
	if job.Operator == "vaultSecret" {
		secrets := make(map[string]any, len(job.Values))
		for key, value := range job.Values {
			secrets[key] = value
		}
		values = map[string]any{"Secrets": secrets}
		root.Funcs(sprig.HermeticTxtFuncMap())
	} else {
		root.Funcs(sprig.TxtFuncMap()).Option("missingkey=error")
	}
	parsed, err := root.Parse(job.Text)
	if err != nil {
		return "", err
	}
	var text strings.Builder
	if err := parsed.Execute(&text, values); err != nil {
		return "", err
	}
	return text.String(), nil
}
