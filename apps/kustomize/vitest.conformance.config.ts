import { conformanceTests } from '../../vitest.shared.ts';

// The tools themselves are several processes.
export default conformanceTests({ testTimeout: 600_000, maxWorkers: 1 });
