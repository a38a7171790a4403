import type { GraphGroup, GraphNode } from '../model/fleet-graph.ts';
import { escapeXml } from './escape-xml.ts';
import { type NodeBox, padding } from './node-box.ts';
import type { Placed, PlacedEdge, PlacedGraph } from './place-graph.ts';

/** The elements of a graph, frames first, so that edges run over them and boxes cover the ends of edges. */
export function drawGraph({ groups, edges, boxes }: PlacedGraph): string[] {
  return [...groups.map(drawGroup), ...edges.map(drawEdge), ...boxes.map(drawBox)];
}

/** A line of text by its baseline. */
export function drawText(text: string, role: string, { x, y }: { x: number; y: number }): string {
  return `<text class="${role}" x="${x}" y="${y}">${escapeXml(text)}</text>`;
}

function drawGroup(group: Placed<GraphGroup>): string {
  const title = drawText(group.item.label, 'heading', { x: group.x + padding, y: group.y + 17 });
  return `${drawRectangle('frame', group, 8)}${title}`;
}

/** Leaves and arrives level, so that many edges into one box join before they reach it. */
function drawEdge({ edge, start, end }: PlacedEdge): string {
  const tip = end.x - arrowLength;
  const middle = Math.round((start.x + tip) / 2);
  const path = `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${tip} ${end.y}`;
  const style = edge.meaning === 'needs' ? 'edge needs' : 'edge';
  return `<path class="${style}" d="${path}" marker-end="url(#arrow)"/>`;
}

/** What the marker adds to a path in front of its end. */
const arrowLength = 7;

function drawBox(box: Placed<NodeBox>): string {
  const { node, lines } = box.item;
  const texts = lines.map(({ text, role, baseline }) =>
    drawText(text, role, { x: box.x + padding, y: box.y + baseline }),
  );
  const title = `<title>${escapeXml(titleOf(node))}</title>`;
  return `<g>${title}${drawRectangle(node.kind, box, 6)}${texts.join('')}</g>`;
}

function titleOf({ kind, name, details }: GraphNode): string {
  return `${kind} ${name}: ${details.join('; ')}`;
}

function drawRectangle(style: string, place: Placed<unknown>, radius: number): string {
  const { x, y, width, height } = place;
  return `<rect class="${style}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}
