import { loadObjectValidator, type Validator } from '../src/validate-object.ts';
import { loadValuesValidator } from '../src/validate-values.ts';
import { schemas } from './schemas.ts';

/** Schemas that stand for a whole object or values file. */
export const wholeSchemas = [...schemas]
  .filter(([, { type }]) => type !== undefined)
  .map(([id]) => id);

/** The generated validator of one of them. */
export function validatorOf(id: string): Promise<Validator> {
  if (id === 'actions-runner-controller-values')
    return loadValuesValidator('actions-runner-controller');
  if (id === 'cert-manager-values') return loadValuesValidator('cert-manager');
  const { apiVersion, kind } = schemas.get(id)!.properties!;
  return loadObjectValidator(String(apiVersion!.const), String(kind!.const));
}
