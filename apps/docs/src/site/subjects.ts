/** A part of the navigation. */
export interface Subject {
  readonly title: string;
  /** Which Markdown files of the repository belong here, unless an earlier subject claims them. */
  readonly claims: RegExp;
  /** Pages that come first, in this order; the others follow by their path. */
  readonly first: readonly string[];
  /** Its pages are listed only while one of them is read, because they are many. */
  readonly isLong?: boolean;
}

const guides = [
  'README',
  'first-runner',
  'organizations',
  'registry-proxy',
  'secrets',
  'autoscaling',
  'environments',
  'argocd',
  'flux',
  'kustomize',
  'troubleshooting',
].map((name) => `docs/guides/${name}.md`);

/** The navigation, in its order. What nobody else claims of `docs` is reference. */
export const subjects: readonly Subject[] = [
  { title: 'Home', claims: /^README\.md$/, first: [] },
  {
    title: 'Guides',
    claims: /^docs\/(guides\/.*|gitops|ci|renovate|editors)\.md$/,
    first: [...guides, 'docs/gitops.md', 'docs/ci.md', 'docs/renovate.md', 'docs/editors.md'],
  },
  {
    title: 'Reference',
    claims: /^docs\/(?!rules\/|zh\/|architecture\.md)/,
    first: ['language', 'reference', 'cli', 'arc-rules'].map((name) => `docs/${name}.md`),
  },
  { title: 'Diagnostics', claims: /^docs\/rules\//, first: ['docs/rules/README.md'], isLong: true },
  {
    title: 'Examples',
    claims: /^examples\/[^/]+\/README\.md$/,
    first: ['examples/quickstart/README.md', 'examples/tutorial/README.md'],
    isLong: true,
  },
  {
    title: 'Architecture',
    claims: /^(docs\/architecture|CONTRIBUTING|apps\/(argocd|kustomize)\/README)\.md$/,
    first: ['docs/architecture.md', 'CONTRIBUTING.md'],
  },
  { title: '中文', claims: /^docs\/zh\//, first: ['docs/zh/README.md', 'docs/zh/first-runner.md'] },
];

/** Folders and files in which pages are looked for. */
export const roots = ['README.md', 'CONTRIBUTING.md', 'docs', 'examples', 'apps'] as const;
