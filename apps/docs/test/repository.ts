import { join } from 'node:path';
import { openRepository } from '../src/site/repository.ts';
import { readSite } from '../src/site/site.ts';

/** Folder of the repository. */
export const root = join(import.meta.dirname, '../../..');

/** The repository of this test. */
export const repository = openRepository(root);

/** Its site. */
export const site = readSite(repository);
