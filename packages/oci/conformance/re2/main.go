// Prints every match of expressions in a text as JSON: Go's regexp is RE2 in syntax and meaning.
package main

import (
	"encoding/json"
	"os"
	"regexp"
)

type task struct {
	Expressions []string
	Text        string
}

func main() {
	var given task
	if err := json.NewDecoder(os.Stdin).Decode(&given); err != nil {
		panic(err)
	}
	found := [][]map[string]string{}
	for _, expression := range given.Expressions {
		compiled := regexp.MustCompile(expression)
		matches := []map[string]string{}
		for _, match := range compiled.FindAllStringSubmatch(given.Text, -1) {
			groups := map[string]string{}
			for index, name := range compiled.SubexpNames() {
				if name != "" && match[index] != "" {
					groups[name] = match[index]
				}
			}
			matches = append(matches, groups)
		}
		found = append(found, matches)
	}
	if err := json.NewEncoder(os.Stdout).Encode(found); err != nil {
		panic(err)
	}
}
