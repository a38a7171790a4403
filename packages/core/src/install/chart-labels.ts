/**
 * The labels that the chart can put on its objects. Its templates print values without quotes (#4151), so one that YAML
 * reads as something else than text would break every object of the chart.
 */
export function chartLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => isPlainText(value)));
}

/** The other labels, which only objects of our own get. */
export function unprintableLabels(labels: Readonly<Record<string, string>>): string[] {
  return Object.keys(labels).filter((key) => !isPlainText(labels[key]!));
}

// A label value that starts with a digit may be a number, a date or a time; few people would know which.
function isPlainText(value: string): boolean {
  const isWord = /^(true|false|yes|no|on|off|y|n|null)$/i.test(value);
  return !isWord && /^[A-Za-z]/.test(value);
}
