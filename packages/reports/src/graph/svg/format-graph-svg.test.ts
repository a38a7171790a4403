import { expect, it } from 'vitest';
import type { FleetGraph } from '../model/fleet-graph.ts';
import { foldPools } from '../model/fold-pools.ts';
import { manyPools, richFleet, smallFleet } from '../testing/fleets.ts';
import { graphsOf } from '../testing/graphs-of.ts';
import { listElements, readXml, type XmlElement } from '../testing/read-xml.ts';
import { formatGraphSvg } from './format-graph-svg.ts';

async function draw(text: string, hasEnvironments = false): Promise<string> {
  return formatGraphSvg((await graphsOf(text)).map(foldPools), hasEnvironments);
}

function textsOf(svg: string, style: string): string[] {
  const elements = listElements(readXml(svg));
  const texts = elements.filter(({ attributes }) => attributes.get('class') === style);
  return texts.map(({ text }) => text);
}

it('shows every node with its words and with a title that tells all of them', async () => {
  const [graph] = (await graphsOf(richFleet)) as [FleetGraph];
  const svg = await draw(richFleet);
  expect(textsOf(svg, 'label').sort()).toEqual(graph.nodes.map(({ label }) => label).sort());
  expect(textsOf(svg, 'heading')).toEqual(graph.groups.map(({ label }) => label));
  const titles = listElements(readXml(svg)).filter(({ name }) => name === 'title');
  expect(titles.map(({ text }) => text)).toEqual([
    'Fleet acme',
    ...graph.nodes.map(({ kind, name, details }) => `${kind} ${name}: ${details.join('; ')}`),
  ]);
});

it('draws as many arrows as there are edges, those beside the runner dashed', async () => {
  const [{ edges }] = (await graphsOf(richFleet)) as [FleetGraph];
  const svg = await draw(richFleet);
  const paths = listElements(readXml(svg)).filter(({ attributes }) => attributes.has('marker-end'));
  expect(paths).toHaveLength(edges.length);
  expect(paths.filter(({ attributes }) => attributes.get('class') === 'edge needs')).toHaveLength(
    1,
  );
  expect(textsOf(svg, 'note')).toEqual(['Dashed: an image of a sidecar or of job pods.']);
});

it('says in the picture that pools are folded', async () => {
  const svg = await draw(manyPools(70));
  expect(textsOf(svg, 'note')[0]).toBe(
    '70 pools are drawn as one for each scope; --all draws every pool.',
  );
  expect(textsOf(svg, 'label').filter((label) => label.endsWith(' pools'))).toHaveLength(4);
});

it('stacks environments, each under its own title', async () => {
  const several = `${smallFleet}environments: { one: {}, two: { override: { pools: { ci: { replicas: 3 } } } } }\n`;
  const svg = await draw(several, true);
  expect(textsOf(svg, 'title')).toEqual([
    'Fleet acme, environment one',
    'Fleet acme, environment two',
  ]);
  const moves = svg.match(/translate\(20 \d+\)/g)!;
  expect(new Set(moves).size).toBe(2);
});

it.each([
  ['a rich fleet', richFleet],
  ['forty pools', manyPools(40)],
  ['a folded fleet', manyPools(90)],
])('keeps the boxes of %s apart, inside their frames and on the page', async (_, text) => {
  const svg = await draw(text);
  const root = readXml(svg);
  const [, , width, height] = root.attributes.get('viewBox')!.split(' ').map(Number);
  const rectangles = listElements(root).filter(({ name }) => name === 'rect');
  const frames = rectangles.filter(isOf('frame')).map(toBounds);
  const boxes = rectangles.filter(isOf('credential', 'scope', 'pool', 'image')).map(toBounds);
  expect(findOverlap(frames)).toBeUndefined();
  expect(findOverlap(boxes)).toBeUndefined();
  for (const box of boxes) {
    expect(frames.filter((frame) => overlap(frame, box))).toHaveLength(1);
    expect(frames.filter((frame) => contains(frame, box))).toHaveLength(1);
  }
  for (const { right, bottom } of frames) {
    expect([right < width! - 20, bottom < height! - 20]).toEqual([true, true]);
  }
});

it.each([2, 3, 7, 12])('puts %i like pools from top to bottom by name', async (count) => {
  const oneScope = manyPools(count).replaceAll('scope: right', 'scope: left');
  const svg = await draw(oneScope.replaceAll('namespace: two', 'namespace: one'));
  const labels = listElements(readXml(svg))
    .filter(
      ({ text, attributes }) => attributes.get('class') === 'label' && text.startsWith('pool-'),
    )
    .sort((a, b) => Number(a.attributes.get('y')) - Number(b.attributes.get('y')));
  const names = labels.map(({ text }) => text);
  expect(names).toHaveLength(count);
  expect(names).toEqual(names.toSorted());
});

it('has whole coordinates and nothing from outside of the file', async () => {
  const svg = await draw(manyPools(40));
  const numbers = svg.replace(/<style>.*<\/style>/s, '').match(/[\d.]+(?=["\s)CL])/g)!;
  expect(numbers.filter((number) => number.includes('.'))).toEqual([]);
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|@import|href/);
});

it('gives the same bytes twice', async () => {
  expect(await draw(richFleet)).toBe(await draw(richFleet));
});

it('does not mind the order of keys in the file', async () => {
  const expected = await draw(richFleet);
  const blocks = richFleet.split(/^(?=\S)/m);
  const pools = blocks.pop()!;
  const [, build, plain, rootless] = pools.split(/^(?= {2}\S)/m);
  // The anchor stays where it is read first.
  const swapped = `pools:\n${build}${rootless}${plain}`;
  const mixed = [blocks[0], blocks[1], swapped, ...blocks.slice(2).reverse()].join('');
  expect(mixed).not.toBe(richFleet);
  expect(await draw(mixed)).toBe(expected);
});

it('stays well-formed whatever the names are, and shows them as they are', async () => {
  const label = '</text><script>"1"</script>';
  const detail = "]]> &lt; ' \u0000 \uD800 漢字";
  const svg = await formatGraphSvg([hostileGraph(label, detail)], true);
  const elements = listElements(readXml(svg));
  expect(elements.filter(({ name }) => name === 'script')).toEqual([]);
  const title = elements.findLast(({ name }) => name === 'title')!;
  expect(title.text).toBe(`pool ${label}: ]]> &lt; ' \uFFFD \uFFFD 漢字`);
  expect(textsOf(svg, 'label')).toEqual([label]);
});

function hostileGraph(label: string, detail: string): FleetGraph {
  const node = { id: 'pool:x', kind: 'pool', group: 'namespace:x' } as const;
  return {
    fleet: label,
    environment: detail,
    foldedPools: 0,
    groups: [{ id: 'namespace:x', kind: 'namespace', label: detail }],
    nodes: [{ ...node, name: label, label, details: [detail] }],
    edges: [],
  };
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function isOf(...styles: readonly string[]): (element: XmlElement) => boolean {
  return ({ attributes }) => styles.includes(attributes.get('class') ?? '');
}

function toBounds({ attributes }: XmlElement): Bounds {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
    Number(attributes.get(name)),
  ) as [number, number, number, number];
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function overlap(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function contains(outer: Bounds, inner: Bounds): boolean {
  return (
    outer.left < inner.left &&
    outer.top < inner.top &&
    outer.right > inner.right &&
    outer.bottom > inner.bottom
  );
}

function findOverlap(all: readonly Bounds[]): readonly Bounds[] | undefined {
  const pairs = all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));
  return pairs.find(([a, b]) => overlap(a, b));
}
