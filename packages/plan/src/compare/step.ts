/** One step of a path into a value: a key, an index, or the name of an item in a list of named ones. */
export type Step = string | number | { readonly name: string };

/** Prints a path as people write it: `spec.template.spec.env[HOME].value`. */
export function formatSteps(steps: readonly Step[]): string {
  return steps.reduce<string>((text, step) => text + formatStep(step, text === ''), '');
}

function formatStep(step: Step, isFirst: boolean): string {
  if (typeof step === 'number') return `[${step}]`;
  if (typeof step === 'object') return `[${step.name}]`;
  if (!/^[A-Za-z0-9_$-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
  return isFirst ? step : `.${step}`;
}
