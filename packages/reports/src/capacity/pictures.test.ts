import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chartScale } from './chart-scale.ts';
import { formatCapacityMermaid } from './format-mermaid.ts';
import { formatCapacitySvg } from './format-svg.ts';
import { everything, measureText } from './testing/measure-text.ts';

it('draws a Mermaid chart with the minimum in front of the maximum', async () => {
  const [measured] = await measureText(everything);
  expect(formatCapacityMermaid(measured!)).toBe(`xychart-beta horizontal
    title "Runners of acme: minimum within maximum"
    x-axis ["build", "cache", "jobs"]
    y-axis "runners" 0 --> 120
    bar [120, 3, 8]
    bar [2, 3, 0]
`);
});

it('names the environment in both pictures and keeps an axis without runners', async () => {
  const [measured] = await measureText(
    'environments: { staging: {} }\npools: { ci: { replicas: 0 } }\n',
  );
  const mermaid = formatCapacityMermaid(measured!);
  expect(mermaid).toContain('title "Runners of acme in staging: minimum within maximum"');
  expect(mermaid).toContain('0 --> 1\n');
  expect(formatCapacitySvg(measured!)).toContain('<title>Runners of acme in staging: 0</title>');
});

it('draws a bar from nothing to the maximum, with words for who cannot see it', async () => {
  const svg = formatCapacitySvg((await measureText(everything))[0]!);
  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ')).toBe(true);
  expect(svg).toContain('<title>Runners of acme: 5 to 131</title>');
  expect(svg).toContain('<title>pool &quot;build&quot; at 2 scopes: 2 to 120 runners</title>');
  expect([...svg.matchAll(/class="most" x="\d+" y="\d+" width="([\d.]+)" height="16"/g)]).toEqual(
    [480, 12, 32].map((width) => expect.arrayContaining([String(width)])),
  );
  expect([...svg.matchAll(/class="fewest" x="\d+" y="\d+" width="([\d.]+)" height="16"/g)]).toEqual(
    [8, 12, 0].map((width) => expect.arrayContaining([String(width)])),
  );
});

it('closes every element that it opens, and escapes its text', async () => {
  const [measured] = await measureText(everything);
  const svg = formatCapacitySvg({ ...measured!, fleet: 'a & <b> "c"' });
  expect(svg).toContain('<title>Runners of a &amp; &lt;b&gt; &quot;c&quot;: 5 to 131</title>');
  const open: string[] = [];
  for (const [, end, name, self] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name);
    else if (!self) open.push(name!);
  }
  expect(open).toEqual([]);
  const text = svg.replaceAll(/<\/?[a-z]+(?:\s[^<>]*?)?\/?>/g, '');
  expect(text).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/);
});

it('cuts a long name where the picture has no room and says it in full beside', async () => {
  const name = 'a-pool-whose-name-is-longer-than-any-picture-shows';
  const [measured] = await measureText(`pools:\n  ${name}: {}\n`);
  const svg = formatCapacitySvg(measured!);
  expect(svg).toContain('>a-pool-whose-name-is-longer-tha…</text>');
  expect(svg).toContain(`<title>pool &quot;${name}&quot; at one scope: 1 runners</title>`);
});

it('gives an axis of whole, even steps that holds the most and not a step more', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), (most) => {
      const { end, ticks } = chartScale(most);
      const step = ticks[1]! - ticks[0]!;
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBe(end);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(String(step)).toMatch(/^[125]0*$/);
      expect(end).toBeGreaterThanOrEqual(most);
      expect(end - step).toBeLessThan(Math.max(1, most));
    }),
  );
});
