import { plainFleet as good } from '@fleetc/testing/plain-fleet';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../src/compile.ts';

async function compileTemplate(template: string) {
  const proxy = `{ generic: { host: mirror.example.com, template: ${JSON.stringify(template)} } }`;
  const text = good.replace('{ direct: [docker.io] }', () => `{ proxy: ${proxy} }`);
  const { diagnostics, environments } = await compile({ path: 'fleet.yaml', text });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { codes: [...new Set(errors.map(({ code }) => code))], bundle: environments[0]?.bundle };
}

it.each([
  ['a member of the prototype', '{{host}}/{{constructor}}'],
  ['a member of a member', '{{host}}/{{path.constructor.name}}'],
  ['the prototype', '{{host}}/{{__proto__}}'],
  ['a looked up member', '{{host}}/{{lookup this "constructor"}}/{{path}}'],
  ['a method as a helper', '{{host}}/{{toString}}'],
  ['a method of a text', '{{host}}/{{path.toUpperCase}}'],
  ['the root', '{{host}}/{{@root.constructor}}'],
  ['a partial', '{{> secrets}}{{host}}/{{path}}'],
  ['a partial by a computed name', '{{> (lookup . "path")}}'],
  ['an inline partial without end', '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}'],
  [
    'two inline partials that call each other',
    '{{#*inline "a"}}{{> b}}{{/inline}}{{#*inline "b"}}{{> a}}{{/inline}}{{> a}}',
  ],
  ['a file', '{{host}}/{{readFile "/etc/passwd"}}'],
  ['a module', '{{host}}/{{require "fs"}}'],
  ['the helper that prints', '{{log host}}{{host}}/{{path}}'],
  ['code in a name', '{{host}}/{{[process.exit(1)]}}'],
  ['a name that leaves its quotes', '{{host}}/{{"\\");process.exit(1);(\\""}}'],
])('refuses a template that asks for %s', async (_, template) => {
  const { codes, bundle } = await compileTemplate(template);
  expect(codes).toEqual(['FLC5004']);
  expect(bundle).toBeUndefined();
});

it.each([
  ['loops in each other', `${'{{#each @root}}'.repeat(14)}{{host}}${'{{/each}}'.repeat(14)}`],
  ['sections in each other', `${'{{#this}}'.repeat(300)}{{host}}${'{{/this}}'.repeat(300)}`],
  [
    'partials that double each other',
    `${Array.from({ length: 40 }, (_, i) => `{{#*inline "p${i}"}}{{> p${i + 1}}}{{> p${i + 1}}}{{/inline}}`).join('')}{{> p0}}`,
  ],
])('makes no endless text by %s', async (_, template) => {
  const start = performance.now();
  await compileTemplate(`{{host}}/${template}`);
  expect(performance.now() - start).toBeLessThan(10_000);
});

it('takes no template for a reason to fault', async () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{{{',
    '{{#each ',
    '{{/each}}',
    '{{#if ',
    '{{#with this}}',
    '{{else}}',
    '{{>',
    '{{*',
    '{{!--',
    'host',
    'path',
    'this',
    '.',
    '..',
    '../',
    '@root',
    '@key',
    'constructor',
    '[',
    ']',
    '|',
    'as ',
    '(',
    ')',
    '"',
    'lookup ',
    'log ',
    '=',
    ' ',
    '/',
    ':',
    '\\',
    'registry',
    '}}/{{path}}',
    '{{host}}',
  );
  const template = fc.array(piece, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
  const property = fc.asyncProperty(template, async (text) => {
    const { codes } = await compileTemplate(text);
    expect(codes.filter((code) => code.startsWith('FLC9'))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 60 });
});
