// Long enough that no secret drawn at random holds one.
const word =
  /x{8}|example|placeholder|redacted|change_?me|your[_-]?(?:token|key|secret|password)|(?:token|secret|password)[_-]?here|1234567890|0123456789|abcdefghij/i;

/** Whether a text only shows where a secret would stand, as documentation does: `ghp_xxxxxxxx`, `AKIAIOSFODNN7EXAMPLE`. */
export function isPlaceholder(text: string): boolean {
  return word.test(text);
}

/** Whether a text names what is put in its place later: `$(NAME)`, `${NAME}`, `{{ .token }}`, `<password>`. */
export function isReference(text: string): boolean {
  return /^(?:\$\(.*\)|\$\{.*\}|\{\{.*\}\}|<.*>)$/s.test(text.trim());
}
