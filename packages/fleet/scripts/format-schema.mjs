const width = 120;

/** JSON of which a map or list that fits into one line stands in one: a third smaller, and better to read. */
export function formatSchema(schema) {
  return `${format(schema, '')}\n`;
}

function format(value, indent) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const short = inLine(value);
  if (indent.length + short.length <= width) return short;
  const inner = `${indent} `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const lines = Array.isArray(value)
    ? value.map((item) => inner + format(item, inner))
    : Object.entries(value).map(
        ([key, child]) => `${inner}${JSON.stringify(key)}: ${format(child, inner)}`,
      );
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function inLine(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  const entries = Object.entries(value).map(
    ([key, child]) => `${JSON.stringify(key)}: ${inLine(child)}`,
  );
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}
