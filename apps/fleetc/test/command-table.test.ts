import { expect, it } from 'vitest';
import { targets } from '@fleetc/targets';
import { renderers } from '@fleetc/diagnostics';
import { commands } from '../src/tables/commands.ts';
import { globalOptions } from '../src/tables/options.ts';

const options = [...globalOptions, ...commands.flatMap((command) => command.options)];

/** Where output goes is a folder for a command that writes many files, and a file for one that writes one. */
const placeOf = ({ name, value }: (typeof options)[number]) => (name === 'out' ? 'PATH' : value);

it('gives an option of one name one form in every command', () => {
  for (const option of options) {
    const namesakes = options.filter(({ name }) => name === option.name);
    for (const namesake of namesakes) {
      expect([namesake.short, placeOf(namesake)]).toEqual([option.short, placeOf(option)]);
    }
  }
});

it('uses no short option for two things', () => {
  const shorts = new Map<string, string>();
  for (const { name, short } of options) {
    if (short === undefined) continue;
    expect(shorts.get(short) ?? name).toBe(name);
    shorts.set(short, name);
  }
});

it('offers the targets and formats that exist', () => {
  const build = commands.find(({ name }) => name === 'build')!;
  const choicesOf = (name: string) => build.options.find((option) => option.name === name)?.choices;
  expect(choicesOf('target')).toEqual(Object.keys(targets));
  expect(choicesOf('format')).toEqual(Object.keys(renderers));
});

it('ends no summary in a full stop', () => {
  for (const { summary } of [...commands, ...options]) expect(summary).not.toMatch(/\.$/);
});
