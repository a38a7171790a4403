import { fonts } from './node-box.ts';

/**
 * Colours for light pages and, by the viewer's preference, for dark ones. Plain rules instead of custom properties,
 * because converters to other formats know no more.
 */
export function styleSheet(): string {
  const { title, group, label, detail } = fonts;
  return [
    `text{font-family:-apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;font-size:${detail.size}px}`,
    `.title{font-size:${title.size}px;font-weight:600}`,
    `.heading{font-size:${group.size}px;font-weight:600}`,
    `.label{font-size:${label.size}px;font-weight:600}`,
    '.edge{fill:none;stroke-opacity:.8}',
    '.needs{stroke-dasharray:5 4}',
    ...rules(light),
    `@media (prefers-color-scheme:dark){${rules(dark).join('')}}`,
  ].join('\n');
}

interface Palette {
  readonly page: string;
  readonly frame: Paint;
  readonly text: string;
  readonly muted: string;
  readonly edge: string;
  readonly kinds: Readonly<Record<'credential' | 'scope' | 'pool' | 'image', Paint>>;
}

interface Paint {
  readonly fill: string;
  readonly stroke: string;
}

const light: Palette = {
  page: '#ffffff',
  frame: { fill: '#f6f8fa', stroke: '#d1d9e0' },
  text: '#1f2328',
  muted: '#59636e',
  edge: '#818b98',
  kinds: {
    credential: { fill: '#fff8c5', stroke: '#d4a72c' },
    scope: { fill: '#ddf4ff', stroke: '#54aeff' },
    pool: { fill: '#dafbe1', stroke: '#4ac26b' },
    image: { fill: '#fbefff', stroke: '#c297ff' },
  },
};

const dark: Palette = {
  page: '#0d1117',
  frame: { fill: '#151b23', stroke: '#3d444d' },
  text: '#f0f6fc',
  muted: '#9198a1',
  edge: '#7d8590',
  kinds: {
    credential: { fill: '#2e2608', stroke: '#9e6a03' },
    scope: { fill: '#0c2d4d', stroke: '#1f6feb' },
    pool: { fill: '#0f2f1b', stroke: '#2ea043' },
    image: { fill: '#2a1a4a', stroke: '#8957e5' },
  },
};

function rules({ page, frame, text, muted, edge, kinds }: Palette): string[] {
  return [
    `.page{fill:${page}}`,
    `.frame{fill:${frame.fill};stroke:${frame.stroke}}`,
    `text{fill:${text}}`,
    `.heading,.detail,.note{fill:${muted}}`,
    `.edge{stroke:${edge}}`,
    `.arrow{fill:${edge}}`,
    ...Object.entries(kinds).map(
      ([kind, { fill, stroke }]) => `.${kind}{fill:${fill};stroke:${stroke}}`,
    ),
  ];
}
