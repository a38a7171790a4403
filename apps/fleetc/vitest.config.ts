import { unitTests } from '../../vitest.shared.ts';

// Most tests wait for a process of their own; the default leaves one of two cores idle.
export default unitTests({ maxWorkers: 2 });
