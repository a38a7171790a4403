import type { FleetGraph, GraphEdge, GraphGroup, GraphNode } from '../model/fleet-graph.ts';
import { pictureNotes } from '../picture-notes.ts';
import { escapeLabel } from './escape-label.ts';
import { createSafeIds, type SafeIds } from './safe-ids.ts';

/** One flowchart of all environments; each has a frame of its own where the fleet names them. */
export function formatGraphMermaid(
  graphs: readonly FleetGraph[],
  hasEnvironments: boolean,
): string {
  const toSafeId = createSafeIds();
  const bodies = graphs.map((graph) => {
    if (!hasEnvironments) return formatGraph(graph, createToId(graph, '', toSafeId));
    const { environment } = graph;
    const body = formatGraph(graph, createToId(graph, ` in ${environment}`, toSafeId));
    return frame(graph, toSafeId(`environment:${environment}`), body);
  });
  const notes = new Set(graphs.flatMap(pictureNotes));
  const lines = [
    '---',
    `title: ${titleOf(graphs)}`,
    '---',
    'flowchart LR',
    ...Array.from(notes, (note) => `  %% ${note}`),
    ...bodies.flat(),
    ...styles,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

type ToId = (id: string) => string;

/** Names an image by its label, so that a text in a repository changes little when a version does. */
function createToId({ nodes }: FleetGraph, suffix: string, toSafeId: SafeIds): ToId {
  const images = nodes.filter(({ kind }) => kind === 'image');
  const labels = new Map(images.map(({ id, label }) => [id, `image:${label}`]));
  return (id) => toSafeId(id + suffix, (labels.get(id) ?? id) + suffix);
}

// Dark text on light fills reads on the light and on the dark theme; frames take the theme's own background.
const styles = [
  '  classDef credential fill:#fff8c5,stroke:#bf8700,color:#1f2328',
  '  classDef scope fill:#ddf4ff,stroke:#0969da,color:#1f2328',
  '  classDef pool fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
  '  classDef image fill:#fbefff,stroke:#8250df,color:#1f2328',
  '  classDef group fill:none,stroke:#818b98',
];

/** Says in sight what comments cannot: GitHub shows the picture alone. */
function titleOf(graphs: readonly FleetGraph[]): string {
  const isFolded = graphs.some(({ foldedPools }) => foldedPools > 0);
  return `Fleet ${graphs[0]?.fleet ?? ''}${isFolded ? ' (the pools of one scope as one)' : ''}`;
}

function frame({ environment }: FleetGraph, id: string, body: readonly string[]): string[] {
  return [
    `  subgraph ${id}["Environment ${escapeLabel(environment)}"]`,
    '    direction LR',
    ...body.map((line) => `  ${line}`),
    '  end',
    `  class ${id} group`,
  ];
}

function formatGraph({ groups, nodes, edges }: FleetGraph, toId: ToId): string[] {
  return [
    ...groups.flatMap((group) =>
      formatGroup(
        group,
        nodes.filter((node) => node.group === group.id),
        toId,
      ),
    ),
    ...edges.map((edge) => formatEdge(edge, toId)),
    `  class ${groups.map(({ id }) => toId(id)).join(',')} group`,
  ];
}

function formatGroup({ id, label }: GraphGroup, nodes: readonly GraphNode[], toId: ToId): string[] {
  return [
    terminate(`  subgraph ${toId(id)}["${escapeLabel(label)}"]`),
    ...nodes.map((node) => terminate(`    ${formatNode(node, toId)}`)),
    '  end',
  ];
}

function formatNode({ id, kind, label, details }: GraphNode, toId: ToId): string {
  const lines = [`<b>${escapeLabel(label)}</b>`, ...details.map(escapeLabel)];
  return `${toId(id)}["${lines.join('<br/>')}"]:::${kind}`;
}

function formatEdge({ from, to, meaning }: GraphEdge, toId: ToId): string {
  return `  ${toId(from)} ${meaning === 'needs' ? '-.->' : '-->'} ${toId(to)}`;
}

/**
 * Mermaid takes the last `;` off a line that says `style` in front of an entity, to mend colours, and would break the
 * entity; so such a line gets one that may go.
 */
function terminate(line: string): string {
  return line.includes('#') ? `${line};` : line;
}
