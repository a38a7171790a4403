import { bundleProgram } from '@fleetc/bundling';

await bundleProgram(import.meta.dirname, 'fleetc-kustomize');
