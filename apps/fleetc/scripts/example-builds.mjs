import { readFileSync } from 'node:fs';

const { outputs, without } = JSON.parse(
  readFileSync(new URL('example-outputs.json', import.meta.url), 'utf8'),
);

/**
 * The texts that an example is built from, in its folder: its fleet.yaml with one output each, or as it is where it has
 * outputs of its own.
 *
 * @param {string} name
 * @param {string} text
 * @returns {string[]}
 */
export function exampleBuilds(name, text) {
  if (/^outputs:/m.test(text)) return [text];
  return Object.entries(outputs)
    .filter(([target]) => without[name]?.[target] === undefined)
    .map(
      ([target, options]) =>
        `${text}outputs: [${JSON.stringify(toEntry(name, target, options))}]\n`,
    );
}

// The repository that the agents read has the examples at its root, as this one does.
function toEntry(name, target, options) {
  const dir = `expected/${target}`;
  const path = `examples/${name}/${dir}`;
  const { repo, source, ...rest } = options;
  return {
    target,
    dir,
    ...rest,
    ...(repo && { repo: { ...repo, path } }),
    ...(source && { source: { git: { ...source.git, path } } }),
  };
}
