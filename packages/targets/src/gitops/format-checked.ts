import { formatPath } from '@fleetc/diagnostics';
import { formatYaml, type KubernetesObject, loadObjectValidator } from '@fleetc/kubernetes';
import { header } from '../layout/header.ts';

/** An object of an agent as the text of a file. One that breaks its schema is a fault: nothing of it is the user's. */
export async function formatChecked(object: KubernetesObject): Promise<string> {
  const validate = await loadObjectValidator(object.apiVersion, object.kind);
  const [violation] = validate(object);
  if (violation) {
    const { kind, metadata } = object;
    const place = formatPath(violation.path);
    throw new Error(`${kind} "${metadata.name}": ${place} ${violation.message}`);
  }
  return `${header}${formatYaml(object)}`;
}
