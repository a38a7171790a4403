import { unitTests } from '../../vitest.shared.ts';

export default unitTests({ isolate: false, maxConcurrency: 2 });
