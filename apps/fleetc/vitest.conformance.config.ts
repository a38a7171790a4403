import { conformanceTests } from '../../vitest.shared.ts';

export default conformanceTests({ globalSetup: [], testTimeout: 600_000, maxWorkers: 1 });
