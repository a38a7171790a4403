import type { FleetGraph, GraphNode } from '../model/fleet-graph.ts';
import { type Font, fitText, measureText } from './measure-text.ts';

/** A node with its lines of text, placed within it. */
export interface NodeBox {
  readonly node: GraphNode;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** One line, its baseline counted from the top of the box. */
export interface TextLine {
  readonly text: string;
  readonly role: 'label' | 'detail';
  readonly baseline: number;
}

/** Room to the left and right of text in a box. */
export const padding = 12;

/** The type of a picture. */
export const fonts = {
  title: { size: 16, isBold: true },
  group: { size: 12, isBold: true },
  label: { size: 13, isBold: true },
  detail: { size: 11, isBold: false },
} as const satisfies Record<string, Font>;

const widest = 264;

/** Measures all nodes; those of one column get the same width, and the title of their group fits above them. */
export function createNodeBoxes({ groups, nodes }: FleetGraph): NodeBox[] {
  const kinds = new Map(groups.map(({ id, kind }) => [id, kind]));
  const widths = new Map<string, number>();
  const widen = (kind: string, width: number) =>
    widths.set(kind, Math.max(widths.get(kind) ?? 0, Math.ceil(width)));
  for (const { kind, label } of groups) widen(kind, measureText(label, fonts.group));
  for (const node of nodes) widen(kinds.get(node.group)!, Math.min(widthOf(node), widest));
  return nodes.map((node) => createNodeBox(node, widths.get(kinds.get(node.group)!)!));
}

function widthOf({ label, details }: GraphNode): number {
  const lines = details.map((detail) => measureText(detail, fonts.detail));
  return Math.max(measureText(label, fonts.label), ...lines) + 2 * padding;
}

/** Cuts lines that are too wide; the title of a node tells them in full. */
function createNodeBox(node: GraphNode, width: number): NodeBox {
  const fit = (text: string, role: TextLine['role'], index: number): TextLine => ({
    text: fitText(text, width - 2 * padding, fonts[role]),
    role,
    baseline: 21 + 16 * index,
  });
  const { label, details } = node;
  const lines = [
    fit(label, 'label', 0),
    ...details.map((detail, index) => fit(detail, 'detail', index + 1)),
  ];
  return { node, width, height: 32 + 16 * details.length, lines };
}
