import { fleetJsonSchema } from '../json-schema.ts';
import { deriveExamples } from './derive-examples.ts';
import { fillDefaults } from './fill-defaults.ts';
import { foldGroups } from './fold-groups.ts';
import { mapsFirst, nameMaps, tellApart, withoutTypeOfWords } from './name-maps.ts';
import { mapNodes, type Node, type Nodes } from './node.ts';
import { typeOverride } from './type-override.ts';
import { addPodFields } from './pod-fields.ts';
import { addSnippets } from './snippets.ts';
import { splitCases } from './split-cases.ts';
import { sortKeywords } from './sort-keywords.ts';

/**
 * The schema of fleet.yaml as editors want it: it accepts what `fleetJsonSchema` accepts, but fields that are passed on to
 * Kubernetes are typed too, and what is wrong is said once, at its place. `pod` are the definitions of Kubernetes' types.
 */
export function fleetEditorSchema(pod: Nodes): Node {
  const shaped = mapNodes(typeOverride(fleetJsonSchema()), (node) =>
    nameMaps(tellApart(mapsFirst(withoutTypeOfWords(splitCases(foldGroups(node)))))),
  );
  const definitions = shaped['definitions'] as Nodes;
  const told = mapNodes(shaped, (node) => withMarkdown(deriveExamples(node, definitions)));
  return sortKeywords(addPodFields(addSnippets(fillDefaults(told)), tellPod(pod))) as Node;
}

/** What the language does not make itself needs its shape, which stands already, and its examples. */
function tellPod(pod: Nodes): Nodes {
  const told = Object.entries(pod).map(([name, type]) => [
    name,
    mapNodes(type, (node) => withMarkdown(deriveExamples(withoutTypeOfWords(node), pod))),
  ]);
  return Object.fromEntries(told) as Nodes;
}

/** Editors show a plain text as it stands, its marks of Markdown included. */
function withMarkdown(node: Node): Node {
  const { description } = node;
  const isMarked = typeof description === 'string' && /[`_<]/.test(description);
  return isMarked ? { ...node, markdownDescription: description } : node;
}
