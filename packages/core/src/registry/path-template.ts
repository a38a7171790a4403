import type { RegistryProxy } from '@fleetc/fleet';
import { type ImageReference, imageReferenceProblem } from '@fleetc/notation';
import { createPrefixProxy } from './prefix-proxy.ts';
import type { Proxy } from './proxy.ts';
import { templateProblem } from './template-problem.ts';

type GenericProxy = Extract<RegistryProxy, { kind: 'generic' }>;

/** Said aloud, because Handlebars warns on standard error of what it refuses by default. */
const ownOnly = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false };

/** The reference by which a template is tried before it is used. */
const probe: ImageReference = { registry: 'docker.io', repository: 'library/docker', tag: 'dind' };

/** A proxy whose references are written by a Handlebars template. */
export async function createPathTemplate(proxy: GenericProxy): Promise<Proxy> {
  const { host, others = {} } = proxy;
  const render = await compileTemplate(proxy);
  const problem = problemOf(() => render(probe));
  if (problem !== undefined) return { owns: () => false, nameOf: () => undefined, problem };
  const elsewhere = createPrefixProxy({ prefixes: others });
  return {
    nameOf: (image) => elsewhere.nameOf(image) ?? render(image),
    owns: (image) =>
      image.registry === host || image.registry.endsWith(`.${host}`) || elsewhere.owns(image),
  };
}

async function compileTemplate({ host, template, projects }: GenericProxy) {
  const { default: handlebars } = await import('handlebars');
  const engine = handlebars.create();
  // A template makes one name of a few texts. This would print, and the others let a short template make endless text.
  engine.unregisterHelper('log');
  engine.unregisterHelper('each');
  engine.unregisterDecorator('inline');
  // Escaping is for HTML, and an unknown name in the template is a mistake rather than empty text.
  const knownHelpers = { log: false, each: false };
  const render = engine.compile(template, { noEscape: true, strict: true, knownHelpers });
  return ({ registry, repository, tag = '', digest = '' }: ImageReference) => {
    const project = projects[registry] ?? registry;
    return render({ host, registry, project, path: repository, tag, digest }, ownOnly);
  };
}

function problemOf(render: () => string): string | undefined {
  let text: string;
  try {
    text = render();
  } catch (error) {
    return templateProblem(error);
  }
  const problem = imageReferenceProblem(text);
  return problem && `it makes "${text}" of "docker:dind", and ${problem}`;
}
