import type { ObjectItem } from '@fleetc/core';
import { formatYaml } from '@fleetc/kubernetes';
import type { ObjectsPart } from '../gitops/parts.ts';
import { placeObjects } from '../gitops/place-objects.ts';
import { header } from '../layout/header.ts';
import { type File, inFolder } from '../layout/to-tree.ts';

/** The folder of the chart that holds the objects of a part; without a slash at its end. */
export function chartFolder({ name }: ObjectsPart): string {
  return `charts/${name}`;
}

/** A chart that gives the objects as they are, for its folder. */
export function layOutChart({ name, items }: ObjectsPart): File[] {
  const chart = {
    apiVersion: 'v2',
    name,
    description: 'Objects that fleetc made',
    type: 'application',
    version: '1.0.0',
  };
  return [
    ['Chart.yaml', `${header}${formatYaml(chart)}`],
    ['templates/objects.yaml', template],
    ...inFolder('files/', placeObjects(items.map(keepNamespace))),
  ];
}

// Helm would delete a namespace that leaves the fleet, with all that anybody has in it.
function keepNamespace(item: ObjectItem): ObjectItem {
  const { object } = item;
  if (object.kind !== 'Namespace') return item;
  const annotations = { ...object.metadata.annotations, 'helm.sh/resource-policy': 'keep' };
  return { ...item, object: { ...object, metadata: { ...object.metadata, annotations } } };
}

// Files are no templates: braces in a label or a script mean nothing to Helm there.
const template = `{{- range $path, $_ := .Files.Glob "files/**" }}
---
{{ $.Files.Get $path }}
{{- end }}
`;
