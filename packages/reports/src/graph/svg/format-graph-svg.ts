import type { FleetGraph } from '../model/fleet-graph.ts';
import { pictureNotes } from '../picture-notes.ts';
import { drawGraph, drawText } from './draw-graph.ts';
import { escapeXml } from './escape-xml.ts';
import { fonts } from './node-box.ts';
import { measureText } from './measure-text.ts';
import { placeGraph } from './place-graph.ts';
import { styleSheet } from './style-sheet.ts';

/** One picture of all environments, one below the other, without anything from outside of the file. */
export async function formatGraphSvg(
  graphs: readonly FleetGraph[],
  hasEnvironments: boolean,
): Promise<string> {
  const sections: Section[] = [];
  let top = margin;
  for (const graph of graphs) {
    const section = await drawSection(graph, hasEnvironments, top);
    sections.push(section);
    top += section.height + gap;
  }
  const size = {
    width: Math.max(...sections.map(({ width }) => width)) + 2 * margin,
    height: top - gap + margin,
  };
  return formatDocument(
    size,
    graphs[0]?.fleet ?? '',
    sections.flatMap(({ elements }) => elements),
  );
}

/** What belongs to one environment. */
interface Section {
  readonly width: number;
  readonly height: number;
  readonly elements: readonly string[];
}

const margin = 20;
const gap = 32;
const titleHeight = 32;
const noteHeight = 18;

async function drawSection(graph: FleetGraph, hasEnvironments: boolean, top: number) {
  const { fleet, environment } = graph;
  const title = hasEnvironments ? `Fleet ${fleet}, environment ${environment}` : `Fleet ${fleet}`;
  const notes = pictureNotes(graph);
  const placed = await placeGraph(graph);
  const below = titleHeight + placed.height + noteHeight;
  return {
    width: Math.max(placed.width, measureText(title, fonts.title), ...notes.map(widthOfNote)),
    height: titleHeight + placed.height + noteHeight * notes.length,
    elements: [
      drawText(title, 'title', { x: margin, y: top + 16 }),
      `<g transform="translate(${margin} ${top + titleHeight})">`,
      ...drawGraph(placed),
      '</g>',
      ...notes.map((note, index) =>
        drawText(note, 'note', { x: margin, y: top + below + noteHeight * index }),
      ),
    ],
  };
}

function widthOfNote(note: string): number {
  return Math.ceil(measureText(note, fonts.detail));
}

function formatDocument(
  { width, height }: Pick<Section, 'width' | 'height'>,
  fleet: string,
  elements: readonly string[],
): string {
  const name = escapeXml(`Fleet ${fleet}`);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<style>\n${styleSheet()}\n</style>`,
    '<defs><marker id="arrow" viewBox="0 0 7 8" refX="0" refY="4" markerWidth="7" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="arrow" d="M0 0L7 4L0 8Z"/></marker></defs>',
    `<rect class="page" width="${width}" height="${height}" rx="6"/>`,
    ...elements,
    '</svg>',
  ].join('\n')}\n`;
}
