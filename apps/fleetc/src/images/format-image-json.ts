import type { EnvironmentImages } from './format-image-table.ts';

/** The same list for scripts, with the namespaces that the table leaves out. */
export function formatImageJson(environments: readonly EnvironmentImages[]): string {
  const document = {
    version: 1,
    environments: environments.map(({ environment, images }) => ({
      name: environment,
      images: images.map(({ upstream, reference, consumers, namespaces, pullSecrets }) => ({
        upstream,
        reference,
        consumers,
        namespaces,
        pullSecrets,
      })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
