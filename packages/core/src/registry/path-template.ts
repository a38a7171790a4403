import type { RegistryProxy } from '@fleetc/fleet';
import { type ImageReference, imageReferenceProblem } from '@fleetc/notation';
import type { Proxy } from './proxy.ts';

type GenericProxy = Extract<RegistryProxy, { kind: 'generic' }>;

/** The reference by which a template is tried before it is used. */
const probe: ImageReference = { registry: 'docker.io', repository: 'library/docker', tag: 'dind' };

/** A proxy whose references are written by a Handlebars template. */
export async function createPathTemplate(proxy: GenericProxy): Promise<Proxy> {
  const { default: handlebars } = await import('handlebars');
  const { host, template, projects } = proxy;
  // Escaping is for HTML, and an unknown name in the template is a mistake rather than empty text.
  const render = handlebars.compile(template, { noEscape: true, strict: true });
  const nameOf = ({ registry, repository, tag = '', digest = '' }: ImageReference) =>
    render({
      host,
      registry,
      project: projects[registry] ?? registry,
      path: repository,
      tag,
      digest,
    });
  const problem = problemOf(() => nameOf(probe));
  if (problem !== undefined) return { owns: () => false, nameOf: () => undefined, problem };
  return { nameOf, owns: ({ registry }) => registry === host || registry.endsWith(`.${host}`) };
}

function problemOf(render: () => string): string | undefined {
  try {
    const text = render();
    const problem = imageReferenceProblem(text);
    return problem && `it makes "${text}" of "docker:dind": ${problem}`;
  } catch (error) {
    // Handlebars prints the template with an arrow on further lines; the last line says what it expected.
    const lines = (error as Error).message.split('\n');
    return `it cannot be rendered: ${lines[0]}`;
  }
}
